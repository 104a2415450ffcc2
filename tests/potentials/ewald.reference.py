"""Writes ewald.reference.json: energy and forces of 64 charges in a box with three different edges, by the
Ewald sum of OpenMM's reference platform, with unit charges at unit distance as unit of energy. Needs openmm.

    python tests/potentials/ewald.reference.py
"""

import json
from pathlib import Path

import numpy as np
import openmm

COULOMB = 138.93545764438198  # kJ/mol nm/e^2, OpenMM's constant

random = np.random.default_rng(3)
grid = np.array([[i, j, k] for i in range(4) for j in range(4) for k in range(4)])
edges = np.array([4.0, 4.6, 5.2])
positions = (grid / 4 * edges + 0.15 * random.normal(size=grid.shape)).round(6)
charges = np.where(grid.sum(1) % 2 == 0, 1.0, -1.0)

system = openmm.System()
system.setDefaultPeriodicBoxVectors(*np.diag(edges))
force = openmm.NonbondedForce()
force.setNonbondedMethod(openmm.NonbondedForce.Ewald)
force.setCutoffDistance(1.9)
force.setEwaldErrorTolerance(1e-13)
for charge in charges:
    system.addParticle(1)
    force.addParticle(charge, 1, 0)
system.addForce(force)
platform = openmm.Platform.getPlatformByName("Reference")
context = openmm.Context(system, openmm.VerletIntegrator(0.001), platform)
context.setPositions(positions)
state = context.getState(getEnergy=True, getForces=True)
result = {
    "program": f"OpenMM {openmm.version.version}",
    "edges": edges.tolist(),
    "charges": charges.tolist(),
    "positions": positions.ravel().tolist(),
    "energy": state.getPotentialEnergy()._value / COULOMB,
    "forces": (state.getForces(asNumpy=True)._value / COULOMB).ravel().tolist(),
}
lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in result.items())
Path(__file__).with_suffix(".json").write_text(f"{{\n{lines}\n}}\n")
