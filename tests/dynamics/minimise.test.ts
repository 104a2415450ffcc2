import { describe, expect, test } from "vitest";
import { type Minimisation, minimise } from "../../src/dynamics/minimise.js";
import { pressure } from "../../src/dynamics/pressure.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { cellVolume } from "../../src/structures/cell.js";
import { crystal } from "../../src/structures/crystal.js";
import { deformed } from "../../src/structures/deformed.js";
import { displaced } from "../../src/structures/displaced.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const term = lennardJones({ epsilon: 1, sigma: 1 });
const atoms = (positions: ArrayLike<number>, cell?: ArrayLike<number>): System => ({
  positions: Float64Array.from(positions),
  atomicNumbers: new Uint8Array(positions.length / 3).fill(18),
  ...(cell && { cell: Float64Array.from(cell) }),
});

describe("as SciPy has it: thirteen Lennard-Jones atoms in open space", () => {
  const potential = pairPotential(term, { cutoff: Number.POSITIVE_INFINITY });
  const start = atoms(reference.cluster.start);
  const found = minimise({ system: start, potential, longestStep: 0.1, forceTolerance: 1e-9 });
  test("the energy −44.3268 of the icosahedron", () => {
    expect(found.energy).toBeCloseTo(reference.cluster.energy, 10);
    expect(found.energy).toBeCloseTo(-44.326801, 6);
    expect(found.converged).toBe(true);
    expect(found.evaluations).toBeLessThan(100);
  });
  test("no component of a force is larger than asked for; they are those of its system", () => {
    expect(Math.max(...found.forces.map(Math.abs))).toBeLessThanOrEqual(1e-9);
    expectClose(potential.energyAndForces(found.system).forces, found.forces, 1e-12);
  });
});

describe("as ASE has it: a shaken crystal under pressure, atoms and cell relaxed", () => {
  const { cell, positions, ...pressed } = reference.pressed;
  const potential = pairPotential(term, { cutoff: 2.2, truncation: "shift" });
  const found = minimise({
    system: atoms(positions, cell),
    potential,
    cell: "free",
    pressure: pressed.pressure,
    forceTolerance: 1e-8,
    longestStep: 0.1,
  });
  test("energy and volume", () => {
    expect(found.energy / pressed.energy).toBeCloseTo(1, 9);
    expect(cellVolume(found.system.cell!) / pressed.volume).toBeCloseTo(1, 9);
  });
  test("the virial is p V along each axis", () => {
    const pV = pressed.pressure * cellVolume(found.system.cell!);
    expectClose(
      found.virial.map((w) => w / pV),
      [1, 0, 0, 0, 1, 0, 0, 0, 1],
      1e-8,
    );
    expect(pressure(found)).toBeCloseTo(pressed.pressure, 7);
  });
});

describe("a free cell", () => {
  const potential = pairPotential(term, { cutoff: 2.7, truncation: "shift" });
  const fcc = supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 1.56 }), [2, 2, 2]);
  const relaxed = (system: System, change: Partial<Minimisation> = {}) =>
    minimise({
      system,
      potential,
      cell: "free",
      forceTolerance: 1e-9,
      longestStep: 0.1,
      ...change,
    });
  const best = relaxed(fcc);
  test("finds size and shape again from a strained and shaken crystal", () => {
    const strained = deformed(fcc, [1.03, 0.02, 0, 0.01, 0.98, -0.02, 0, 0.03, 1.01]);
    const found = relaxed(displaced(strained, { deviation: 0.03, random: seededRandom(1) }));
    expect(found.energy).toBeCloseTo(best.energy, 9);
    expect(cellVolume(found.system.cell!)).toBeCloseTo(cellVolume(best.system.cell!), 6);
    expect(found.converged).toBe(true);
  });
  test("does not turn: the deformation from start to end is symmetric", () => {
    const strained = deformed(fcc, [1, 0.03, 0, 0.03, 1, 0, 0, 0, 1]);
    const { cell } = relaxed(strained).system;
    expectClose([cell![1]!, cell![2]!, cell![5]!], [cell![3]!, cell![6]!, cell![7]!], 1e-8);
  });
  test("is as quick for many atoms as for few", () => {
    const large = supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 1.56 }), [4, 4, 4]);
    expect(relaxed(large).evaluations).toBeLessThan(best.evaluations + 10);
    expect(best.evaluations).toBeLessThan(25);
  });
  test("more pressure, less volume", () => {
    const volumes = [-1, 0, 5].map((p) => cellVolume(relaxed(fcc, { pressure: p }).system.cell!));
    expect(volumes[0]! > volumes[1]! && volumes[1]! > volumes[2]!).toBe(true);
  });
  test("a fixed one stays as it is, bit for bit", () => {
    const shaken = displaced(fcc, { deviation: 0.05, random: seededRandom(2) });
    const found = relaxed(shaken, { cell: "fixed" });
    expect(found.system.cell).toEqual(fcc.cell);
    expect(found.energy).toBeCloseTo(potential.energyAndForces(fcc).energy, 9);
  });
});

test("too few evaluations: not converged, and it says so", () => {
  const potential = pairPotential(term, { cutoff: Number.POSITIVE_INFINITY });
  const system = atoms(reference.cluster.start);
  const found = minimise({ system, potential, maxEvaluations: 3 });
  expect([found.converged, found.evaluations]).toEqual([false, 4]);
});

test.each<[Partial<Minimisation>, string]>([
  [{ forceTolerance: 0 }, "forceTolerance must be a positive number of hartree/bohr, got 0"],
  [{ longestStep: -1 }, "longestStep must be a positive number of bohr, got -1"],
  [{ maxEvaluations: 0 }, "maxEvaluations must be a positive number of evaluations, got 0"],
  [{ cell: "free" }, "a free cell needs a cell, got open space"],
  [{ pressure: Number.NaN }, "pressure must be finite, got NaN hartree/bohr³"],
  [{ pressure: 1 }, "a pressure needs a free cell, got a fixed one"],
  [{ system: atoms([]) }, "there must be at least one atom, got none"],
])("refuses %o", (change, message) => {
  const potential = pairPotential(term, { cutoff: 3 });
  expect(() => minimise({ system: atoms([0, 0, 0, 1, 1, 1]), potential, ...change })).toThrow(
    new RangeError(`minimise: ${message}`),
  );
});
