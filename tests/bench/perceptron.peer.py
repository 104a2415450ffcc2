import json
import sys
import time

import numpy as np

EPOCHS, RUNS, RATE, N, D = 1000, 10, 0.5, 1000, 3
X = (2 * ((np.arange(N * D) * 0.6180339887498949) % 1) - 1).reshape(N, D)
y = (X[:, 0] - 2 * X[:, 1] + 0.5 * X[:, 2] + 0.3 > 0) * 1.0


def train():
    w, b = np.zeros(D), 0.0
    losses = np.empty(EPOCHS + 1)
    Xt = np.ascontiguousarray(X.T)
    for epoch in range(EPOCHS + 1):
        p = 1 / (1 + np.exp(-(X @ w + b)))
        error = y - p
        losses[epoch] = error @ error / (2 * N)
        if epoch == EPOCHS:
            break
        delta = error * p * (1 - p)
        w = w + RATE / N * (Xt @ delta)
        b = b + RATE / N * delta.sum()
    return [b, *w.tolist(), losses[-1]]


def run():
    for _ in range(RUNS):
        result = train()
    return result


run()
print(json.dumps({"title": "perceptron with numpy", "tolerance": 1e-11}), flush=True)
for line in sys.stdin:
    if line.strip() != "run":
        continue
    before = time.process_time()
    result = run()
    cpu = (time.process_time() - before) * 1e3
    print(json.dumps({"cpuMs": cpu, "result": [float(x) for x in result]}), flush=True)
