"""Crystals of silicon, each at about the volume of its lowest energy."""

import numpy as np
from ase import Atoms
from ase.build import bulk

A0 = 5.469  # lattice constant of diamond at the level of make.py, angstrom
PERFECT = 45  # reach of the k-points of perfect crystals, angstrom: see frames.kmesh


def cube():
    return bulk("Si", "diamond", a=A0, cubic=True)


def primitive(repeat=1):
    return bulk("Si", "diamond", a=A0) * (repeat, repeat, repeat)


def phases():
    tin = 4.81  # tetragonal with c/a 0.55; two atoms in the body-centred cell
    cell = tin * np.array([[-0.5, 0.5, 0.275], [0.5, -0.5, 0.275], [0.5, 0.5, -0.275]])
    pair = bulk("Si", "hcp", a=A0 / 2**0.5, c=A0 * (4 / 3) ** 0.5)
    above = pair.copy()
    above.positions[:, 2] += 0.375 * pair.cell[2, 2]
    return {
        "diamond": primitive(),
        "lonsdaleite": pair + above,
        "beta-tin": Atoms("Si2", [[0, 0, 0], [0, tin / 2, 0.1375 * tin]], cell=cell, pbc=True),
        "sc": bulk("Si", "sc", a=2.53),
        "bcc": bulk("Si", "bcc", a=3.09),
        "fcc": bulk("Si", "fcc", a=3.87),
    }
