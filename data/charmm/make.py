"""Energies and forces of CHARMM22, term by term, of four small systems, with OpenMM.

    python make.py OUTPUT_FOLDER

writes openmm_reference.json there. OpenMM itself reads charmm22.prm beside this script and finds the
parameters of each term; the lists of angles, dihedrals and so on are made here, from the bonds. Needs
numpy and openmm.
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
from openmm import Context, NonbondedForce, Platform, System, VerletIntegrator, unit
from openmm.app import CharmmParameterSet, CharmmPsfFile, NoCutoff

# Largest difference, in kcal/mol and angstrom, that another machine or version may make.
TOLERANCE = 1e-9

HERE = Path(__file__).parent
NAME = "openmm_reference.json"

GROUPS = {"bonds": 0, "angles": 1, "dihedrals": 2, "ureyBradley": 3, "impropers": 4, "nonbonded": 6}


def atom(type, charge, near=(), bond=0.0, angle=0.0, turn=0.0):
    """A row of a Z-matrix: distance to, angle and dihedral angle with up to three atoms before it."""
    return type, charge, near, bond, np.radians(angle), np.radians(turn)


METHYL, HYDROGEN = -0.27, 0.09

ETHANE = [
    atom("HA", HYDROGEN),
    atom("HA", HYDROGEN, (0,), 1.80),
    atom("HA", HYDROGEN, (0, 1), 1.80, 60),
    atom("CT3", METHYL, (0, 1, 2), 1.11, 36, 37),
    atom("CT3", METHYL, (3, 0, 1), 1.53, 110, 120),
    atom("HA", HYDROGEN, (4, 3, 0), 1.11, 110, 50),
    atom("HA", HYDROGEN, (4, 3, 0), 1.11, 110, 170),
    atom("HA", HYDROGEN, (4, 3, 0), 1.11, 110, -70),
]

BUTANE = [
    atom("CT3", METHYL),
    atom("CT2", -0.18, (0,), 1.53),
    atom("CT2", -0.18, (1, 0), 1.53, 112.5),
    atom("CT3", METHYL, (2, 1, 0), 1.53, 112.5, 70),
    *[atom("HA", HYDROGEN, (0, 1, 2), 1.11, 110.5, turn) for turn in (180, 60, -60)],
    *[atom("HA", HYDROGEN, (1, 0, 2), 1.11, 109.2, turn) for turn in (121.5, -121.5)],
    *[atom("HA", HYDROGEN, (2, 1, 3), 1.11, 109.2, turn) for turn in (121.5, -121.5)],
    *[atom("HA", HYDROGEN, (3, 2, 1), 1.11, 110.5, turn) for turn in (180, 60, -60)],
]

HT, OT = ("HT", 0.417), ("OT", -0.834)
WATERS = [
    atom(*HT),
    atom(*OT, (0,), 0.96),
    atom(*HT, (1, 0), 0.96, 104.5),
    atom(*HT, (1, 0, 2), 1.95, 115, 160),
    atom(*OT, (3, 1, 0), 0.96, 165, 40),
    atom(*HT, (4, 3, 1), 0.96, 104.5, 100),
    atom(*HT, (4, 3, 5), 1.95, 110, 125),
    atom(*OT, (6, 4, 3), 0.96, 160, -30),
    atom(*HT, (7, 6, 4), 0.96, 104.5, 60),
]

DIPEPTIDE = [
    atom("CT3", METHYL),
    atom("HA", HYDROGEN, (0,), 1.11),
    atom("HA", HYDROGEN, (0, 1), 1.11, 108),
    atom("HA", HYDROGEN, (0, 1, 2), 1.11, 108, 118),
    atom("C", 0.51, (0, 1, 2), 1.49, 110, -121),
    atom("O", -0.51, (4, 0, 1), 1.23, 121, 10),
    atom("NH1", -0.47, (4, 0, 5), 1.345, 116.5, 176),
    atom("H", 0.31, (6, 4, 0), 1.0, 120, 5),
    atom("CT1", 0.07, (6, 4, 0), 1.45, 121, 175),
    atom("HB", HYDROGEN, (8, 6, 4), 1.08, 108, 35),
    atom("CT3", METHYL, (8, 6, 4), 1.54, 111, 155),
    *[atom("HA", HYDROGEN, (10, 8, 6), 1.11, 110, turn) for turn in (55, 177, -64)],
    atom("C", 0.51, (8, 6, 4), 1.49, 110, -80),
    atom("O", -0.51, (14, 8, 6), 1.23, 121, -110),
    atom("NH1", -0.47, (14, 8, 15), 1.345, 116.5, 184),
    atom("H", 0.31, (16, 14, 8), 1.0, 120, -3),
    atom("CT3", -0.11, (16, 14, 8), 1.43, 121, 178),
    *[atom("HA", HYDROGEN, (18, 16, 14), 1.11, 109.5, turn) for turn in (60, 181, -62)],
]

METHYLS = [(0, 1), (0, 2), (0, 3), (0, 4)]
SYSTEMS = {
    "ethane": (ETHANE, [(0, 3), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6), (4, 7)], []),
    "butane": (
        BUTANE,
        [(0, 1), (1, 2), (2, 3), (0, 4), (0, 5), (0, 6), (1, 7), (1, 8), (2, 9), (2, 10)]
        + [(3, 11), (3, 12), (3, 13)],
        [],
    ),
    "waters": (WATERS, [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)], []),
    "alanineDipeptide": (
        DIPEPTIDE,
        METHYLS
        + [(4, 5), (4, 6), (6, 7), (6, 8), (8, 9), (8, 10), (10, 11), (10, 12), (10, 13)]
        + [(8, 14), (14, 15), (14, 16), (16, 17), (16, 18), (18, 19), (18, 20), (18, 21)],
        [(4, 0, 6, 5), (6, 4, 8, 7), (14, 8, 16, 15), (16, 14, 18, 17)],
    ),
}


def place(rows, random):
    """Cartesian positions in angstrom, each shaken by some 0.05 A and kept to eight digits."""
    x = []
    for _, _, near, bond, angle, turn in rows:
        if not near:
            x.append(np.zeros(3))
            continue
        a = x[near[0]]
        b = x[near[1]] if len(near) > 1 else a + [-1.0, 0, 0]
        c = x[near[2]] if len(near) > 2 else b + [0, 1.0, 0]
        along = (a - b) / np.linalg.norm(a - b)
        normal = np.cross(b - c, along)
        normal /= np.linalg.norm(normal)
        side = np.cross(normal, along)
        # One distance alone: straight on. With an angle and no third atom, any plane will do.
        angle = angle if len(near) > 1 else np.pi
        local = [-np.cos(angle), np.cos(turn) * np.sin(angle), np.sin(turn) * np.sin(angle)]
        x.append(a + bond * (local[0] * along + local[1] * side + local[2] * normal))
    return np.round(np.array(x) + 0.05 * random.standard_normal((len(x), 3)), 8)


def paths(bonds, atoms, count):
    """Rows of `count` different atoms joined by bonds, each in one direction."""
    joined = {frozenset(bond) for bond in bonds}
    rows = [(i,) for i in range(atoms)]
    for _ in range(count - 1):
        rows = [
            (*row, j)
            for row in rows
            for j in range(atoms)
            if j not in row and frozenset((row[-1], j)) in joined
        ]
    return [row for row in rows if row[0] < row[-1]]


def psf(rows, bonds, angles, dihedrals, impropers):
    """The system as a CHARMM structure file."""

    def block(groups, title, per_line):
        numbers = [f"{i + 1:10d}" for group in groups for i in group]
        step = per_line * len(groups[0]) if groups else 1
        lines = ["".join(numbers[at : at + step]) for at in range(0, len(numbers), step)]
        return [f"{len(groups):10d} {title}", *lines, ""]

    masses = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999}
    lines = ["PSF EXT XPLOR", "", "         1 !NTITLE", "* by make.py", "", f"{len(rows):10d} !NATOM"]
    for i, (type, charge, *_) in enumerate(rows, 1):
        lines.append(
            f"{i:10d} {'A':8s} {1:<8d} {'MOL':8s} {type[0] + str(i):8s} {type:6s} "
            f"{charge:14.6f} {masses[type[0]]:13.4f} {0:11d}"
        )
    lines += ["", *block(bonds, "!NBOND: bonds", 4), *block(angles, "!NTHETA: angles", 3)]
    lines += [*block(dihedrals, "!NPHI: dihedrals", 2), *block(impropers, "!NIMPHI: impropers", 2)]
    lines += [*block([], "!NDON: donors", 1), *block([], "!NACC: acceptors", 1)]
    lines += ["         0 !NNB", "", *["".join(f"{0:10d}" for _ in rows)], ""]
    lines += ["         1         0 !NGRP NST2", "         0         0         0", ""]
    return "\n".join(lines) + "\n"


def evaluate(system, positions, group):
    """Energy in kcal/mol and forces in kcal/mol/angstrom of a group of forces."""
    context = Context(system, VerletIntegrator(0.001), Platform.getPlatformByName("Reference"))
    context.setPositions(positions * unit.angstrom)
    state = context.getState(getEnergy=True, getForces=True, groups={group})
    kcal = unit.kilocalorie_per_mole
    forces = state.getForces(asNumpy=True).value_in_unit(kcal / unit.angstrom)
    return {"energy": state.getPotentialEnergy().value_in_unit(kcal), "forces": forces.tolist()}


def only(system, charges):
    """The nonbonded force with its charges alone, or with its Lennard-Jones terms alone."""
    force = next(f for f in system.getForces() if isinstance(f, NonbondedForce))
    for i in range(force.getNumParticles()):
        q, sigma, epsilon = force.getParticleParameters(i)
        force.setParticleParameters(i, q if charges else 0, sigma, 0 if charges else epsilon)
    for p in range(force.getNumExceptions()):
        i, j, q, sigma, epsilon = force.getExceptionParameters(p)
        force.setExceptionParameters(p, i, j, q if charges else 0, sigma, 0 if charges else epsilon)
    return system


def reference(rows, bonds, impropers, random):
    angles, dihedrals = paths(bonds, len(rows), 3), paths(bonds, len(rows), 4)
    positions = place(rows, random)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "system.psf"
        file.write_text(psf(rows, bonds, angles, dihedrals, impropers))
        structure = CharmmPsfFile(str(file))
    parameters = CharmmParameterSet(str(HERE / "charmm22.prm"))

    def system():
        return structure.createSystem(parameters, nonbondedMethod=NoCutoff, rigidWater=False)

    terms = {
        name: evaluate(system(), positions, group)
        for name, group in GROUPS.items()
        if name != "nonbonded"
    }
    terms["lennardJones"] = evaluate(only(system(), charges=False), positions, GROUPS["nonbonded"])
    terms["coulomb"] = evaluate(only(system(), charges=True), positions, GROUPS["nonbonded"])
    return {
        "types": [row[0] for row in rows],
        "charges": [row[1] for row in rows],
        "bonds": bonds,
        "impropers": impropers,
        "angles": angles,
        "dihedrals": dihedrals,
        "positions": positions.tolist(),
        "terms": terms,
    }


def coulomb_constant():
    """What OpenMM has for it: the energy of two unit charges, in kcal/mol at 1 angstrom."""
    pair = System()
    force = NonbondedForce()
    for _ in range(2):
        pair.addParticle(1)
        force.addParticle(1, 1, 0)
    pair.addForce(force)
    return evaluate(pair, np.array([[0.0, 0, 0], [1, 0, 0]]), 0)["energy"]


def main(folder):
    Path(folder).mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(22)
    result = {
        "made": "by make.py with OpenMM; kcal/mol, angstrom, e",
        "coulomb_constant": coulomb_constant(),
        "systems": {name: reference(*system, random) for name, system in SYSTEMS.items()},
    }
    (Path(folder) / NAME).write_text(json.dumps(result, indent=1) + "\n")
    for name, system in result["systems"].items():
        print(name, {term: round(value["energy"], 6) for term, value in system["terms"].items()})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
