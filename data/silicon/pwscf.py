"""One self-consistent calculation by Quantum ESPRESSO's pw.x: energy, forces and stress.

The files of this set share it. Debian 12 has pw.x 6.7 in `quantum-espresso` and the
pseudopotentials in `quantum-espresso-data`.
"""

import gzip
import hashlib
import os
import resource
import shutil
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np

HARTREE_EV = 27.211386245981  # CODATA 2022
BOHR_ANGSTROM = 0.529177210544
PSEUDOPOTENTIALS = [
    Path("/usr/share/espresso/pseudo"),
    Path("/usr/share/doc/quantum-espresso/examples/XSpectra/pseudo"),
]

INPUT = """
&control
  calculation = 'scf', prefix = 'frame', outdir = '.', pseudo_dir = '.', disk_io = 'low'
  tprnfor = .true., tstress = .true.
/
&system
  ibrav = 0, nat = {atoms}, ntyp = 1
  ecutwfc = {wave_cutoff_rydberg}, ecutrho = {density_cutoff_rydberg}
  occupations = 'smearing', smearing = 'marzari-vanderbilt', degauss = {smearing_rydberg}
/
&electrons
  conv_thr = {convergence_rydberg}, mixing_beta = {mixing}, electron_maxstep = 120
/
ATOMIC_SPECIES
  {element} 1.0 {pseudopotential}
CELL_PARAMETERS angstrom
{cell}
ATOMIC_POSITIONS angstrom
{positions}
K_POINTS automatic
  {kmesh} 0 0 0
"""


def check_level(level):
    """Stops unless this machine has the program and the pseudopotential that `level` names."""
    if shutil.which("pw.x") is None:
        raise SystemExit("pw.x is missing: apt-get install quantum-espresso quantum-espresso-data")
    found = hashlib.sha256(pseudopotential(level)).hexdigest()
    if found != level["pseudopotential_sha256"]:
        raise SystemExit(
            f"{level['pseudopotential']} must have SHA-256 {level['pseudopotential_sha256']}."
        )


def pseudopotential(level):
    """The file's bytes, unpacked; Debian keeps those of examples as .gz."""
    for folder in PSEUDOPOTENTIALS:
        plain, packed = (folder / (level["pseudopotential"] + end) for end in ("", ".gz"))
        if plain.exists():
            return plain.read_bytes()
        if packed.exists():
            return gzip.decompress(packed.read_bytes())
    raise SystemExit(f"{level['pseudopotential']} is missing: apt-get install quantum-espresso-data")


def calculate(atoms, level, kmesh, mixing=0.7):
    """energy (free energy, eV), forces (eV/angstrom), stress (eV/angstrom^3, tension positive), and
    what it cost: CPU and wall seconds on one core, self-consistency steps, k-points.

    Raises RuntimeError when pw.x fails or does not converge.
    """
    text = INPUT.format(
        **level,
        atoms=len(atoms),
        mixing=mixing,
        kmesh=kmesh.replace("x", " "),
        cell=rows(atoms.cell.array),
        positions=rows(atoms.positions, level["element"]),
    )
    with tempfile.TemporaryDirectory(prefix="pwscf-") as folder:
        Path(folder, "input").write_text(text)
        Path(folder, level["pseudopotential"]).write_bytes(pseudopotential(level))
        before, start = used_seconds(), time.monotonic()
        run = subprocess.run(
            ["pw.x", "-in", "input"], cwd=folder, capture_output=True, text=True, check=False,
            env=os.environ | {"OMP_NUM_THREADS": "1"},
        )
        cost = {"cpu_seconds": used_seconds() - before, "wall_seconds": time.monotonic() - start}
        if run.returncode < 0:
            raise SystemExit(f"pw.x was ended by signal {-run.returncode}: start again to go on.")
        report = Path(folder, "frame.save", "data-file-schema.xml")
        if not report.exists():
            raise RuntimeError(f"pw.x wrote no result: {run.stdout[-2000:]}{run.stderr[-500:]}")
        return read(ElementTree.parse(report).getroot(), level) | cost


def read(root, level):
    found = root.find("general_info/creator").get("VERSION")
    if found != level["program_version"]:
        raise SystemExit(f"pw.x must be version {level['program_version']}, got {found}.")
    convergence = root.find("output/convergence_info/scf_conv")
    if convergence.find("convergence_achieved").text.strip() != "true":
        raise RuntimeError("the self-consistency did not converge")
    output = root.find("output")
    force = HARTREE_EV / BOHR_ANGSTROM
    pressure = numbers(output, "stress").reshape(3, 3)  # hartree/bohr^3, compression positive
    return {
        "energy": float(output.find("total_energy/etot").text) * HARTREE_EV,
        "forces": (numbers(output, "forces").reshape(-1, 3) * force).tolist(),
        "stress": (-pressure * HARTREE_EV / BOHR_ANGSTROM**3).tolist(),
        "scf_steps": int(convergence.find("n_scf_steps").text),
        "kpoints": int(output.find("band_structure/nks").text),
    }


def numbers(output, name):
    return np.array(output.find(name).text.split(), dtype=float)


def rows(matrix, label=""):
    return "\n".join(f"  {label} " + " ".join(f"{x:.10f}" for x in row) for row in matrix)


def used_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
