"""Energies of H2 at fixed nuclei: RHF, UHF and full CI in the basis cc-pVQZ, with PySCF.

    python make.py OUTPUT_FOLDER

writes h2_curve_ccpvqz.csv there, one distance after the other; started again after an
interruption, it goes on with the distances that are missing. Needs numpy, scipy and pyscf.
"""

import csv
import sys
from pathlib import Path

import numpy as np
from pyscf import ao2mo, gto, lib, scf
from scipy.sparse.linalg import eigsh

# Largest difference, in hartree, that another machine or version may make.
TOLERANCE = 2e-8

NAME = "h2_curve_ccpvqz.csv"
REMARK = "# H2 at fixed nuclei, basis cc-pVQZ; R in bohr, energies in hartree; see README.md"
COLUMNS = ["R", "E_RHF", "E_UHF", "E_FCI_S0", "E_FCI_S1", "E_FCI_T0"]


def distances():
    """Closest around the minimum; bohr."""
    pieces = [(0.4, 1.2, 0.05), (1.2, 1.7, 0.025), (1.7, 4.0, 0.05), (4.0, 10.01, 0.25)]
    return np.round(np.concatenate([np.arange(*piece) for piece in pieces]), 4)


def energies(R):
    """RHF, UHF, full-CI singlet ground, first excited singlet, lowest triplet; hartree."""
    molecule = gto.M(
        atom=f"H 0 0 0; H 0 0 {R:.10f}", basis="cc-pvqz", unit="Bohr", verbose=0
    )
    rhf = scf.RHF(molecule).run(conv_tol=1e-11)
    orbitals = rhf.mo_coeff
    singlets, triplet = full_ci(molecule, rhf.get_hcore(), orbitals)
    electronic = [rhf.energy_elec()[0], uhf_energy(molecule, orbitals), *singlets[:2], triplet]
    return [energy + molecule.energy_nuc() for energy in electronic]


def uhf_energy(molecule, orbitals, angle=0.7):
    """Started from different orbitals for the two electrons, so that it may find such a solution."""
    bonding, antibonding = orbitals[:, 0], orbitals[:, 1]
    up = bonding * np.cos(angle) + antibonding * np.sin(angle)
    down = bonding * np.cos(angle) - antibonding * np.sin(angle)
    uhf = scf.UHF(molecule)
    uhf.conv_tol = 1e-11
    uhf.max_cycle = 300
    uhf.kernel(np.array([np.outer(up, up), np.outer(down, down)]))
    return uhf.energy_elec()[0]


def full_ci(molecule, core_ao, orbitals):
    """All ways to put two electrons into n orbitals: lowest singlets and lowest triplet.

    In the basis of products pq the Hamiltonian is
        <pq|H|rs> = h_pr d_qs + d_pr h_qs + (pr|qs);
    singlets are the symmetric combinations pq + qp, triplets the antisymmetric ones pq - qp.
    """
    n = orbitals.shape[1]
    core = orbitals.T @ core_ao @ orbitals
    repulsion = ao2mo.restore(1, ao2mo.kernel(molecule, orbitals), n)

    def hamiltonian(p, q, r, s):
        p, q = p[:, None], q[:, None]
        return core[p, r] * (q == s) + (p == r) * core[q, s] + repulsion[p, r, q, s]

    p, q = np.triu_indices(n)
    norm = np.where(p == q, 0.5, 0.5**0.5)
    singlet = hamiltonian(p, q, p, q) + hamiltonian(p, q, q, p)
    singlet *= 2 * norm[:, None] * norm
    p, q = np.triu_indices(n, 1)
    triplet = hamiltonian(p, q, p, q) - hamiltonian(p, q, q, p)
    return lowest(singlet, 3), lowest(triplet, 1)[0]


def lowest(matrix, count):
    start = np.linspace(1, 2, len(matrix))  # fixed, so that a second run gives the same digits
    return np.sort(eigsh(matrix, k=count, which="SA", v0=start, return_eigenvectors=False))


def hydrogen_atom():
    """One electron: Hartree-Fock is exact within the basis; hartree."""
    atom = gto.M(atom="H 0 0 0", basis="cc-pvqz", spin=1, verbose=0)
    return scf.UHF(atom).run(conv_tol=1e-12).e_tot


def finished(path):
    """Distances that a complete line of the file holds, as text; drops what comes after them."""
    lines = path.read_text().splitlines(keepends=True) if path.exists() else []
    atom = f"# one hydrogen atom in this basis: {hydrogen_atom():.9f}"
    header = [REMARK + "\n", atom + "\n", ",".join(COLUMNS) + "\n"]
    rows = lines[3:] if lines[:3] == header else []
    rows = [line for line in rows if line.endswith("\n")]
    path.write_text("".join(header + rows))
    return [row[0] for row in csv.reader(rows)]


def main(folder):
    lib.num_threads(1)
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    done = finished(path)
    todo = [R for R in distances() if str(R) not in done]
    for count, R in enumerate(todo, 1):
        row = ",".join([str(R), *(f"{energy:.9f}" for energy in energies(R))])
        with path.open("a") as file:
            file.write(row + "\n")
        print(f"{count} of {len(todo)}: R = {R} bohr", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
