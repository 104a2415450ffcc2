"""Two lowest singlets (1 A1 and 2 A1) of LiF at fixed nuclei: state-averaged CASSCF(2,2), with PySCF.

    python make.py OUTPUT_FOLDER

writes lif_sa2casscf22.csv there, in a few minutes. Needs numpy and pyscf.
"""

import sys
from pathlib import Path

import numpy as np
from pyscf import gto, lib, mcscf, scf

# Largest difference, in hartree, that another machine or version may make.
TOLERANCE = 2e-7

NAME = "lif_sa2casscf22.csv"
REMARK = "# LiF, SA2-CASSCF(2,2), Li cc-pVDZ, F aug-cc-pVDZ; R in bohr, energies in hartree; see README.md"
BASIS = {"Li": "cc-pvdz", "F": "aug-cc-pvdz"}


def distances():
    """Bohr, from the outside in: the orbitals of two atoms are the clearest start."""
    return np.round(np.arange(14, 2.49, -0.25), 4)


def solve(R, orbitals):
    """Both energies, and the orbitals they share. `orbitals` are those of another distance."""
    molecule = gto.M(
        atom=f"Li 0 0 0; F 0 0 {R:.10f}", basis=BASIS, unit="Bohr", symmetry="C2v", verbose=0
    )
    rhf = scf.RHF(molecule).run(conv_tol=1e-12)
    casscf = mcscf.CASSCF(rhf, 2, 2)
    casscf.fcisolver.wfnsym = "A1"
    casscf.fix_spin_(ss=0)
    casscf = casscf.state_average_([0.5, 0.5])
    casscf.conv_tol = 1e-12
    casscf.conv_tol_grad = 1e-6
    casscf.max_cycle_macro = 200
    if orbitals is not None:
        orbitals = mcscf.project_init_guess(casscf, orbitals[1], prev_mol=orbitals[0])
    casscf.kernel(orbitals)
    if not casscf.converged:
        raise RuntimeError(f"not converged at {R} bohr")
    return casscf.e_states, (molecule, casscf.mo_coeff)


def main(folder):
    lib.num_threads(1)
    rows = []
    orbitals = None
    for R in distances():
        energies, orbitals = solve(R, orbitals)
        rows.append(",".join([str(R), *(f"{energy:.8f}" for energy in sorted(energies))]))
        print(f"R = {R} bohr", flush=True)
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([REMARK, "R,E1,E2", *reversed(rows)]) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
