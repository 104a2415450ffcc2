"""H2 and HeH+ in small s-type Gaussian bases: RHF, UHF, full CI, terms and forces, with PySCF.

    python make.py OUTPUT_FOLDER

writes h2_gaussian.csv there, in a minute. Needs numpy, scipy and pyscf.
"""

import sys
from pathlib import Path

import numpy as np
from pyscf import ao2mo, fci, gto, lib, scf
from scipy.optimize import brentq

# Largest difference, in hartree or hartree/bohr, that another machine or version may make.
TOLERANCE = 2e-9

NAME = "h2_gaussian.csv"
REMARK = "# H2 and HeH+, PySCF; bohr, hartree, hartree/bohr; see README.md"
COLUMNS = (
    "basis,chargeA,R,E_RHF,E_UHF,E_FCI_S0,E_FCI_S1,E_FCI_T0,"
    "kinetic,electronIon,electronElectron,force,hellmannFeynman"
)
BASES = ["sto-3g", "6-311g"]
DISTANCES = [0.8, 1.4, 2.0, 3.0, 5.0, 10.0]


def molecule(charge, R, basis):
    atoms = f"{'H' if charge == 1 else 'He'} 0 0 0; H 0 0 {R:.12f}"
    return gto.M(atom=atoms, basis=basis, unit="Bohr", charge=charge - 1, verbose=0)


def restricted(mol):
    rhf = scf.RHF(mol)
    rhf.conv_tol, rhf.conv_tol_grad, rhf.max_cycle = 1e-13, 1e-9, 500
    return rhf.run()


def unrestricted(mol, orbitals, angle=0.7):
    """Started from different orbitals for the two electrons."""
    up = orbitals[:, 0] * np.cos(angle) + orbitals[:, 1] * np.sin(angle)
    down = orbitals[:, 0] * np.cos(angle) - orbitals[:, 1] * np.sin(angle)
    uhf = scf.UHF(mol)
    uhf.conv_tol, uhf.conv_tol_grad, uhf.max_cycle = 1e-13, 1e-8, 1000
    uhf.kernel(np.array([np.outer(up, up), np.outer(down, down)]))
    return uhf.e_tot


def full_ci(mol, rhf):
    core = rhf.mo_coeff.T @ rhf.get_hcore() @ rhf.mo_coeff
    n = core.shape[0]
    repulsion = ao2mo.kernel(mol, rhf.mo_coeff)
    singlet = fci.direct_spin0.FCI(mol)
    singlet.conv_tol = 1e-13
    # direct_spin0 keeps the symmetric vectors only: the singlets
    singlets = singlet.kernel(core, repulsion, n, 2, nroots=2)[0]
    triplet = fci.direct_spin1.FCI(mol)
    triplet.conv_tol = 1e-13
    lowest = triplet.kernel(core, repulsion, n, (2, 0))[0]
    return [energy + mol.energy_nuc() for energy in (*singlets, lowest)]


def hellmann_feynman(mol, density, h=1e-4):
    """Force on the second nucleus along the axis: the nucleus moves, basis and density stay."""
    (za, zb), (a, b) = mol.atom_charges(), mol.atom_coords()

    def energy(shift):
        moved = b + np.array([0, 0, shift])
        with mol.with_rinv_origin(moved):
            attraction = -zb * np.einsum("ab,ba", density, mol.intor("int1e_rinv"))
        return attraction + za * zb / np.linalg.norm(moved - a)

    slopes = [(energy(k * h) - energy(-k * h)) / (2 * k * h) for k in (1, 2)]
    return -(4 * slopes[0] - slopes[1]) / 3


def row(basis, charge, R):
    mol = molecule(charge, R, BASES[basis])
    rhf = restricted(mol)
    density = rhf.make_rdm1()
    kinetic = np.einsum("ab,ba", density, mol.intor("int1e_kin"))
    attraction = np.einsum("ab,ba", density, mol.intor("int1e_nuc"))
    electrons = rhf.e_tot - kinetic - attraction - mol.energy_nuc()
    force = -rhf.nuc_grad_method().kernel()[1, 2]
    numbers = [
        rhf.e_tot,
        unrestricted(mol, rhf.mo_coeff),
        *full_ci(mol, rhf),
        kinetic,
        attraction,
        electrons,
        force,
        hellmann_feynman(mol, density),
    ]
    return ",".join([str(basis), str(charge), str(R), *(f"{x:.10f}" for x in numbers)])


def coulson_fischer(basis):
    """Where the lowest eigenvalue of (e_a - e_i) - (ii|ab) - (ia|ib) is zero; bohr."""

    def lowest(R):
        mol = molecule(1, R, basis)
        rhf = restricted(mol)
        v = ao2mo.restore(1, ao2mo.kernel(mol, rhf.mo_coeff), mol.nao)
        gap = np.diag(rhf.mo_energy[1:] - rhf.mo_energy[0])
        return np.linalg.eigvalsh(gap - v[0, 0, 1:, 1:] - v[0, 1:, 0, 1:])[0]

    return brentq(lowest, 1.5, 4, xtol=1e-9)


def main(folder):
    lib.num_threads(1)
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    points = "# Coulson-Fischer points of H2: %.6f, %.6f bohr" % tuple(map(coulson_fischer, BASES))
    lines = [REMARK, points, COLUMNS]
    for basis in range(2):
        for charge in (1, 2):
            lines += [row(basis, charge, R) for R in DISTANCES]
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
