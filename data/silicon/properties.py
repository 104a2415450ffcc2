"""What DFT at the level of make.py says of crystalline silicon, for models to be compared with.

    python properties.py OUTPUT_FOLDER

writes properties.json: volume, energy and bulk modulus of each crystal from energies at seven
volumes, the elastic constants of diamond from the stress of strained cells. Started again, it goes
on where it was stopped.
"""

import json
import sys
from pathlib import Path

from ase.build import bulk

from crystals import PERFECT, phases
from dataset import replace
from frames import kmesh
from make import LEVEL
from measure import calculator, cubic_constants, equation_of_state


def main(output):
    once = calculator(LEVEL, "silicon")
    crystals = {name: equation_of_state(once, name, atoms, PERFECT) for name, atoms in phases().items()}
    side = round((8 * crystals["diamond"]["volume_angstrom3_per_atom"]) ** (1 / 3), 4)
    diamond = bulk("Si", "diamond", a=side)
    found = {
        "lattice_constant_angstrom": side,
        "elastic_gpa": cubic_constants(once, "diamond", diamond, kmesh(diamond, PERFECT)),
        "crystals": crystals,
    }
    replace(Path(output) / "properties.json", json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
