"""Energies of n-butane along two rigid scans: Hartree-Fock and MP2 in the basis 6-31G*, with PySCF.

    python make.py OUTPUT_FOLDER

writes torsion.xyz and stretch.xyz there, one geometry after the other. Needs numpy and pyscf.
"""

import sys
from pathlib import Path

from pyscf import gto, lib, mp, scf

# Largest difference, in eV or angstrom, that another machine or version may make.
TOLERANCE = 2e-6

EV = 27.211386245981  # CODATA 2022, of one hartree
COLUMNS = "species:S:1:pos:R:3"

SCANS = {
    "torsion": [180, 165, 150, 135, 120, 105, 90, 75, 60, 45, 30, 15, 0],
    "stretch": [1.38, 1.43, 1.48, 1.53, 1.58, 1.63, 1.73, 1.88, 2.03],
}


def z_matrix(torsion=180, stretch=1.53):
    """C1-C2-C3-C4 by its dihedral angle and the bond C2-C3; all else stays."""
    return f"""C
C 1 1.53
C 2 {stretch} 1 112.5
C 3 1.53 2 112.5 1 {torsion}
H 1 1.095 2 110.5 3 180
H 1 1.095 2 110.5 3 60
H 1 1.095 2 110.5 3 -60
H 2 1.095 1 109.2 3 121.5
H 2 1.095 1 109.2 3 -121.5
H 3 1.095 2 109.2 4 121.5
H 3 1.095 2 109.2 4 -121.5
H 4 1.095 3 110.5 2 180
H 4 1.095 3 110.5 2 60
H 4 1.095 3 110.5 2 -60"""


def frame(name, value):
    """One geometry as extended XYZ; energies in eV, lengths in angstrom."""
    built = gto.M(atom=z_matrix(**{name: value}), verbose=0)
    symbols = [built.atom_symbol(i) for i in range(built.natm)]
    rows = [
        f"{symbol:2s} {x:14.8f} {y:14.8f} {z:14.8f}"
        for symbol, (x, y, z) in zip(symbols, built.atom_coords(unit="Angstrom") + 0.0)
    ]
    molecule = gto.M(atom="\n".join(rows), basis="6-31g*", verbose=0)
    hartree_fock = scf.RHF(molecule).run(conv_tol=1e-10)
    mp2 = mp.MP2(hartree_fock, frozen=4).run()
    energies = f"energy={mp2.e_tot * EV:.7f} energy_hf={hartree_fock.e_tot * EV:.7f}"
    return "\n".join([str(len(rows)), f"Properties={COLUMNS} {energies} {name}={value}", *rows])


def main(folder):
    lib.num_threads(1)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, values in SCANS.items():
        with (Path(folder) / f"{name}.xyz").open("w") as file:
            for value in values:
                file.write(frame(name, value) + "\n")
                file.flush()
                print(f"{name} {value}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
