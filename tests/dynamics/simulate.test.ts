import { describe, expect, test } from "vitest";
import { csvr } from "../../src/dynamics/csvr.js";
import { langevin } from "../../src/dynamics/langevin.js";
import { type Sample, type Simulation, simulate } from "../../src/dynamics/simulate.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { velocityVerlet } from "../../src/dynamics/velocityVerlet.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import type { Potential } from "../../src/potentials/potential.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { standardMass } from "../../src/structures/elements.js";
import { formatExtendedXyz } from "../../src/structures/formatExtendedXyz.js";
import { parseExtendedXyz } from "../../src/structures/parseExtendedXyz.js";
import { supercell } from "../../src/structures/supercell.js";
import { expectClose } from "../support/closeTo.js";
import { disordered } from "../support/disordered.js";

const argon = lennardJones({ epsilon: 3.8e-4, sigma: 6.43 });
const potential = pairPotential(argon, { cutoff: 16, truncation: "forceShift" });
const solid = displaced(
  supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 10.2 }), [4, 4, 4]),
  { deviation: 0.1, random: seededRandom(1) },
);
const velocities = thermalVelocities(solid, { kT: 2.6e-4, random: seededRandom(2) });
const start: Simulation = { system: solid, velocities, potential, timeStep: 200, steps: 50 };
const run = (change: Partial<Simulation> = {}): Sample[] => [...simulate({ ...start, ...change })];
const last = (change: Partial<Simulation> = {}): Sample => run(change).at(-1)!;

describe("a solid of 256 atoms", () => {
  const waver = (timeStep: number, steps: number): number => {
    const energies = run({ timeStep, steps }).map((sample) => sample.totalEnergy);
    return Math.max(...energies) - Math.min(...energies);
  };
  test("the total energy wavers by an amount that falls as Δt²", () => {
    const ratio = waver(400, 25) / waver(200, 50);
    expect(ratio).toBeGreaterThan(3.5);
    expect(ratio).toBeLessThan(4.5);
  });
  test("the momentum stays what it was", () => {
    for (const d of [0, 1, 2]) {
      const sum = last().velocities.reduce((all, v, i) => all + (i % 3 === d ? v : 0), 0);
      expect(Math.abs(sum)).toBeLessThan(1e-13 * 256 * 6e-5);
    }
  });
  test("turned round, it returns to its start", () => {
    const there = last();
    const back = last({ system: there.system, velocities: there.velocities.map((v) => -v) });
    expectClose(back.system.positions, solid.positions, 1e-11);
    const way = there.system.positions.map((x, i) => Math.abs(x - solid.positions[i]!));
    expect(Math.max(...way)).toBeGreaterThan(0.5);
  });
  test("takes the path that velocityVerlet takes", () => {
    const path = velocityVerlet({
      positions: solid.positions,
      velocities,
      masses: new Float64Array(768).fill(standardMass(18)),
      energyAndForces: (positions) => potential.energyAndForces({ ...solid, positions }),
      timeStep: 200,
      steps: 20,
      every: 20,
    });
    const sample = last({ steps: 20, every: 20 });
    expectClose(sample.system.positions, path.positions.subarray(768), 1e-12);
    expectClose([sample.totalEnergy], path.totalEnergies.slice(1), 1e-14);
  });
  test("steps that are not kept take the fast way to the same path", () => {
    const { forcesInto, ...slow } = potential;
    const [fast, all] = [potential, slow as Potential].map((each) =>
      last({ potential: each, steps: 40, every: 20 }),
    );
    expectClose(fast!.system.positions, all!.system.positions, 1e-12);
    expectClose([fast!.totalEnergy], [all!.totalEnergy], 1e-14);
  });
  test("the energy is asked for only at the steps that are kept, and nothing is computed ahead", () => {
    let asked = 0;
    const counted: Potential = {
      ...potential,
      energyAndForces: (...all) => {
        asked++;
        return potential.energyAndForces(...all);
      },
    };
    const samples = simulate({ ...start, potential: counted, steps: 30, every: 10 });
    expect(asked).toBe(0);
    samples.next();
    expect(asked).toBe(1);
    expect([...samples].length).toBe(3);
    expect(asked).toBe(4);
  });
  test("one list for the whole run, that looks an eighth of the cutoff farther", () => {
    const lists = new Set<unknown>();
    const watched: Potential = {
      ...potential,
      energyAndForces: (system, list) => {
        lists.add(list);
        expect([list!.cutoff, list!.skin, list!.kind]).toEqual([16, 2, "half"]);
        return potential.energyAndForces(system, list);
      },
    };
    run({ potential: watched, steps: 3 });
    expect(lists.size).toBe(1);
  });
  test("the skin changes the cost, not the path", () => {
    const skins: number[] = [];
    const watched: Potential = {
      ...potential,
      energyAndForces: (system, list) => {
        skins.push(list!.skin);
        return potential.energyAndForces(system, list);
      },
    };
    const [one, other] = [0.3, 4].map((skin) =>
      last({ potential: watched, skin, steps: 40, every: 40 }),
    );
    expect(skins).toEqual([0.3, 0.3, 4, 4]);
    expectClose(one!.system.positions, other!.system.positions, 1e-12);
  });
});

test("positions are not put back into the cell", () => {
  const system = crystal("sc", { symbols: ["Ar"], latticeConstant: 8 });
  const far = last({ system, velocities: [1e-3, 0, 0], timeStep: 100, steps: 200, every: 200 });
  expect(far.system.positions[0]).toBeCloseTo(20, 10);
});

test("a cluster in open space keeps its momentum and its angular momentum", () => {
  const { cell, ...cluster } = disordered({ atoms: 8, edge: 17, seed: 3 });
  const all = pairPotential(argon, { cutoff: Number.POSITIVE_INFINITY });
  const path = run({
    system: cluster,
    velocities: thermalVelocities(cluster, { kT: 1e-4, random: seededRandom(4) }),
    potential: all,
    steps: 100,
    every: 100,
  });
  const kept = ({ system: { positions: x }, velocities: v }: Sample): number[] => {
    const sums = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 24; i += 3) {
      sums[0]! += x[i + 1]! * v[i + 2]! - x[i + 2]! * v[i + 1]!;
      sums[1]! += x[i + 2]! * v[i]! - x[i]! * v[i + 2]!;
      sums[2]! += x[i]! * v[i + 1]! - x[i + 1]! * v[i]!;
      for (let d = 0; d < 3; d++) sums[3 + d]! += v[i + d]!;
    }
    return sums.map((sum) => 1e4 * sum);
  };
  expectClose(kept(path[1]!), kept(path[0]!), 1e-11);
});

describe("a sample", () => {
  const path = run({ steps: 20, every: 5 });
  test("every so many steps, the start first", () => {
    expect(path.map(({ step }) => step)).toEqual([0, 5, 10, 15, 20]);
    expect(path.map(({ time }) => time)).toEqual([0, 1000, 2000, 3000, 4000]);
    expect(path[1]!.info!.step).toBe(5);
    expect(path[1]!.info!.time_fs).toBeCloseTo(24.188843265864, 12);
    expectClose(path[0]!.system.positions, solid.positions, 0);
    expectClose(path[0]!.velocities, velocities, 0);
  });
  test("energy, forces and virial are those of its positions", () => {
    const { energy, forces, virial } = potential.energyAndForces(path[3]!.system);
    expectClose([path[3]!.energy], [energy], 1e-13);
    expectClose(path[3]!.forces, forces, 1e-13);
    expectClose(path[3]!.virial, virial, 1e-12);
  });
  test("K = Σ m v²/2, kT = 2 K/(3n − 3), the sum of energies", () => {
    const sample = path[2]!;
    const kinetic = sample.velocities.reduce((sum, v) => sum + (standardMass(18) * v * v) / 2, 0);
    expect(sample.kineticEnergy / kinetic).toBeCloseTo(1, 12);
    expect(sample.kT / ((2 * kinetic) / 765)).toBeCloseTo(1, 12);
    expect(sample.totalEnergy).toBe(sample.energy + sample.kineticEnergy);
    expect(sample.conservedEnergy).toBe(sample.totalEnergy);
  });
  test("with langevin kT = 2 K/3n", () => {
    const thermostat = langevin({ kT: 1e-4, friction: 1e-4, seed: 1 });
    const sample = last({ steps: 1, thermostat });
    expect(sample.kT / ((2 * sample.kineticEnergy) / 768)).toBeCloseTo(1, 12);
  });
  test("keeps what it has when the run goes on, and leaves the start as it was", () => {
    const again = simulate({ ...start, steps: 20, every: 5 });
    const first = again.next().value as Sample;
    const copy = [first.system.positions, first.velocities, first.forces].map((a) => a.slice());
    expect([...again].length).toBe(4);
    expect([first.system.positions, first.velocities, first.forces]).toEqual(copy);
    expectClose(solid.positions, path[0]!.system.positions, 0);
  });
  test("is a frame that extended-XYZ can take", () => {
    const [, second] = parseExtendedXyz(formatExtendedXyz(path));
    expectClose(second!.system.positions, path[1]!.system.positions, 1e-13);
    expectClose(second!.velocities!, path[1]!.velocities, 1e-14);
    expect(second!.info).toMatchObject({ step: 5 });
  });
  test("the system's masses come before those of the elements", () => {
    const heavy = { ...solid, masses: new Float64Array(256).fill(1e5) };
    expect(run({ system: heavy, steps: 0 })[0]!.kineticEnergy).toBeCloseTo(
      velocities.reduce((sum, v) => sum + (1e5 * v * v) / 2, 0),
      12,
    );
  });
});

describe("a run that goes on from a checkpoint takes the same path bit for bit", () => {
  test.each([
    ["without a thermostat", undefined],
    ["langevin", langevin({ kT: 3e-4, friction: 1e-4, seed: 5 })],
    ["csvr", csvr({ kT: 3e-4, relaxationTime: 4000, seed: 5 })],
  ])("%s", (_, thermostat) => {
    // Hot, so that the list is made anew between checkpoints, too.
    const hot = {
      ...start,
      velocities: velocities.map((v) => 3 * v),
      steps: 90,
      every: 30,
      ...(thermostat && { thermostat }),
    };
    const path = [...simulate(hot)];
    for (const { step, checkpoint } of path) {
      const rest = [...simulate({ ...hot, from: checkpoint })];
      const wanted = path.filter((sample) => sample.step > step);
      expect(rest.map((sample) => sample.step)).toEqual(wanted.map((sample) => sample.step));
      for (const [k, sample] of rest.entries())
        for (const field of ["velocities", "forces", "energy", "conservedEnergy", "time"] as const)
          expect(sample[field]).toEqual(wanted[k]![field]);
      expect(rest.at(-1)?.system.positions).toEqual(wanted.at(-1)?.system.positions);
    }
  });
  test("and leaves the checkpoint as it was", () => {
    const { checkpoint } = last({ steps: 20 });
    const copy = structuredClone(checkpoint);
    run({ steps: 40, from: checkpoint });
    expect(checkpoint).toEqual(copy);
  });
  test("while the list is one that was made between checkpoints, not at them", () => {
    const builds: number[] = [];
    const watched: Potential = {
      ...potential,
      forcesInto: (out, system, list) => {
        potential.forcesInto!(out, system, list);
        builds.push(list!.builds);
      },
    };
    const hot = { velocities: velocities.map((v) => 3 * v), steps: 90, every: 30 };
    run({ ...hot, potential: watched });
    expect(builds.at(-1)).toBeGreaterThan(3);
    expect(builds.at(-1)).toBeLessThan(15);
  });
});

describe("refuses", () => {
  test.each<[Partial<Simulation>, string]>([
    [{ velocities: [0] }, "velocities must have 768 entries like positions, got 1"],
    [
      { velocities: velocities.map((v, i) => (i === 4 ? Number.NaN : v)) },
      "velocities[4] must be a finite number, got NaN",
    ],
    [{ timeStep: 0 }, "timeStep must be a positive number of atomic units of time, got 0"],
    [{ steps: 0.5 }, "steps must be a whole number from 0, got 0.5"],
    [{ every: 0 }, "every must be a whole number from 1, got 0"],
    [
      { system: { ...solid, positions: solid.positions.slice(3) } },
      "positions must have 768 entries for 256 atoms, got 765",
    ],
    [
      { steps: 3, from: { ...run({ steps: 4, every: 4 }).at(-1)!.checkpoint } },
      "steps must be a whole number from 4, got 3",
    ],
    [
      { from: { ...run({ steps: 0 })[0]!.checkpoint, forces: new Float64Array(3) } },
      "from.forces must have 768 entries like positions, got 3",
    ],
  ])("%# at once, before the first sample", (change, message) => {
    expect(() => simulate({ ...start, ...change })).toThrow(new RangeError(`simulate: ${message}`));
  });
});
