"""Forces against differences of the energy, and stress against strains, for frames of a set.

    python check.py SET NAME...        for example: python check.py silicon si010 si022

prints, for the first atom moved by 0.01 angstrom along x, y, z and the cell strained by 0.2 %, what the
energy says and what pw.x says. The stress of a strained cell is taken with the plane waves of the
cutoff, whose number changes; raise the cutoff (--cutoff RYDBERG) to see the difference vanish.
"""

import argparse
import importlib.util
from pathlib import Path

import numpy as np
from ase.io import read

from frames import strained
from pwscf import calculate

STEP = 0.01  # angstrom
STRAIN = 0.002


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("set")
    parser.add_argument("names", nargs="+")
    parser.add_argument("--cutoff", type=float)
    options = parser.parse_args()
    folder = Path(__file__).resolve().parent.parent / options.set
    spec = importlib.util.spec_from_file_location("make", folder / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    level = dict(make.LEVEL)
    if options.cutoff:
        ratio = level["density_cutoff_rydberg"] / level["wave_cutoff_rydberg"]
        level["wave_cutoff_rydberg"] = options.cutoff
        level["density_cutoff_rydberg"] = ratio * options.cutoff
    for atoms in read(folder / "geometries.xyz", ":"):
        if atoms.info["name"] in options.names:
            compare(atoms, level)


def compare(atoms, level):
    def energy(changed):
        return calculate(changed, level, atoms.info["kmesh"])["energy"]

    stated = calculate(atoms, level, atoms.info["kmesh"])
    print(atoms.info["name"], atoms.info["config_type"], flush=True)
    for axis, name in enumerate("xyz"):
        move = np.zeros_like(atoms.positions)
        move[0, axis] = STEP
        up, down = (moved(atoms, sign * move) for sign in (1, -1))
        found = -(energy(up) - energy(down)) / (2 * STEP)
        show(f"force {name} / (eV/A)", found, stated["forces"][0][axis])
    for i, j in ((0, 0), (1, 2)):
        strain = np.zeros((3, 3))
        strain[i, j] = strain[j, i] = STRAIN / (1 if i == j else 2)
        up, down = (strained(atoms, sign * strain) for sign in (1, -1))
        found = (energy(up) - energy(down)) / (2 * STRAIN * atoms.get_volume())
        show(f"stress {'xyz'[i]}{'xyz'[j]} / (eV/A^3)", found, stated["stress"][i][j])


def moved(atoms, by):
    made = atoms.copy()
    made.positions += by
    return made


def show(what, found, stated):
    print(f"  {what}: from energies {found:.5f}, stated {stated:.5f}", flush=True)


if __name__ == "__main__":
    main()
