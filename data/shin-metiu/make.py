"""Surfaces and levels of the Shin-Metiu model, with numpy and scipy.

    python make.py OUTPUT_FOLDER

writes surfaces.csv and levels.csv there. Both coordinates are expanded in the sines of a box
(D. T. Colbert and W. H. Miller, J. Chem. Phys. 96, 1982 (1992), eq. A6), the exact levels are the
lowest eigenvalues of the full two-dimensional matrix, and derivatives of states are sums over all
states. Needs numpy and scipy.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.linalg import eigh
from scipy.optimize import minimize_scalar
from scipy.special import erf

# Largest difference that another machine or version may make, in the units of the columns.
TOLERANCE = 2e-10

LENGTH, MOVING, LEFT, RIGHT = 19.0, 5.0, 4.0, 3.1
MASSES = [100.0, 1836.15]
POSITIONS = [-6.0, -4.0, -1.9185, 0.0, 2.6, 5.0, 7.0]
SURFACES_REMARK = "# Shin-Metiu model with the ion at R; bohr, hartree, 1/bohr; see README.md"
LEVELS_REMARK = "# Shin-Metiu model, levels of ion and electron together; hartree; see README.md"


def sine_grid(reach, intervals, mass):
    """Inner points of a box from -reach to reach, and the kinetic energy between them."""
    n = intervals
    i = np.arange(1, n)
    x = -reach + 2 * reach * i / n
    i, j = i[:, None], i[None, :]
    with np.errstate(divide="ignore"):
        near = 1 / np.sin(np.pi * (i - j) / (2 * n)) ** 2
    far = 1 / np.sin(np.pi * (i + j) / (2 * n)) ** 2
    matrix = np.where(i == j, (2 * n**2 + 1) / 3 - 1 / np.sin(np.pi * i / n) ** 2, near - far)
    sign = np.where((i - j) % 2 == 0, 1, -1)
    return x, sign * matrix * (np.pi / (2 * reach)) ** 2 / (4 * mass)


def attraction(x, a):
    """erf(|x|/a)/|x| and its derivative in x."""
    x = np.where(np.abs(x) < 1e-6, 1e-6, x)
    value = erf(x / a) / x
    return value, 2 / (np.sqrt(np.pi) * a) * np.exp(-((x / a) ** 2)) / x - value / x


def potential(r, R):
    ions = 1 / np.abs(R - LENGTH / 2) + 1 / np.abs(R + LENGTH / 2)
    fixed = attraction(r - LENGTH / 2, RIGHT)[0] + attraction(r + LENGTH / 2, LEFT)[0]
    return ions - fixed - attraction(r - R, MOVING)[0]


def slope(r, R):
    """dV/dR."""
    ions = 1 / (LENGTH / 2 - R) ** 2 - 1 / (LENGTH / 2 + R) ** 2
    return ions + attraction(r - R, MOVING)[1]


R_ELECTRON, T_ELECTRON = sine_grid(32.0, 80, 1.0)


def electron(R):
    return eigh(T_ELECTRON + np.diag(potential(R_ELECTRON, R)))


def surface_row(R):
    """E_0, E_1, E_2, dE_0/dR, |d_01|, <dPhi_0|dPhi_0>."""
    energies, states = electron(R)
    elements = states.T @ (slope(R_ELECTRON, R) * states[:, 0])
    couplings = elements[1:] / (energies[1:] - energies[0])
    return [*energies[:3], elements[0], abs(couplings[0]), couplings @ couplings]


def one_surface(mass):
    """Levels of Born and Oppenheimer, and with the diagonal correction; a fine grid for the ion."""
    R, kinetic = sine_grid(9.2, 230, mass)
    rows = np.array([surface_row(x) for x in R])
    plain = kinetic + np.diag(rows[:, 0])
    corrected = plain + np.diag(rows[:, 5] / (2 * mass))
    return [eigh(h, eigvals_only=True, subset_by_index=(0, 4)) for h in (plain, corrected)]


def exact(mass, intervals):
    """The five lowest levels on the product grid, with the mean kinetic energies of both."""
    r, t_electron = sine_grid(30.0, 60, 1.0)
    R, t_ion = sine_grid(9.2, intervals, mass)
    p, g = len(r), len(R)
    h = np.kron(np.eye(g), t_electron)
    h += np.kron(t_ion, np.eye(p))
    h[np.diag_indices(g * p)] += potential(r[None, :], R[:, None]).ravel()
    energies, states = eigh(h, subset_by_index=(0, 4), overwrite_a=True, check_finite=False)
    psi = states.T.reshape(5, g, p)
    ion = np.sum(psi * np.einsum("gh,shp->sgp", t_ion, psi), axis=(1, 2))
    electrons = np.sum(psi * np.einsum("pq,sgq->sgp", t_electron, psi), axis=(1, 2))
    return energies, ion, electrons


def write(path, remarks, header, rows):
    lines = [*remarks, ",".join(header), *(",".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n")


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    gap = minimize_scalar(
        lambda R: electron(R)[0][1] - electron(R)[0][0], bounds=(-3, -1), options={"xatol": 1e-9}
    )
    well = minimize_scalar(lambda R: electron(R)[0][0], bounds=(2, 3), options={"xatol": 1e-9})
    remarks = [
        SURFACES_REMARK,
        f"# smallest E1 - E0: {gap.fun:.9f} at R = {gap.x:.4f}",
        f"# lowest E0: {well.fun:.9f} at R = {well.x:.3f}",
    ]
    rows = [[f"{R}", *(f"{value:.10f}" for value in surface_row(R))] for R in POSITIONS]
    header = ["R", "E0", "E1", "E2", "slope0", "coupling01", "change0"]
    write(folder / "surfaces.csv", remarks, header, rows)
    rows = []
    for mass, intervals in zip(MASSES, [50, 84]):
        energies, ion, electrons = exact(mass, intervals)
        for v, values in enumerate(zip(energies, *one_surface(mass), ion, electrons)):
            rows.append([f"{mass}", f"{v}", *(f"{value:.11f}" for value in values)])
        print(f"ion mass {mass}", flush=True)
    header = ["ionMass", "level", "exact", "bornOppenheimer", "adiabatic", "ionKinetic"]
    write(folder / "levels.csv", [LEVELS_REMARK], [*header, "electronKinetic"], rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
