"""Energies, forces and stresses of the silicon structures of geometries.xyz, by DFT.

    python make.py OUTPUT_FOLDER [--scratch FOLDER] [--assemble]

Each finished frame is kept in the scratch folder at once, so the run may be stopped at any moment
and started again; then OUTPUT_FOLDER/silicon.xyz is written. With --assemble nothing is computed
and the frames that are finished are written; into the folder of this script, that also brings the
number of frames and the checksum in README.md up to date. Needs numpy, ase and Quantum ESPRESSO.
"""

from pathlib import Path

import dataset

# Largest difference, in eV, eV/angstrom and eV/angstrom^3, that another machine may make.
TOLERANCE = 1e-4

LEVEL = {
    "element": "Si",
    "program_version": "6.7MaX",
    "pseudopotential": "Si.pbe-nl-rrkjus_psl.1.0.0.UPF",
    "pseudopotential_sha256": "2bd1a6a56a5231397d3d090c5009683b9e2caeebd80ebaa8452b1cf228ed2d27",
    "wave_cutoff_rydberg": 28,
    "density_cutoff_rydberg": 168,
    "smearing_rydberg": 0.02,
    "convergence_rydberg": 1e-9,
}

if __name__ == "__main__":
    dataset.main(Path(__file__).resolve().parent, LEVEL, __doc__)
