"""Exact scattering of Tully's three two-state models, by spectral elements, with scipy.

    python make.py OUTPUT_FOLDER

writes transmission.csv there. Needs numpy and scipy. A method of another kind than the course's own
Numerov recursion: the wave function is a polynomial of degree 20 on each of many short elements, the
boundary conditions are the derivatives of the outgoing waves, and one sparse linear system is solved.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import splu

# Largest difference, in a probability, that another machine or version may make.
TOLERANCE = 1e-9

NAME = "transmission.csv"
REMARK = "# Tully's models 1, 2, 3, mass 2000, from the left on the lower adiabatic state; see README.md"
COLUMNS = "model,momentum,transmittedLower,transmittedUpper,reflectedLower,reflectedUpper"
MASS = 2000.0


def simple_avoided_crossing(x):
    first = np.sign(x) * 0.01 * (1 - np.exp(-1.6 * np.abs(x)))
    return first, -first, 0.005 * np.exp(-x * x)


def dual_avoided_crossing(x):
    return 0 * x, 0.05 - 0.10 * np.exp(-0.28 * x * x), 0.015 * np.exp(-0.06 * x * x)


def extended_coupling(x):
    first = 6e-4 + 0 * x
    decay = np.exp(-0.90 * np.abs(x))
    return first, -first, 0.10 * np.where(x < 0, decay, 2 - decay)


# The potential matrix, how far it must be followed (bohr), and the momenta.
MODELS = {
    1: (simple_avoided_crossing, 20.0, [2, 4, 4.4, 5, 6, 7, 8, 8.5, 9, 10, 12, 15, 20, 25, 30, 60]),
    2: (dual_avoided_crossing, 24.0, [5, 8, 10, 12, 14, 16, 17, 18, 20, 22, 25, 30, 35, 40, 50, 80]),
    3: (
        extended_coupling,
        40.0,
        [3, 4, 6, 8, 10, 12, 15, 18, 20, 22, 24, 25, 26, 28, 28.2, 28.5, 29, 30, 32, 35, 50],
    ),
}


def lobatto(degree):
    """Nodes, weights and derivative matrix of Gauss-Lobatto-Legendre on [-1, 1]."""
    legendre = np.polynomial.legendre.Legendre.basis(degree)
    nodes = np.concatenate(([-1.0], np.sort(legendre.deriv().roots().real), [1.0]))
    height = legendre(nodes)
    weights = 2 / (degree * (degree + 1) * height**2)
    gap = nodes[:, None] - nodes[None, :] + np.eye(degree + 1)
    slope = height[:, None] / height[None, :] / gap
    np.fill_diagonal(slope, 0.0)
    slope[0, 0], slope[-1, -1] = -degree * (degree + 1) / 4, degree * (degree + 1) / 4
    return nodes, weights, slope


def channels(model, x, energy):
    """Adiabatic states at x, one to a column, and their wave numbers, i kappa where closed."""
    v11, v22, v12 = (float(v) for v in model(np.asarray(x)))
    levels, states = np.linalg.eigh([[v11, v12], [v12, v22]])
    return levels, states, np.sqrt(2 * MASS * (energy - levels) + 0j)


def transmission(model, reach, momentum, length, degree=20):
    """Transmitted lower, upper, reflected lower, upper; `length` is that of an element.

    It must divide `reach`: at 0 the models have a kink, and an element has to end there.
    """
    count = round(2 * reach / length)
    nodes, weights, slope = lobatto(degree)
    energy = momentum**2 / (2 * MASS) + channels(model, -reach, 0)[0][0]
    stiffness = (slope.T * weights) @ slope / (length / 2) / (2 * MASS)
    size = count * degree + 1
    rows, columns, entries = [], [], []

    def add(row, column, value):
        rows.append(np.ravel(row)), columns.append(np.ravel(column)), entries.append(np.ravel(value))

    for element in range(count):
        place = element * degree + np.arange(degree + 1)
        x = -reach + length * (element + (nodes + 1) / 2)
        v11, v22, v12 = model(x)
        mass = weights * length / 2
        across = np.broadcast_to(place, (degree + 1, degree + 1))
        for state, v in enumerate((v11, v22)):
            add(2 * across.T + state, 2 * across + state, stiffness.astype(complex))
            add(2 * place + state, 2 * place + state, mass * (v - energy) + 0j)
        add(2 * place, 2 * place + 1, mass * v12 + 0j)
        add(2 * place + 1, 2 * place, mass * v12 + 0j)

    right_side = np.zeros(2 * size, complex)
    ends = {}
    for side, x, first in (("left", -reach, 0), ("right", reach, 2 * (size - 1))):
        _, states, waves = channels(model, x, energy)
        outgoing = -(states * (1j * waves)) @ states.T / (2 * MASS)
        pair = first + np.arange(2)
        add(np.repeat(pair, 2), np.tile(pair, 2), outgoing)
        ends[side] = (pair, states, waves)
    pair, states, waves = ends["left"]
    incoming = states[:, 0]
    right_side[pair] = -2j * waves[0] * incoming / (2 * MASS)

    matrix = coo_matrix(
        (np.concatenate(entries), (np.concatenate(rows), np.concatenate(columns)))
    ).tocsc()
    wave = splu(matrix).solve(right_side)
    result = []
    for side, subtract in (("right", 0), ("left", incoming)):
        pair, states, numbers = ends[side]
        amplitude = states.T @ (wave[pair] - subtract)
        result.extend(abs(amplitude) ** 2 * numbers.real / waves[0].real)
    return np.array(result)


def main(folder):
    lines = [REMARK, COLUMNS]
    for number, (model, reach, momenta) in MODELS.items():
        for momentum in momenta:
            found = transmission(model, reach, momentum, 0.25)
            finer = transmission(model, reach, momentum, 0.125)
            wider = transmission(model, 1.25 * reach, momentum, 0.125)
            change = max(abs(found - finer).max(), abs(finer - wider).max())
            assert change < TOLERANCE and abs(sum(finer) - 1) < TOLERANCE, (number, momentum, change)
            lines.append(",".join([str(number), str(momentum), *(f"{p:.10f}" for p in finer)]))
            print(lines[-1], f"changes by {change:.0e}", flush=True)
    (Path(folder) / NAME).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
