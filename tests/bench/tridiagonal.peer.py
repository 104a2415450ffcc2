import json
import sys
import time

import numpy as np
from scipy.linalg import eigh_tridiagonal

N = 1000
REPEATS = 100
h = 20 / (N + 1)
x = -10 + h * np.arange(1, N + 1)
diagonal = 1 / h**2 + x**2 / 2 + x**4 / 100
off_diagonal = np.full(N - 1, -1 / (2 * h**2))


def run():
    for _ in range(REPEATS):
        values, vectors = eigh_tridiagonal(
            diagonal, off_diagonal, select="i", select_range=(0, 4), check_finite=False
        )
    return values.tolist() + np.abs(vectors[N // 2 - 30]).tolist()


run()
print(json.dumps({"title": "eigh_tridiagonal", "tolerance": 1e-9}), flush=True)
for line in sys.stdin:
    if line.strip() != "run":
        continue
    before = time.process_time()
    result = run()
    cpu = (time.process_time() - before) * 1e3
    print(json.dumps({"cpuMs": cpu, "result": result}), flush=True)
