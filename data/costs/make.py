"""A ladder of methods on one molecule: water in the basis 6-31G, up to the exact energy, with PySCF.

    python make.py OUTPUT_FOLDER

writes ladder.csv there, in a few minutes. Needs numpy and pyscf.
"""

import sys
from pathlib import Path

import numpy as np
from pyscf import cc, gto, lib, mcscf, mp, scf

# Largest difference, in hartree, that another machine or version may make.
TOLERANCE = 2e-8

NAME = "ladder.csv"
REMARK = "# water, 6-31G, 1s of oxygen frozen beyond RHF; energies in hartree; see README.md"
COLUMNS = (
    "r_angstrom,E_RHF,E_MP2,E_CCSD,E_CCSDT,E_FCI,kinetic,electronIon,electronElectron,ionIon"
)

# Experimental angle and bond length (A. R. Hoy and P. R. Bunker 1979), and both bonds twice as long.
ANGLE = 104.48
LENGTHS = [0.9578, 1.9156]


def molecule(r):
    half = np.radians(ANGLE / 2)
    x, z = r * np.sin(half), r * np.cos(half)
    atoms = [("O", (0, 0, 0)), ("H", (x, 0, z)), ("H", (-x, 0, z))]
    return gto.M(atom=atoms, basis="6-31g", symmetry="C2v", verbose=0)


def energies(r):
    rhf = scf.RHF(molecule(r)).run(conv_tol=1e-12, conv_tol_grad=1e-8, max_cycle=500)
    mp2 = mp.MP2(rhf, frozen=1).run().e_tot
    ccsd = cc.CCSD(rhf, frozen=1)
    ccsd.conv_tol, ccsd.conv_tol_normt, ccsd.max_cycle = 1e-11, 1e-8, 500
    ccsd.kernel()
    exact = mcscf.CASCI(rhf, rhf.mol.nao - 1, rhf.mol.nelectron - 2)
    exact.fcisolver.conv_tol = 1e-12
    exact.fix_spin_(ss=0)
    if not (rhf.converged and ccsd.converged):
        raise RuntimeError(f"not converged at {r} angstrom")
    ladder = (rhf.e_tot, mp2, ccsd.e_tot, ccsd.e_tot + ccsd.ccsd_t(), exact.kernel()[0])
    return *ladder, *terms(rhf)


def terms(rhf):
    """Expectation values of T, Vei, Vee and Vii in RHF; they add up to its energy."""
    density = rhf.make_rdm1()
    kinetic = np.einsum("ab,ba", density, rhf.mol.intor("int1e_kin"))
    attraction = np.einsum("ab,ba", density, rhf.mol.intor("int1e_nuc"))
    nuclei = rhf.mol.energy_nuc()
    return kinetic, attraction, rhf.e_tot - kinetic - attraction - nuclei, nuclei


def main(folder):
    lib.num_threads(1)
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [",".join([str(r), *(f"{energy:.9f}" for energy in energies(r))]) for r in LENGTHS]
    path.write_text("\n".join([REMARK, COLUMNS, *rows]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
