"""Electronic energies of one and two electrons on a line with softened Coulomb laws.

    python make.py OUTPUT_FOLDER

writes soft_coulomb.csv there, in a minute or two. Needs numpy and scipy. Finite differences of order
8 on an even grid and sparse Lanczos (ARPACK): another way than the course's own code.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.linalg import eigh
from scipy.sparse import csr_matrix, diags, identity, kron
from scipy.sparse.linalg import eigsh

# Largest difference, in hartree, that another machine or version may make.
TOLERANCE = 1e-8

NAME = "soft_coulomb.csv"
REMARK = "# soft Coulomb law with a = 1; bohr and hartree, nuclear repulsion left out; see README.md"
COLUMNS = "chargeA,positionA,chargeB,positionB,electrons,multiplicity,state,energy"
STENCIL = [-205 / 72, 8 / 5, -1 / 5, 8 / 315, -1 / 560]

# Two nuclei (charge, position), electrons, multiplicity 1 or 3 (2 for one electron), states, half
# width of the box.
SYSTEMS = [
    ((1, 0), (0, 0), 1, 2, 3, 60),
    ((2, 0), (0, 0), 1, 2, 2, 40),
    ((5, 0), (0, 0), 1, 2, 2, 20),
    ((1, -0.5), (1, 0.5), 1, 2, 2, 40),
    ((1, -1.09046), (1, 1.09046), 1, 2, 2, 40),
    ((1, -2), (1, 2), 1, 2, 2, 40),
    ((2, -1), (1, 1), 1, 2, 2, 40),
    ((2, 0), (0, 0), 2, 1, 2, 20),
    ((2, 0), (0, 0), 2, 3, 1, 20),
    ((3, 0), (0, 0), 2, 1, 1, 12),
    ((1, 0), (0, 0), 2, 1, 1, 30),
    ((1, -0.5), (1, 0.5), 2, 1, 1, 16),
    ((1, -0.8), (1, 0.8), 2, 1, 2, 24),
    ((1, -0.8), (1, 0.8), 2, 3, 1, 24),
    ((1, -1.5), (1, 1.5), 2, 1, 1, 16),
    ((1, -1.5), (1, 1.5), 2, 3, 1, 16),
    ((2, -0.8), (1, 0.8), 2, 1, 1, 16),
]


def soft(x):
    return 1 / np.sqrt(x * x + 1)


def levels(a, b, electrons, multiplicity, states, half, spacing):
    n = 2 * round(half / spacing) + 1
    x = np.linspace(-half, half, n)
    h = x[1] - x[0]
    offsets = range(-4, 5)
    kinetic = diags([np.full(n - abs(k), -STENCIL[abs(k)] / (2 * h * h)) for k in offsets], offsets)
    one = (kinetic + diags(-a[0] * soft(x - a[1]) - b[0] * soft(x - b[1]))).tocsr()
    if electrons == 1:
        return eigh(one.toarray(), eigvals_only=True, subset_by_index=[0, states - 1])
    sign = 1 if multiplicity == 1 else -1
    unit = identity(n)
    # Pairs i < j, and i = j for singlets, each with its partner under exchange
    i, j = np.triu_indices(n, 0 if sign == 1 else 1)
    count = len(i)
    rows = np.concatenate([i * n + j, j * n + i])
    weight = np.where(i == j, 0.5, np.sqrt(0.5))
    entries = np.concatenate([weight, sign * weight])
    pack = csr_matrix((entries, (rows, np.tile(np.arange(count), 2))), shape=(n * n, count))
    both = kron(one, unit) + kron(unit, one) + diags(soft(x[:, None] - x).ravel())
    matrix = (pack.T @ both @ pack).tocsc()
    start = np.exp(-(x[i] ** 2 + x[j] ** 2) / 8) * (1 + 0.1 * x[i] + 0.2 * x[j])
    lowest = eigsh(matrix, k=states, which="SA", v0=start, ncv=60, tol=1e-11, maxiter=100000)[0]
    return np.sort(lowest)


def main(folder):
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [REMARK, COLUMNS]
    for a, b, electrons, multiplicity, states, half in SYSTEMS:
        spacings = (0.1, 0.125) if electrons == 1 else (0.125, 0.16)
        fine, coarse = (
            levels(a, b, electrons, multiplicity, states, half, spacing) for spacing in spacings
        )
        print(a, b, multiplicity, fine, f"coarser grid: {np.abs(fine - coarse).max():.1e}", flush=True)
        for state, energy in enumerate(fine):
            numbers = [*a, *b, electrons, multiplicity, state, f"{energy:.9f}"]
            lines.append(",".join(map(str, numbers)))
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
