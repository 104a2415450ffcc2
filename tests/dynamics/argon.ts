import { readFileSync } from "node:fs";
import { csvr } from "../../src/dynamics/csvr.js";
import { type Sample, simulate } from "../../src/dynamics/simulate.js";
import { hartreeFromKelvin } from "../../src/dynamics/temperature.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { crystal } from "../../src/structures/crystal.js";
import { dataFile } from "../../src/structures/dataTable.js";
import { supercell } from "../../src/structures/supercell.js";
import { ATOMIC_TIME_IN_FS } from "../../src/units/constants.js";
import { atomicTimeFromFs, bohrFromAngstrom } from "../../src/units/convert.js";

const sigma = bohrFromAngstrom(3.4);
const kT = hartreeFromKelvin(94.4);
export const timeStep: number = atomicTimeFromFs(10);
export const ps: number = 1000 / ATOMIC_TIME_IN_FS;
/** cm²/s of one bohr² per atomic unit of time. */
export const CM2_PER_S: number = (0.529177210544e-8 ** 2 / ATOMIC_TIME_IN_FS) * 1e15;

/** Argon as Rahman had it, 864 atoms: melted from the crystal, then a run of so many steps. */
export function* argon(seed: number, melting: number, steps: number): Generator<Sample> {
  const system = supercell(
    crystal("fcc", { symbols: ["Ar"], latticeConstant: (10.229 * sigma) / 6 }),
    [6, 6, 6],
  );
  const liquid = {
    potential: pairPotential(lennardJones({ epsilon: hartreeFromKelvin(120), sigma }), {
      cutoff: 2.25 * sigma,
    }),
    timeStep,
  };
  const velocities = thermalVelocities(system, { kT: 2 * kT, random: seededRandom(seed) });
  const strong = csvr({ kT, relaxationTime: 0.2 * ps, seed });
  const start = { system, velocities, thermostat: strong, steps: melting, every: melting };
  const warm = [...simulate({ ...liquid, ...start })].at(-1)!;
  // A bath so weak that it does not disturb the paths.
  const weak = csvr({ kT, relaxationTime: 2 * ps, seed: seed + 100 });
  const { system: melt, velocities: now } = warm;
  yield* simulate({ ...liquid, system: melt, velocities: now, thermostat: weak, steps, every: 4 });
}

/** A column of data/argon, which LAMMPS made. */
export function lammps(file: string): { x: number[]; y: number[] } {
  const rows = readFileSync(dataFile(`argon/${file}.csv`), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const cells = rows.map((row) => row.split(",").map(Number));
  return { x: cells.map((row) => row[0]!), y: cells.map((row) => row[1]!) };
}
