"""Writes closePairs.reference.json: molecules and a crystal of the Atomic Simulation Environment, and the
pairs that its neighbour list finds within the sum of Cordero's radii and 0.4 angstrom. Needs ase.

    python tests/charts/closePairs.reference.py
"""

import json
from pathlib import Path

import ase
from ase.build import bulk, molecule
from ase.data import covalent_radii
from ase.neighborlist import neighbor_list

structures = {name: molecule(name) for name in ["H2O", "CH3CH2OH", "C6H6", "SiH4", "LiF", "Cl2"]}
structures["Cu"] = bulk("Cu", cubic=True).repeat(2)


def entry(atoms):
    atoms.pbc = False
    reach = covalent_radii[atoms.numbers] + 0.2
    first, second = neighbor_list("ij", atoms, list(reach))
    pairs = sorted((int(i), int(j)) for i, j in zip(first, second) if i < j)
    return {
        "numbers": atoms.numbers.tolist(),
        "positionsAngstrom": atoms.positions.round(6).ravel().tolist(),
        "pairs": pairs,
    }


text = json.dumps(
    {"program": f"ASE {ase.__version__}", **{name: entry(atoms) for name, atoms in structures.items()}}
)
Path(__file__).with_suffix(".json").write_text(f"{text}\n")
