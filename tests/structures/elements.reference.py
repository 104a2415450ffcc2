"""Writes elements.reference.json: symbols, masses in u (weights of 2016) and Cordero's radii in angstrom
as the Atomic Simulation Environment has them; null where it has a placeholder. Needs ase.

    python tests/structures/elements.reference.py
"""

import json
from pathlib import Path

import ase
import ase.data

LAST_RADIUS = 96
elements = [
    [
        ase.data.chemical_symbols[z],
        float(ase.data.atomic_masses_iupac2016[z]),
        float(ase.data.covalent_radii[z]) if z <= LAST_RADIUS else None,
    ]
    for z in range(1, 119)
]
lines = ",\n".join(f"    {json.dumps(element)}" for element in elements)
text = f'{{\n  "program": "ASE {ase.__version__}",\n  "elements": [\n{lines}\n  ]\n}}\n'
Path(__file__).with_suffix(".json").write_text(text)
