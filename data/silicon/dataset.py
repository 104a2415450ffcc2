"""From structures to a data set: every frame computed once, kept at once, put together at any time.

The files of this set share it.
"""

import argparse
import fcntl
import hashlib
import json
import os
import re
import signal
import tempfile
from pathlib import Path

from ase.io import read

from pwscf import calculate, check_level

MIXINGS = [0.7, 0.3]  # what to try before a frame is given up


def main(here, level, help_text):
    """The command line of make.py in the folder `here`; its set is called as the folder is."""
    name = here.name
    parser = argparse.ArgumentParser(description=help_text, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("output", type=Path, help=f"folder for {name}.xyz")
    parser.add_argument("--scratch", type=Path, help="folder for the finished frames",
                        default=Path(tempfile.gettempdir(), f"mlip-{name}"))
    parser.add_argument("--assemble", action="store_true",
                        help="compute nothing, write what is finished")
    options = parser.parse_args()
    frames = read(here / "geometries.xyz", ":")
    if not options.assemble:
        compute(frames, level, options.scratch)
    text, count = assemble(frames, level, options.scratch)
    options.output.mkdir(parents=True, exist_ok=True)
    replace(options.output / f"{name}.xyz", text)
    print(f"{count} of {len(frames)} frames in {options.output / name}.xyz")
    if options.output.resolve() == here:
        state_in_readme(here, f"{name}.xyz", text, f"{count} of {len(frames)}")


def compute(frames, level, scratch):
    """Every frame that has no file in `scratch` yet, in order. May be stopped at any moment."""
    check_level(level)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a kill also ends pw.x
    scratch.mkdir(parents=True, exist_ok=True)
    with open(scratch / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # two at once would do everything twice
        require_same_level(scratch / "level.json", level)
        for count, atoms in enumerate(frames, 1):
            path = scratch / f"{atoms.info['name']}.json"
            if path.exists():
                continue
            result = attempt(atoms, level)
            replace(path, json.dumps({"positions": atoms.positions.tolist()} | result))
            spent = f"{result['cpu_seconds']:.0f} s" if "energy" in result else result["failed"]
            print(f"{count} of {len(frames)}: {path.stem} {atoms.info['config_type']}, "
                  f"{len(atoms)} atoms, {spent}", flush=True)


def attempt(atoms, level):
    for mixing in MIXINGS:
        try:
            return calculate(atoms, level, atoms.info["kmesh"], mixing)
        except RuntimeError as error:
            failed = str(error)
    return {"failed": failed}


def require_same_level(path, level):
    if not path.exists():
        replace(path, json.dumps(level))
    elif json.loads(path.read_text()) != level:
        raise SystemExit(f"{path.parent} holds frames of another level: choose another --scratch.")


def assemble(frames, level, scratch):
    """The finished frames as extended-XYZ, in order, and how many they are."""
    texts = []
    for atoms in frames:
        path = scratch / f"{atoms.info['name']}.json"
        result = json.loads(path.read_text()) if path.exists() else {}
        if "energy" not in result:
            continue
        if abs(atoms.positions - result["positions"]).max() > 1e-6:
            raise SystemExit(f"{path} was computed for other positions than geometries.xyz has.")
        texts.append(extended_xyz(atoms, result, level))
    return "".join(texts), len(texts)


def extended_xyz(atoms, result, level):
    info = atoms.info
    cell = " ".join(f"{x:.8f}" for x in atoms.cell.array.ravel())
    stress = " ".join(f"{x:.8f}" for row in result["stress"] for x in row)
    fields = [
        f'Lattice="{cell}"',
        'pbc="T T T"',
        "Properties=species:S:1:pos:R:3:forces:R:3",
        f"energy={result['energy']:.7f}",
        f'stress="{stress}"',
        f"config_type={info['config_type']}",
        f"name={info['name']}",
        f"group={info['group']}",
        f"split={info['split']}",
        f"kmesh={info['kmesh']}",
        f"cpu_seconds={result['cpu_seconds']:.1f}",
        f"wall_seconds={result['wall_seconds']:.1f}",
        "cores=1",
        f'program="Quantum ESPRESSO {level["program_version"]}"',
    ]
    lines = [str(len(atoms)), " ".join(fields)]
    for symbol, position, force in zip(atoms.symbols, atoms.positions, result["forces"]):
        values = "".join(f"{x:14.8f}" for x in position) + "".join(f"{x:13.7f}" for x in force)
        lines.append(f"{symbol}{values}")
    return "\n".join(lines) + "\n"


def replace(path, text):
    """Writes the whole file or nothing."""
    part = path.with_name(path.name + ".part")
    with open(part, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def state_in_readme(here, name, text, progress):
    """Brings the checksum and the number of frames in README.md up to date."""
    readme = here / "README.md"
    checksum = hashlib.sha256(text.encode()).hexdigest()
    stated = re.sub(rf"[0-9a-f]{{64}}(?=  {re.escape(name)}\n)", checksum, readme.read_text())
    replace(readme, re.sub(r"\d+ of \d+(?= frames)", progress, stated))
