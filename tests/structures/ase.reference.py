"""What ASE and we tell each other in extended XYZ. Needs ase.

    python tests/structures/ase.reference.py

writes ase.reference.xyz (structures of ASE's), and ase.reference.json with what ASE knows about them
and with what it reads in ours.reference.xyz, which formatExtendedXyz.test.ts keeps. Units: angstrom, eV, u,
and for velocities angstrom per 10.18 fs (ASE's unit of time).
"""

import json
from pathlib import Path

import ase.io
import numpy as np
from ase import Atoms
from ase.build import bulk, molecule
from ase.calculators.emt import EMT
from ase.calculators.singlepoint import SinglePointCalculator

here = Path(__file__).parent
random = np.random.default_rng(1)


def told(atoms):
    """Everything that we compare."""
    known = atoms.calc.results if atoms.calc else {}
    return {
        "symbols": atoms.get_chemical_symbols(),
        "positions": atoms.positions.ravel().tolist(),
        "cell": atoms.cell.array.ravel().tolist() if atoms.pbc.all() else None,
        "masses": atoms.get_masses().tolist(),
        "charges": atoms.get_initial_charges().tolist(),
        "velocities": atoms.get_velocities().ravel().tolist(),
        "energy": float(known["energy"]) if "energy" in known else None,
        "forces": np.ravel(known["forces"]).tolist() if "forces" in known else None,
        "stress": atoms.get_stress(voigt=False).ravel().tolist() if "stress" in known else None,
        "volume": atoms.get_volume() if atoms.pbc.all() else None,
    }


copper = bulk("Cu", cubic=True) * (2, 1, 1)
copper.set_cell(copper.cell.array @ [[1, 0.1, 0], [0, 1.02, -0.05], [0.03, 0, 0.95]], scale_atoms=True)
copper.positions += 0.1 * random.normal(size=copper.positions.shape)
copper.set_velocities(0.01 * random.normal(size=copper.positions.shape))
copper.calc = EMT()
copper.get_stress(), copper.get_forces()
copper.info = {"step": 7, "label": "two words", "done": True, "weights": np.array([0.5, 1.25])}

water = molecule("H2O")
water.set_initial_charges([-0.8, 0.4, 0.4])
water.calc = SinglePointCalculator(water, energy=-76.1, forces=random.normal(size=(3, 3)))

salt = Atoms("NaCl", [[0, 0, 0], [2.8, 0, 0]], cell=[5.6, 5.6, 5.6], pbc=True, masses=[23, 36.5])
frames = [copper, water, salt]

ase.io.write(here / "ase.reference.xyz", frames, format="extxyz")
# What ASE writes has eight digits: what it reads back is what the file says.
result = {
    "ase": [told(atoms) for atoms in ase.io.read(here / "ase.reference.xyz", ":", format="extxyz")],
    "ours": [told(atoms) for atoms in ase.io.read(here / "ours.reference.xyz", ":", format="extxyz")],
}
(here / "ase.reference.json").write_text(json.dumps(result, indent=1) + "\n")
