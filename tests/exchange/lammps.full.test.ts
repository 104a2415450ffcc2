import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulate } from "../../src/dynamics/simulate.js";
import { hartreeFromKelvin } from "../../src/dynamics/temperature.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { type LammpsJob, lammpsInput } from "../../src/exchange/lammpsInput.js";
import {
  lammpsBuckingham,
  lammpsLennardJones,
  lammpsMorse,
} from "../../src/exchange/lammpsNative.js";
import { lammpsTable } from "../../src/exchange/lammpsTable.js";
import { METAL } from "../../src/exchange/lammpsUnits.js";
import { parseLammpsDump } from "../../src/exchange/parseLammpsDump.js";
import { parseLammpsLog } from "../../src/exchange/parseLammpsLog.js";
import { restrictedCell } from "../../src/exchange/restrictedCell.js";
import { writeFiles } from "../../src/exchange/writeFiles.js";
import { erf } from "../../src/numerics/erf.js";
import { seededRandom } from "../../src/numerics/random.js";
import { buckingham } from "../../src/potentials/buckingham.js";
import { coulomb } from "../../src/potentials/coulomb.js";
import { ewald } from "../../src/potentials/ewald.js";
import { fromFormula } from "../../src/potentials/fromFormula.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { mixed, mixedTerms } from "../../src/potentials/mixing.js";
import { morse } from "../../src/potentials/morse.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import type { EnergyAndForces, Potential } from "../../src/potentials/potential.js";
import type { Truncation } from "../../src/potentials/truncated.js";
import { peers, peersEnvironment } from "../../src/setup/paths.mjs";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { atomicTimeFromFs, bohrFromAngstrom, hartreeFromEv } from "../../src/units/convert.js";
import { disordered } from "../support/disordered.js";

const program = join(peers.folder, "bin", "lmp");
const missing = existsSync(program)
  ? ""
  : ` (skipped: no LAMMPS in ${peers.folder}, npm run bench installs it)`;

/** LAMMPS alone, and as two processes that share the work. */
const WAYS = ["serial", "MPI with 2 ranks"] as const;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mlip-lammps-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the files, runs LAMMPS on them and reads what it found, back in our axes. */
function run(job: LammpsJob, way: (typeof WAYS)[number]) {
  writeFiles(folder, lammpsInput(job));
  const lammps = [program, "-in", `in.${job.name}`, "-log", `${job.name}.log`, "-screen", "none"];
  const mpi = [join(peers.folder, "bin", "mpiexec"), "-n", "2"];
  const [command, ...args] = [...(way === "serial" ? [] : mpi), ...lammps];
  execFileSync(command!, args, {
    cwd: folder,
    env: { ...process.env, ...peersEnvironment, OMP_NUM_THREADS: "1" },
    stdio: "pipe",
  });
  const log = readFileSync(join(folder, `${job.name}.log`), "utf8");
  const { cell } = job.system;
  const frames = parseLammpsDump(readFileSync(join(folder, `${job.name}.dump`), "utf8"), {
    ...(cell && { rotation: restrictedCell(cell).rotation }),
  });
  return { log, frames, thermo: parseLammpsLog(log).runs[0]!.columns };
}

/** The largest difference in parts of the largest entry. */
function apart(actual: ArrayLike<number>, wanted: ArrayLike<number>): number {
  expect(actual.length).toBe(wanted.length);
  const largest = Math.max(...Array.from(wanted, Math.abs));
  return Math.max(...Array.from(wanted, (value, i) => Math.abs(actual[i]! - value) / largest));
}

function expectAgreement(
  job: LammpsJob,
  way: (typeof WAYS)[number],
  ours: EnergyAndForces,
  { energy, forces }: { energy: number; forces: number },
): void {
  const { log, frames, thermo } = run(job, way);
  // At the one inflection point of a term LAMMPS's check of tables fires, as it says itself.
  expect(
    log.replaceAll(/WARNING: 1 of \d+ force values.*\nWARNING: .*inflection.*/g, ""),
  ).not.toMatch(/WARNING/);
  const found = hartreeFromEv(thermo.PotEng![0]!);
  const off = [Math.abs(found / ours.energy - 1), apart(frames[0]!.forces!, ours.forces)];
  console.log(
    `${job.name}, ${way}: energy ${off[0]!.toExponential(1)}, forces ${off[1]!.toExponential(1)}`,
  );
  expect(off[0]).toBeLessThan(energy);
  expect(off[1]).toBeLessThan(forces);
  expect(apart(frames[0]!.system.positions, job.system.positions)).toBeLessThan(1e-13);
}

const angstrom = bohrFromAngstrom;
const argon = { epsilon: hartreeFromKelvin(120), sigma: angstrom(3.4) };
const krypton = { epsilon: hartreeFromKelvin(164), sigma: angstrom(3.83) };
const copper = {
  wellDepth: hartreeFromEv(0.3429),
  stiffness: 1 / angstrom(1 / 1.3588),
  bondLength: angstrom(2.866),
};
const neon = {
  wall: 4.562e7 / 219474.63,
  range: angstrom(1 / 4.721),
  dispersion: (3.262e4 / 219474.63) * angstrom(1) ** 6,
};
const cutoff = angstrom(8.5);
const reach = angstrom(9); // of the pairs in salt
const EXACT = { energy: 1e-10, forces: 1e-8 };
const TABLE = { energy: 1e-9, forces: 1e-8 };

/** A sheared cell that lies askew in space; with `hand` −1 left-handed. */
function askew(elements: readonly number[], hand = 1): System {
  const system = disordered({ atoms: 60, edge: angstrom(14), seed: 3, elements });
  const cell = system.cell!;
  expect(cell[1]).not.toBe(0);
  if (hand > 0) return system;
  const swapped = Float64Array.from([...cell.slice(3, 6), ...cell.slice(0, 3), ...cell.slice(6)]);
  return { ...system, cell: swapped };
}

describe.skipIf(missing !== "").each(WAYS)(`LAMMPS, %s, finds what we find${missing}`, (way) => {
  const truncations: Truncation[] = ["none", "shift", "forceShift"];

  test.each(truncations)("lj/cut, cut with %s, in a sheared cell", (truncation) => {
    const system = askew([18]);
    const pair = lammpsLennardJones(argon, { cutoff, truncation });
    const ours = pairPotential(lennardJones(argon), { cutoff, truncation }).energyAndForces(system);
    expectAgreement({ name: `lj-${truncation}`, system, pair }, way, ours, EXACT);
  });

  test.each(truncations)("a table, cut with %s, in a sheared left-handed cell", (truncation) => {
    const system = askew([18], -1);
    const term = lennardJones(argon);
    const pair = lammpsTable(term, { cutoff, truncation });
    const ours = pairPotential(term, { cutoff, truncation }).energyAndForces(system);
    expectAgreement({ name: `table-${truncation}`, system, pair }, way, ours, TABLE);
  });

  test("with twice the rows a table's error is a sixteenth: it falls as the fourth power", () => {
    const system = askew([18]);
    const term = lennardJones(argon);
    const ours = pairPotential(term, { cutoff }).energyAndForces(system);
    const errors = [500, 1000, 2000].map((points) => {
      const pair = lammpsTable(term, { cutoff, points });
      const { frames } = run({ name: `rows-${points}`, system, pair }, way);
      return apart(frames[0]!.forces!, ours.forces);
    });
    console.log(
      `rows 500, 1000, 2000, ${way}: ${errors.map((e) => e.toExponential(1)).join(", ")}`,
    );
    expect(Math.log2(errors[0]! / errors[2]!) / 2).toBeGreaterThan(3.5);
    expect(Math.log2(errors[0]! / errors[2]!) / 2).toBeLessThan(4.5);
  });

  test("tables for pairs of species, and their mixture as lj/cut", () => {
    const system = askew([18, 36]);
    const terms = mixedTerms({ Ar: argon, Kr: krypton }, "lorentzBerthelot");
    const ours = pairPotential(terms, { cutoff }).energyAndForces(system);
    expectAgreement(
      { name: "mixture", system, pair: lammpsTable(terms, { cutoff }) },
      way,
      ours,
      TABLE,
    );
    const sets = {
      "Ar-Ar": argon,
      "Kr-Ar": mixed(argon, krypton, "lorentzBerthelot"),
      "Kr-Kr": krypton,
    };
    const pair = lammpsLennardJones(sets, { cutoff });
    expectAgreement({ name: "mixture-native", system, pair }, way, ours, EXACT);
  });

  test("morse, on copper", () => {
    const system = displaced(
      supercell(crystal("fcc", { symbols: ["Cu"], latticeConstant: angstrom(3.615) }), [3, 3, 3]),
      { deviation: angstrom(0.1), random: seededRandom(1) },
    );
    for (const truncation of ["none", "shift", "forceShift"] as const) {
      const options = { cutoff: angstrom(7), truncation };
      const ours = pairPotential(morse(copper), options).energyAndForces(system);
      const pair = lammpsMorse(copper, options);
      expectAgreement({ name: `morse-${truncation}`, system, pair }, way, ours, EXACT);
    }
  });

  test("buck, on neon", () => {
    const system = disordered({ atoms: 60, edge: angstrom(12), seed: 5, elements: [10] });
    for (const truncation of ["none", "shift"] as const) {
      const ours = pairPotential(buckingham(neon), { cutoff, truncation }).energyAndForces(system);
      const pair = lammpsBuckingham(neon, { cutoff, truncation });
      expectAgreement({ name: `buck-${truncation}`, system, pair }, way, ours, EXACT);
    }
  });

  test("a formula", () => {
    const system = askew([18]);
    const term = fromFormula("a*exp(-r/b) - c/r^6 - d/r^8", { a: 300, b: 0.5, c: 65, d: 1500 });
    const options = { cutoff, truncation: "forceShift" as const };
    const ours = pairPotential(term, options).energyAndForces(system);
    expectAgreement(
      { name: "formula", system, pair: lammpsTable(term, options) },
      way,
      ours,
      TABLE,
    );
  });

  test("a cell thinner than the cutoff, atoms outside of it", () => {
    const one = crystal("hcp", { symbols: ["Ar"], latticeConstant: angstrom(3.7) });
    const system = { ...one, positions: one.positions.map((x, i) => x + [40, -25, 3][i % 3]!) };
    const ours = pairPotential(lennardJones(argon), { cutoff }).energyAndForces(system);
    const { thermo } = run(
      { name: "thin", system, pair: lammpsLennardJones(argon, { cutoff }) },
      way,
    );
    expect(Math.abs(hartreeFromEv(thermo.PotEng![0]!) / ours.energy - 1)).toBeLessThan(1e-10);
  });

  test("buck with charges in a cell: coul/long against our Ewald sum", () => {
    const { job, near, far } = salt();
    const { log, frames, thermo } = run({ ...job, name: "salt" }, way);
    const found = hartreeFromEv(thermo.PotEng![0]!);
    const off = found / (near.energy + far.energy) - 1;
    const forces = near.forces.map((f, i) => f + far.forces[i]!);
    console.log(`salt, ${way}: ${off.toExponential(1)}, ${apart(frames[0]!.forces!, forces)}`);
    expect(Math.abs(off)).toBeLessThan(1.5e-6);
    expect(apart(frames[0]!.forces!, forces)).toBeLessThan(1e-6);
    // The rest is LAMMPS's e², and its erfc by Abramowitz and Stegun, 7.1.26, good to 1.5e-7.
    const charge = 14.399645 / (METAL.energy * METAL.length);
    const g = Number(/G vector \(1\/distance\) = (\S+)/.exec(log)![1]) * METAL.length;
    const theirs = near.energy + charge * (far.energy + errorOfErfc(job.system, g));
    expect(Math.abs(found / theirs - 1)).toBeLessThan(1e-10);
  });

  test("charges in open space: coul/cut against our direct sum, to LAMMPS's 8 digits of e²", () => {
    const system = { ...disordered({ atoms: 30, edge: 20, seed: 8, elements: [11, 17] }) };
    const charges = Float64Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 0.7 : -0.6));
    const { cell: _, ...open } = { ...system, charges };
    const term = lennardJones({ epsilon: 0.0004, sigma: 4 });
    const ours = sum(pairPotential(term, { cutoff: 12 }), coulomb(), open);
    const pair = lammpsLennardJones({ epsilon: 0.0004, sigma: 4 }, { cutoff: 12 });
    const job = { name: "cluster", system: open, pair, coulomb: { cutoff: 60 } };
    expectAgreement(job, way, ours, { energy: 1e-7, forces: 1e-7 });
  });

  test("a run: velocities, masses and time step as ours", () => {
    const natural = askew([18, 36]);
    const masses = Float64Array.from(natural.atomicNumbers, (z, i) =>
      i === 0 ? 65000 : 1900 * z * 2,
    );
    const system = { ...natural, masses };
    const terms = mixedTerms({ Ar: argon, Kr: krypton }, "geometric");
    const velocities = thermalVelocities(system, {
      kT: hartreeFromKelvin(90),
      random: seededRandom(4),
    });
    const options = { cutoff, truncation: "forceShift" as const };
    const timeStep = atomicTimeFromFs(2);
    const potential = pairPotential(terms, options);
    const path = [...simulate({ system, potential, velocities, timeStep, steps: 50, every: 50 })];
    const pair = lammpsTable(terms, options);
    const { frames, thermo } = run(
      { name: "md", system, pair, velocities, timeStep, steps: 50, every: 50 },
      way,
    );
    expect(frames.map(({ info }) => info)).toEqual([{ step: 0 }, { step: 50 }]);
    for (const [k, sample] of path.entries()) {
      expect(apart(frames[k]!.system.positions, sample.system.positions)).toBeLessThan(1e-6);
      expect(apart(frames[k]!.velocities!, sample.velocities)).toBeLessThan(1e-4);
      expect(thermo.KinEng![k]! / (sample.kineticEnergy * METAL.energy) - 1).toBeCloseTo(0, 4);
    }
  });
});

function sum(a: Potential, b: Potential, system: System): EnergyAndForces {
  const [one, two] = [a.energyAndForces(system), b.energyAndForces(system)];
  return {
    ...one,
    energy: one.energy + two.energy,
    forces: one.forces.map((f, i) => f + two.forces[i]!),
  };
}

/** Sodium chloride as Fumi and Tosi's parameters, roughly, shaken; in a sheared cell. */
function salt() {
  const rocksalt = supercell(
    crystal("rocksalt", { symbols: ["Na", "Cl"], latticeConstant: angstrom(5.64) }),
    [2, 2, 2],
  );
  const shaken = displaced(rocksalt, { deviation: angstrom(0.1), random: seededRandom(2) });
  const system = {
    ...shaken,
    charges: Float64Array.from(shaken.atomicNumbers, (z) => (z === 11 ? 1 : -1)),
  };
  const sets = {
    "Na-Na": { wall: 15.6, range: 0.6, dispersion: 1.7 },
    "Na-Cl": { wall: 46.2, range: 0.6, dispersion: 11.7 },
    "Cl-Cl": { wall: 128.5, range: 0.6, dispersion: 121 },
  };
  const terms = Object.fromEntries(
    Object.entries(sets).map(([name, parameters]) => [name, buckingham(parameters)]),
  );
  return {
    job: {
      system,
      pair: lammpsBuckingham(sets, { cutoff: reach }),
      coulomb: { cutoff: reach, accuracy: 1e-10 },
    },
    near: pairPotential(terms, { cutoff: reach }).energyAndForces(system),
    far: ewald({ cutoff: reach, accuracy: 1e-12 }).energyAndForces(system),
  };
}

/** What a pair sum of charges gains with LAMMPS's approximation of erfc in place of erfc, hartree. */
function errorOfErfc(system: System, g: number): number {
  const powers = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const theirs = (x: number): number => {
    const t = 1 / (1 + 0.3275911 * x);
    return powers.reduceRight((sum, power) => t * (power + sum), 0) * Math.exp(-x * x);
  };
  const error = (r: number): number => (theirs(g * r) - 1 + erf(g * r)) / r;
  const alike = { energy: error, slope: () => 0 }; // the charges are 1 and -1
  const unlike = { energy: (r: number) => -error(r), slope: () => 0 };
  return pairPotential(
    { "Na-Na": alike, "Cl-Cl": alike, "Na-Cl": unlike },
    { cutoff: reach },
  ).energyAndForces(system).energy;
}
