"""What numpy, scipy and scikit-learn say about the room learning. Needs numpy, scipy, scikit-learn.

    python tests/learning/learning.reference.py

writes learning.reference.json beside itself. The perceptrons of trainPerceptron are written here a
second time with matrices of numpy; Rosenblatt's rule and the online delta rule are scikit-learn's
(Perceptron, SGDRegressor), as are clusters and principal components.
"""

import json
from decimal import Decimal, getcontext
from pathlib import Path

import numpy as np
from scipy.integrate import solve_ivp
from scipy.special import erf, expit, log_expit
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.linear_model import Perceptron, SGDRegressor
from sklearn.metrics import log_loss, mean_squared_error

random = np.random.default_rng(2024)
result = {}


def flat(array):
    return np.asarray(array, dtype=float).ravel().tolist()


# Activations and slopes.
z = np.array([-12.0, -3.3, -1.2784645427610738, -0.7517915246935645, -0.4, 0.3, 1.1, 2.399, 9.0])
phi = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
Phi = (1 + erf(z / np.sqrt(2))) / 2
g = {
    "step": ((z >= 0) * 1.0, 0 * z),
    "identity": (z, 1 + 0 * z),
    "logistic": (expit(z), expit(z) * expit(-z)),
    "tanh": (np.tanh(z), np.cosh(z) ** -2.0),
    "relu": (np.maximum(z, 0), (z > 0) * 1.0),
    "leakyRelu": (np.where(z > 0, z, z / 100), np.where(z > 0, 1, 0.01)),
    "softplus": (-log_expit(-z), expit(z)),
    "gelu": (z * Phi, Phi + z * phi),
    "silu": (z * expit(z), expit(z) + z * expit(z) * expit(-z)),
}
result["activations"] = {
    "z": flat(z),
    **{name: {"value": flat(v), "slope": flat(s)} for name, (v, s) in g.items()},
}

# The logistic function far out, in forty digits.
getcontext().prec = 40
far = [-708.0, -301.7, -37.25, -20.125, -0.34657359, 1e-9, 0.3466, 5.5, 36.0, 700.0]
whole = [(-Decimal(x)).exp() for x in far]
result["logistic"] = {
    "z": far,
    "value": [float(1 / (1 + e)) for e in whole],
    "slope": [float(e / (1 + e) ** 2) for e in whole],
}

# Losses.
y = np.array([0.0, 1, 1, 0, 1])
p = np.array([0.2, 0.7, 0.99, 0.4, 0.05])
result["losses"] = {
    "outputs": flat(p),
    "targets": flat(y),
    "meanSquare": mean_squared_error(y, p),
    "crossEntropy": log_loss(y, p),
}

# The delta rule with numpy: 1,000 epochs.
N, d = 40, 2
X = random.normal(size=(N, d)).round(3)
Xb = np.column_stack([np.ones(N), X])
targets = {
    "identity": (X @ [0.8, -0.5] + 0.3 + 0.1 * random.normal(size=N)).round(3),
    "logistic": (X @ [2.0, -1.0] + 0.4 + 0.5 * random.normal(size=N) > 0) * 1.0,
    "tanh": np.sign(X @ [1.0, 1.5] - 0.2 + 0.5 * random.normal(size=N)),
}
forward = {
    "identity": lambda z: (z, np.ones_like(z)),
    "logistic": lambda z: (expit(z), expit(z) * expit(-z)),
    "tanh": lambda z: (np.tanh(z), np.cosh(z) ** -2.0),
}
result["delta"] = {"inputs": flat(X), "learningRate": 0.3, "epochs": 1000, "start": [0.1, -0.2, 0.3]}
for name, t in targets.items():
    w = np.array([0.1, -0.2, 0.3])
    losses = []
    for epoch in range(1001):
        out, slope = forward[name](Xb @ w)
        losses.append(((t - out) ** 2).sum() / (2 * N))
        if epoch < 1000:
            w = w + 0.3 / N * (Xb.T @ ((t - out) * slope))
    result["delta"][name] = {"targets": flat(t), "weights": flat(w), "losses": flat(losses[::100])}
# Where the identity has to end: the normal equations; and the curvatures of its valley.
result["delta"]["leastSquares"] = flat(np.linalg.lstsq(Xb, targets["identity"], rcond=None)[0])
result["delta"]["curvatures"] = flat(np.linalg.eigvalsh(Xb.T @ Xb / N))

# Rosenblatt's rule with scikit-learn. It takes z = 0 for a mistake either way, we do for label 0 only;
# from zero weights the first example has label 0, and z = 0 does not come again.
labels = (X @ [1.0, -2.0] + 0.3 > 0) * 1.0
first = int(np.argmin(labels))
order = [first] + [k for k in range(N) if k != first]
Xr, labels = X[order], labels[order]
model = Perceptron(penalty=None, eta0=0.5, max_iter=7, tol=None, shuffle=False)
model.fit(Xr, labels)
result["rosenblatt"] = {
    "inputs": flat(Xr),
    "targets": flat(labels),
    "learningRate": 0.5,
    "epochs": 7,
    "weights": flat([model.intercept_[0], *model.coef_[0]]),
}

# One epoch of the online delta rule with scikit-learn.
t = targets["identity"]
online = SGDRegressor(
    penalty=None, learning_rate="constant", eta0=0.3 / N, max_iter=1, tol=None, shuffle=False
)
online.fit(X, t, coef_init=np.array([-0.2, 0.3]), intercept_init=np.array([0.1]))
result["online"] = {"weights": flat([online.intercept_[0], *online.coef_])}

# Clusters from given centres, and principal components.
groups = np.concatenate([random.normal(loc=c, scale=s, size=(n, 3)) for c, s, n in
                         [((0, 0, 0), 0.8, 25), ((2, 1, 0), 0.7, 30), ((0, 2, 2), 0.9, 20)]]).round(4)
start = groups[[0, 1, 2]]
means = KMeans(3, init=start, n_init=1, algorithm="lloyd", tol=0).fit(groups)
result["clusters"] = {
    "points": flat(groups),
    "start": flat(start),
    "centres": flat(means.cluster_centers_),
    "labels": means.labels_.tolist(),
    "inertia": means.inertia_,
}
pca = PCA(svd_solver="full").fit(groups)
result["components"] = {
    "mean": flat(pca.mean_),
    "variances": flat(pca.explained_variance_),
    "fractions": flat(pca.explained_variance_ratio_),
    "components": flat(pca.components_),
    "scores": flat(pca.transform(groups)),
}

# A leaky integrate-and-fire neuron under a current that wavers, by a general solver, and a rate.
tau, resistance, rest, threshold, reset, refractory = 10.0, 10.0, -65.0, -50.0, -65.0, 2.0


def current(t):
    return 1.8 + 0.6 * np.sin(2 * np.pi * t / 40)


def reaches(t, v):
    return v[0] - threshold


reaches.terminal, reaches.direction = True, 1
t, spikes = 0.0, []
while t < 200:
    run = solve_ivp(lambda t, v: (rest - v + resistance * current(t)) / tau, (t, 200.0),
                    [rest if t == 0 else reset], events=reaches, rtol=1e-11, atol=1e-11, max_step=0.5)
    if not len(run.t_events[0]):
        break
    spikes.append(run.t_events[0][0])
    t = spikes[-1] + refractory
result["neuron"] = {"spikes": spikes}

# A small decision process: policy iteration with exact linear algebra.
S, A, discount = 7, 3, 0.9
P = random.dirichlet(np.full(S + 1, 0.4), size=(S, A)).round(6)
P /= P.sum(axis=2, keepdims=True)  # the last column: the episode ends
R = random.normal(size=(S, A)).round(4)
policy = np.zeros(S, dtype=int)
while True:
    chosen = P[np.arange(S), policy, :S]
    values = np.linalg.solve(np.eye(S) - discount * chosen, R[np.arange(S), policy])
    better = (R + discount * P[:, :, :S] @ values).argmax(axis=1)
    if (better == policy).all():
        break
    policy = better
result["decisions"] = {
    "probabilities": flat(P),
    "rewards": flat(R),
    "discount": discount,
    "values": flat(values),
    "policy": policy.tolist(),
}

Path(__file__).with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n")
