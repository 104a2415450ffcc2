"""Exact energies of H2+ at clamped nuclei, by separation in prolate spheroidal coordinates.

    python make.py OUTPUT_FOLDER

writes h2plus_exact.csv there, in a minute. Needs numpy and scipy. Both equations are dense matrices
here, integrated numerically in bases of scipy's Legendre and Laguerre functions, and the energy is
where their eigenvalues agree: another way than the recurrences of the course's own code.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.optimize import brentq
from scipy.special import eval_genlaguerre, gammaln, lpmv, roots_genlaguerre, roots_legendre

# Largest difference, in hartree, that another machine or version may make.
TOLERANCE = 1e-10

NAME = "h2plus_exact.csv"
REMARK = "# H2+ at clamped nuclei, exact; R in bohr, energies with 1/R in hartree; see README.md"
DISTANCES = [0.3, 0.5, 1, 1.5, 1.997193, 2, 3, 4, 5, 7, 10, 14, 20]

PROTON_MASS = 1836.152673426  # electron masses, CODATA 2022

# Nodes in xi, in eta and around the axis.
STATES = {
    "1sSigmaG": (0, 0, 0),
    "2pSigmaU": (0, 1, 0),
    "2pPiU": (0, 0, 1),
    "2sSigmaG": (1, 0, 0),
    "3dSigmaG": (0, 2, 0),
    "3dPiG": (0, 1, 1),
    "3dDeltaG": (0, 0, 2),
    "3pSigmaU": (1, 1, 0),
    "3pPiU": (1, 0, 1),
    "3sSigmaG": (2, 0, 0),
    "4fSigmaU": (0, 3, 0),
    "4fPhiU": (0, 0, 3),
}


def angular(c, nodes, m, size=50):
    """Eigenvalues of [(1 - eta^2) Y']' + [c^2 eta^2 - m^2/(1 - eta^2)] Y, from the highest."""
    eta, weights = roots_legendre(2 * size + 20)
    l = np.arange(m, m + size)
    norm = np.sqrt((2 * l + 1) / 2 * np.exp(gammaln(l - m + 1) - gammaln(l + m + 1)))
    Y = norm[:, None] * np.array([lpmv(m, degree, eta) for degree in l])
    matrix = np.diag(-l * (l + 1.0)) + (Y * weights * c**2 * eta**2) @ Y.T
    return np.linalg.eigvalsh(matrix)[::-1][nodes]


def radial_grid(m, size):
    """Orthonormal functions x^(m/2) e^(-x/2) L_n^m(x), and x times their derivatives."""
    alpha = max(m - 1, 0)  # the terms with 1/x need one power of x less
    x, weights = roots_genlaguerre(size + 40, alpha)
    weights = weights * x ** (m - alpha)
    n = np.arange(size)
    norm = np.exp(0.5 * (gammaln(n + 1) - gammaln(n + m + 1)))
    L = norm[:, None] * np.array([eval_genlaguerre(k, m, x) for k in n])
    lower = np.vstack([np.zeros_like(x), L[:-1] / norm[:-1, None]]) * norm[:, None]
    slope = n[:, None] * L - (n + m)[:, None] * lower + (m / 2 - x / 2) * L
    return x, weights, L, slope


def radial(c, R, nodes, m, grid):
    """Eigenvalues of [(xi^2 - 1) X']' + [2 R xi - c^2 xi^2 - m^2/(xi^2 - 1)] X, from the highest."""
    x, weights, X, slope = grid
    b = 2 * np.sqrt(c * (c + 1))  # any scale will do; for small R this one converges faster
    t = x / b
    kinetic = (slope * weights * (t + 2) / t) @ slope.T
    potential = 2 * R * (t + 1) - c**2 * (t + 1) ** 2 - m**2 / (t * (t + 2))
    matrix = (X * weights * potential) @ X.T - kinetic
    return np.linalg.eigvalsh((matrix + matrix.T) / 2)[::-1][nodes]


def electronic(R, state, size):
    nodes_xi, nodes_eta, m = STATES[state]
    grid = radial_grid(m, size)
    mismatch = lambda nu: radial(R / nu, R, nodes_xi, m, grid) + angular(R / nu, nodes_eta, m)
    steps = np.arange(0.95, 12, 0.25)
    values = [mismatch(steps[0])]
    for low, high in zip(steps, steps[1:]):
        values.append(mismatch(high))
        if values[-2] * values[-1] < 0:
            return -2 / brentq(mismatch, low, high, xtol=1e-14, rtol=1e-14) ** 2
    raise RuntimeError(f"no energy of {state} at {R} bohr")


def vibrations(size=121):
    """The two lowest levels of the nuclei on the ground state, in sinc functions; hartree."""
    R = np.linspace(0.5, 7, size)
    apart = np.subtract.outer(np.arange(size), np.arange(size))
    hop = np.where(apart == 0, np.pi**2 / 3, 2 * (-1.0) ** apart / np.where(apart == 0, 1, apart) ** 2)
    kinetic = hop / (2 * (PROTON_MASS / 2) * (R[1] - R[0]) ** 2)
    curve = [electronic(distance, "1sSigmaG", 60) + 1 / distance for distance in R]
    return np.linalg.eigvalsh(kinetic + np.diag(curve))[:2]


def main(folder):
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    levels = "# vibrational levels of the ground state, nuclear masses: %.11f, %.11f" % tuple(vibrations())
    lines = [REMARK, levels, "R," + ",".join(STATES)]
    for R in DISTANCES:
        energies = [electronic(R, state, 100) for state in STATES]
        smaller = [electronic(R, state, 80) for state in STATES]
        print(f"R = {R}: bases of 80 and 100 differ by {np.ptp([energies, smaller], axis=0).max():.1e}")
        lines.append(",".join([str(R), *(f"{energy + 1 / R:.12f}" for energy in energies)]))
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
