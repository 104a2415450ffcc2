"""Interaction energies of two neon and of two argon atoms by CCSD(T)/aug-cc-pVTZ, with PySCF.

    python make.py OUTPUT_FOLDER

writes neon_aug-cc-pvtz.csv and argon_aug-cc-pvtz.csv there, in about half an hour. Needs numpy and
pyscf. bond_functions.py makes better ones, in hours.
"""

import sys
from pathlib import Path

import numpy as np
from pyscf import cc, gto, lib, scf

# Largest difference, in hartree, that another machine or version may make.
TOLERANCE = 2e-8

REMARK = (
    "# {0}2: energy of two atoms minus that of each alone in the same basis, aug-cc-pVTZ; R in angstrom,"
    " energies in hartree; see README.md"
)
NAMES = {"Ne": "neon", "Ar": "argon"}
# Core orbitals per atom that are kept as in Hartree-Fock, and distances in angstrom.
CORE = {"Ne": 1, "Ar": 5}
DISTANCES = {
    "Ne": [2.4, 2.6, 2.8, 3.0, 3.1, 3.2, 3.4, 3.6, 4.0, 4.5, 5.0, 6.0],
    "Ar": [3.2, 3.4, 3.6, 3.75, 3.9, 4.1, 4.4, 4.8, 5.5, 6.5],
}
ATOMIC = "aug-cc-pvtz"


def interaction(element, R, bond=()):
    """HF, CCSD and CCSD(T), counterpoise-corrected (Boys and Bernardi), in hartree."""
    both = energies(element, R, [element, element], bond)
    alone = energies(element, R, [element, f"ghost-{element}"], bond)
    return both - 2 * alone


def energies(element, R, ends, bond):
    """Total energies with an atom, or only its basis functions, at each end.

    `bond`: Gaussians half-way between, as pairs of angular momentum and exponents in 1/bohr^2.
    """
    atoms = [(ends[0], (0, 0, 0)), (ends[1], (0, 0, R))]
    basis = {end: gto.basis.load(ATOMIC, element) for end in ends}
    if bond:
        atoms.append(("ghost-He", (0, 0, R / 2)))
        basis["ghost-He"] = [[l, [exponent, 1]] for l, exponents in bond for exponent in exponents]
    molecule = gto.M(atom=atoms, basis=basis, unit="Angstrom", verbose=0)
    hartree_fock = scf.RHF(molecule).run(conv_tol=1e-11)
    real = sum(not end.startswith("ghost") for end in ends)
    coupled = cc.CCSD(hartree_fock, frozen=CORE[element] * real)
    coupled.conv_tol = 1e-9
    coupled.kernel()
    if not (hartree_fock.converged and coupled.converged):
        raise RuntimeError(f"{element}2 at {R} angstrom did not converge")
    return np.array([hartree_fock.e_tot, coupled.e_tot, coupled.e_tot + coupled.ccsd_t()])


def main(folder):
    lib.num_threads(1)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for element, name in NAMES.items():
        lines = [REMARK.format(element), "R,E_HF,E_CCSD,E_CCSD_T"]
        for R in DISTANCES[element]:
            values = interaction(element, R)
            lines.append(",".join([str(R), *(f"{value:.10f}" for value in values)]))
        Path(folder, f"{name}_{ATOMIC}.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
