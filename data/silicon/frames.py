"""What a frame of a data set is: atoms with a kind, a group, a mesh of k-points and a side of the
split. The files of this set share it.
"""

import numpy as np
from ase import Atoms

TEST_PART = 0.2


def frame(atoms, kind, group, mesh):
    """Atoms turned as LAMMPS wants them (a along x, b in the plane of x and y), inside the cell.

    kind: config_type. The frames of one group are relatives and stay on one side of the split.
    """
    cell, _ = atoms.cell.standard_form()
    made = Atoms(atoms.symbols, scaled_positions=atoms.get_scaled_positions(), cell=cell, pbc=True)
    made.info = {"config_type": kind, "group": group, "kmesh": mesh}
    return made


def kmesh(atoms, length, vacuum=()):
    """Gamma-centred mesh: along each axis so many points that as many cells are about `length`
    (angstrom) long.

    Taken from the undistorted parent, so that all its distortions share one mesh. Along the axes
    in `vacuum` one point is enough.
    """
    counts = np.maximum(1, np.rint(length / atoms.cell.lengths()).astype(int))
    return "x".join(str(1 if axis in vacuum else n) for axis, n in enumerate(counts))


def strained(atoms, strain):
    """The cell times 1 + strain, a symmetric matrix, and the atoms with it."""
    made = atoms.copy()
    made.set_cell(atoms.cell.array @ (np.eye(3) + strain), scale_atoms=True)
    return made


def with_volume(atoms, volume):
    """Scaled to this volume per atom, in cubic angstrom."""
    made = atoms.copy()
    ratio = volume * len(atoms) / atoms.get_volume()
    made.set_cell(atoms.cell.array * ratio ** (1 / 3), scale_atoms=True)
    return made


def random_strain(random, size):
    """Symmetric; the diagonal has the deviation `size`, the shears `size` / sqrt 2."""
    strain = random.normal(scale=size, size=(3, 3))
    return (strain + strain.T) / 2


def rattled(atoms, random, size, nearest):
    """Each coordinate moved by a normal deviate (angstrom), drawn until no pair is too close."""
    while True:
        made = atoms.copy()
        made.positions += random.normal(scale=size, size=made.positions.shape)
        if shortest(made) >= nearest:
            return made


def shortest(atoms):
    """Smallest distance between two atoms, images included, in angstrom."""
    shifts = np.stack(np.meshgrid(*[[-2, -1, 0, 1, 2]] * 3), -1).reshape(-1, 3) @ atoms.cell.array
    apart = atoms.positions[:, None, None] - atoms.positions[None, :, None] + shifts
    distances = np.linalg.norm(apart, axis=-1)
    return distances[distances > 1e-6].min()


def mixed(frames, random):
    """Each kind shuffled and spread evenly, so that any beginning of the list is a small set."""
    kinds = {}
    for each in frames:
        kinds.setdefault(each.info["config_type"], []).append(each)
    places = []
    for order, members in enumerate(kinds.values()):
        for index, member in enumerate(random.permutation(len(members))):
            places.append((index / len(members), order, members[member]))
    return [each for _, _, each in sorted(places, key=lambda place: place[:2])]


def split(frames, random):
    """Marks about TEST_PART of the frames of each kind for testing, whole groups at a time."""
    for kind in dict.fromkeys(each.info["config_type"] for each in frames):
        members = [each for each in frames if each.info["config_type"] == kind]
        groups = list(dict.fromkeys(each.info["group"] for each in members))
        wanted = TEST_PART * len(members) if len(groups) > 1 else 0
        chosen = set()
        for group in random.permutation(groups):
            size = sum(each.info["group"] == group for each in members)
            taken = sum(each.info["group"] in chosen for each in members)
            if taken + size <= wanted + size / 2:
                chosen.add(group)
        for each in members:
            each.info["split"] = "test" if each.info["group"] in chosen else "train"
