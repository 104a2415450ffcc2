"""Better curves of two neon and two argon atoms: CCSD(T)/aug-cc-pVTZ with Gaussians between the atoms.

    python bond_functions.py OUTPUT_FOLDER

writes neon.csv and argon.csv there, one distance after the other; started again after an
interruption, it goes on with the distances that are missing. About five minutes of one core for
each distance. Needs numpy and pyscf.
"""

import csv
import sys
from pathlib import Path

from pyscf import lib

from make import NAMES, interaction

COLUMNS = ["R", "E_HF", "E_CCSD", "E_CCSD_T", "E_CCSD_T_atoms_only"]
REMARK = (
    "# {0}2: energy of two atoms minus that of each alone in the same basis; R in angstrom, energies in"
    " hartree; see README.md"
)
DISTANCES = {
    "Ne": [2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 3.0, 3.05, 3.1, 3.15, 3.2, 3.3, 3.4, 3.6, 3.8]
    + [4.0, 4.5, 5.0, 6.0],
    "Ar": [2.8, 3.0, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.75, 3.8, 3.9, 4.0, 4.1, 4.2, 4.4, 4.6, 4.8]
    + [5.2, 5.5, 6.0, 6.5, 7.5],
}
# Gaussians half-way between the atoms: angular momentum and exponents, 1/bohr^2.
BOND = [(0, [0.9, 0.3, 0.1]), (1, [0.9, 0.3, 0.1]), (2, [0.6, 0.2]), (3, [0.6, 0.2])]


def finished(path, element):
    """Distances that a complete line of the file holds, as text; drops what comes after them."""
    lines = path.read_text().splitlines(keepends=True) if path.exists() else []
    header = [REMARK.format(element) + "\n", ",".join(COLUMNS) + "\n"]
    rows = [line for line in lines[2:] if line.endswith("\n")] if lines[:2] == header else []
    path.write_text("".join(header + rows))
    return [row[0] for row in csv.reader(rows)]


def curve(element, path):
    done = finished(path, element)
    todo = [R for R in DISTANCES[element] if str(R) not in done]
    for count, R in enumerate(todo, 1):
        values = [*interaction(element, R, BOND), interaction(element, R)[2]]
        with path.open("a") as file:
            file.write(",".join([str(R), *(f"{value:.10f}" for value in values)]) + "\n")
        print(f"{path.stem}: {count} of {len(todo)}, R = {R} angstrom", flush=True)


def main(folder):
    lib.num_threads(1)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for element, name in NAMES.items():
        curve(element, Path(folder) / f"{name}.csv")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
