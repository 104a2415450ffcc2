import numpy as np
from ase import Atoms
from ase.calculators.lj import LennardJones
from ase.md.verlet import VelocityVerlet
from lennardJonesLiquid import lattice, serve

STEPS = 50


def run_for(positions, velocities, steps):
    """Positions, velocities, potential and total energy after so many steps of ASE in reduced units."""
    atoms = Atoms(f"Ar{len(positions)}", positions, cell=[edge] * 3, pbc=True)
    atoms.set_masses(np.ones(len(positions)))
    atoms.set_velocities(velocities)
    atoms.calc = LennardJones(sigma=1, epsilon=1, rc=2.5)
    VelocityVerlet(atoms, timestep=0.005).run(steps)
    energies = [atoms.get_potential_energy(), atoms.get_total_energy()]
    return atoms.get_positions(), atoms.get_velocities(), energies


cells = 10
positions, edge, velocities = lattice(cells)
serve(lambda: run_for(positions, velocities, STEPS)[2], "ASE")
