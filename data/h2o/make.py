"""Energies of water at fixed nuclei, with PySCF: two small surfaces and 1,600 random geometries.

    python make.py OUTPUT_FOLDER [surfaces]

writes h2o_bend_ccsdt_ccpvtz.csv, h2o_stretch_ccsdt_ccpvtz.csv (twenty minutes together) and
h2o_ccsd_ccpvdz_1600.xyz (forty minutes; left out with "surfaces") there, one line after the other;
started again after an interruption, it goes on with what is missing. Needs numpy, scipy and pyscf.
"""

import sys
from pathlib import Path

import numpy as np
from pyscf import cc, gto, lib, scf
from scipy.optimize import minimize

# Largest difference, in hartree (surfaces), eV or eV/angstrom (random geometries), that another
# machine or version may make.
TOLERANCE = 2e-6

# CODATA 2018, as in the PySCF that made the files: hartree in eV, bohr in angstrom.
HARTREE = 27.211386245988
BOHR = 0.529177210903

# Angle that the stretches keep: equilibrium of the molecule (Benedict, Gailar, Plyler 1956).
ANGLE = 104.52

BEND = "h2o_bend_ccsdt_ccpvtz.csv"
STRETCH = "h2o_stretch_ccsdt_ccpvtz.csv"
RANDOM = "h2o_ccsd_ccpvdz_1600.xyz"


def water(r1, r2, degrees, basis):
    angle = np.radians(degrees)
    first, second = (r1, 0, 0), (r2 * np.cos(angle), r2 * np.sin(angle), 0)
    atoms = [("O", (0, 0, 0)), ("H", first), ("H", second)]
    return gto.M(atom=atoms, basis=basis, verbose=0)


def coupled_cluster_triples(r1, r2, degrees):
    """CCSD(T)/cc-pVTZ with the 1s electrons of oxygen frozen; hartree."""
    rhf = scf.RHF(water(r1, r2, degrees, "cc-pvtz")).run(conv_tol=1e-11)
    ccsd = cc.CCSD(rhf, frozen=1)
    ccsd.conv_tol, ccsd.conv_tol_normt, ccsd.max_cycle = 1e-10, 1e-7, 200
    ccsd.kernel()
    if not (rhf.converged and ccsd.converged):
        raise RuntimeError(f"not converged at {r1}, {r2}, {degrees}")
    return ccsd.e_tot + ccsd.ccsd_t()


def minimum():
    """Both bonds alike: bond in angstrom, angle in degrees, energy in hartree."""
    energy = lambda x: coupled_cluster_triples(x[0], x[0], 100 * x[1])
    simplex = np.array([[0.958, 1.03], [0.966, 1.03], [0.958, 1.06]])
    options = {"initial_simplex": simplex, "xatol": 2e-6, "fatol": 1e-10}
    found = minimize(energy, simplex[0], method="Nelder-Mead", options=options)
    return found.x[0], 100 * found.x[1], found.fun


def bends():
    """Both bonds alike."""
    lengths = np.round(np.arange(0.72, 1.361, 0.04), 4)
    angles = np.round(np.arange(60, 180.1, 7.5), 4)
    return [(r, angle) for angle in angles for r in lengths]


def stretches():
    """At the angle of the equilibrium; the other half follows by exchanging the bonds."""
    lengths = np.round(np.arange(0.7, 1.801, 0.05), 4)
    return [(r1, r2) for r1 in lengths for r2 in lengths if r1 <= r2]


def random_geometries(count):
    """Bonds in angstrom, angle in degrees, and positions turned at random, shape [3 atoms, 3]."""
    generator = np.random.default_rng(20250106)
    geometries = []
    while len(geometries) < count:
        r1, r2 = generator.normal(0.97, 0.11, 2)
        angle = np.deg2rad(generator.normal(106, 13))
        if not (0.72 < r1 < 1.45 and 0.72 < r2 < 1.45):
            continue
        if not np.deg2rad(65) < angle < np.deg2rad(165):
            continue
        flat = np.array(
            [[0, 0, 0], [r1, 0, 0], [r2 * np.cos(angle), r2 * np.sin(angle), 0]]
        )
        turned = flat @ rotation(generator.normal(size=4)).T
        geometries.append((r1, r2, np.rad2deg(angle), turned))
    return geometries


def rotation(quaternion):
    w, x, y, z = quaternion / np.linalg.norm(quaternion)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def random_frame(r1, r2, degrees, positions):
    """CCSD/cc-pVDZ, all electrons correlated, with analytic forces: five lines of extended XYZ."""
    molecule = gto.M(atom=list(zip("OHH", positions)), basis="cc-pvdz", verbose=0)
    rhf = scf.RHF(molecule).run(conv_tol=1e-10)
    ccsd = cc.CCSD(rhf)
    ccsd.conv_tol, ccsd.conv_tol_normt = 1e-8, 1e-6
    ccsd.kernel()
    forces = -ccsd.nuc_grad_method().kernel() * HARTREE / BOHR
    if not (rhf.converged and ccsd.converged):
        raise RuntimeError(f"not converged at {r1}, {r2}, {degrees}")
    remark = (
        "Properties=species:S:1:pos:R:3:forces:R:3 "
        f"energy={ccsd.e_tot * HARTREE:.8f} energy_rhf={rhf.e_tot * HARTREE:.8f} "
        f"r1={r1:.6f} r2={r2:.6f} theta={degrees:.5f} converged=T "
        'pbc="F F F" level="CCSD/cc-pVDZ all-electron pyscf 2.14.0" units="eV,A,eV/A"'
    )
    rows = [
        f"{symbol} " + " ".join(f"{value:.8f}" for value in [*position, *force])
        for symbol, position, force in zip("OHH", positions, forces)
    ]
    return "\n".join(["3", remark, *rows]) + "\n"


def complete(path, header, size, records):
    """Appends the records that a file lacks. Each has `size` lines, one with its key; is made by a call."""
    lines = path.read_text().splitlines(keepends=True) if path.exists() else []
    if lines[: len(header)] != header:
        lines = header
    done = 0
    for key, _ in records:
        start = len(header) + done * size
        chunk = lines[start : start + size]
        if len(chunk) < size or not chunk[-1].endswith("\n") or key not in "".join(chunk):
            break
        done += 1
    path.write_text("".join(lines[: len(header) + done * size]))
    for count, (_, record) in enumerate(records[done:], done + 1):
        with path.open("a") as file:
            file.write(record())
        if count % 10 == 0 or count == len(records):
            print(f"{path.name}: {count} of {len(records)}", flush=True)


def row(first, second, energy):
    """A line of a table, with the first two numbers as its key."""
    key = f"{first},{second},"
    return key, lambda: f"{key}{energy():.8f}\n"


def frame(r1, r2, degrees, positions):
    return f" r1={r1:.6f} r2={r2:.6f} ", lambda: random_frame(r1, r2, degrees, positions)


def main(folder, surfaces_only):
    lib.num_threads(1)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    remark = "# water, CCSD(T)/cc-pVTZ, 1s of oxygen frozen; energies in hartree; see README.md\n"
    at_minimum = "# minimum: %.5f angstrom, %.3f degrees, %.8f hartree\n" % minimum()
    bent = [row(r, a, lambda r=r, a=a: coupled_cluster_triples(r, r, a)) for r, a in bends()]
    columns = "r_angstrom,angle_degree,E_CCSDT\n"
    complete(folder / BEND, [remark, at_minimum, columns], 1, bent)
    stretched = [
        row(r1, r2, lambda r1=r1, r2=r2: coupled_cluster_triples(r1, r2, ANGLE))
        for r1, r2 in stretches()
    ]
    columns = "r1_angstrom,r2_angstrom,E_CCSDT\n"
    complete(folder / STRETCH, [remark, f"# angle: {ANGLE} degrees\n", columns], 1, stretched)
    if not surfaces_only:
        complete(folder / RANDOM, [], 5, [frame(*g) for g in random_geometries(1600)])


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["surfaces"]):
        sys.exit(__doc__)
    main(sys.argv[1], len(sys.argv) == 3)
