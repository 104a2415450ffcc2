import { describe, expect, test } from "vitest";
import { langevin } from "../../src/dynamics/langevin.js";
import { simulate } from "../../src/dynamics/simulate.js";
import type { Potential } from "../../src/potentials/potential.js";
import type { System } from "../../src/structures/system.js";

const mass = 2000;
const kT = 0.002;
const omega = 0.01;
const n = 400;

/** Each atom bound to the origin by itself: 1200 vibrations of frequency ω. */
const wells: Potential = {
  cutoff: 1000,
  energyAndForces({ positions }) {
    const stiffness = mass * omega ** 2;
    const atomicEnergies = new Float64Array(positions.length / 3);
    for (let i = 0; i < positions.length; i++)
      atomicEnergies[Math.floor(i / 3)]! += (stiffness * positions[i]! ** 2) / 2;
    return {
      energy: atomicEnergies.reduce((sum, u) => sum + u, 0),
      forces: positions.map((x) => -stiffness * x),
      virial: new Float64Array(9),
      atomicEnergies,
    };
  },
};
const system: System = {
  positions: new Float64Array(3 * n),
  atomicNumbers: new Uint8Array(n).fill(1),
  masses: new Float64Array(n).fill(mass),
};
const start = { system, potential: wells, velocities: new Float64Array(3 * n) };
const mean = (array: Float64Array, of: (x: number) => number): number =>
  array.reduce((sum, x) => sum + of(x), 0) / array.length;

describe("a vibration ω with a long time step, ω Δt = 1.2", () => {
  const timeStep = 1.2 / omega;
  const [positions, velocities, momenta]: number[][] = [[], [], []];
  const run = { ...start, timeStep, steps: 4000, every: 5 };
  for (const { step, system: now, velocities: v } of simulate({
    ...run,
    thermostat: langevin({ kT, friction: omega, seed: 1 }),
  })) {
    if (step < 200) continue;
    positions!.push(mean(now.positions, (x) => x * x));
    velocities!.push(mean(v, (x) => x * x));
    momenta!.push(mean(v, (x) => x ** 4));
  }
  const average = (values: number[]): number =>
    values.reduce((sum, x) => sum + x, 0) / values.length;
  // 1200 vibrations at 760 moments about 6/ω apart: independent, so the mean scatters by √(2/912000) = 0.15 %.
  test("the mean square of the displacement is kT/(m ω²) exactly", () => {
    expect(Math.abs(average(positions!) / (kT / (mass * omega ** 2)) - 1)).toBeLessThan(0.006);
  });
  test("that of the velocities is kT/m (1 − (ω Δt)²/4), a little cold", () => {
    expect(Math.abs(average(velocities!) / ((kT / mass) * 0.64) - 1)).toBeLessThan(0.006);
  });
  test("and they are normal: ⟨v⁴⟩ = 3 ⟨v²⟩²", () => {
    const scaled = average(momenta!) / average(velocities!) ** 2;
    expect(Math.abs(scaled - 3)).toBeLessThan(0.03);
  });
});

describe("the step of the bath alone", () => {
  const bath = langevin({ kT, friction: 0.02, seed: 3 });
  const masses = Float64Array.from({ length: 30_000 }, (_, i) => (i % 2 === 0 ? 1000 : 9000));
  test("velocities forget themselves as e^(−γ Δt)", () => {
    const v = new Float64Array(30_000).fill(1);
    bath.thermalise(v, masses, 25, 1);
    const scatter = Math.sqrt(kT / 1000 / 30_000);
    expect(Math.abs(mean(v, (x) => x) - Math.exp(-0.5))).toBeLessThan(4 * scatter);
  });
  test("leaves the distribution of Maxwell and Boltzmann as it is, light atoms and heavy ones", () => {
    const v = new Float64Array(30_000);
    for (let step = 1; step <= 60; step++) bath.thermalise(v, masses, 25, step);
    for (const [parity, mass] of [
      [0, 1000],
      [1, 9000],
    ] as const) {
      const part = v.filter((_, i) => i % 2 === parity);
      expect(Math.abs(mean(part, (x) => (mass * x * x) / kT) - 1)).toBeLessThan(0.046);
    }
  });
  test("returns the energy that the atoms took up", () => {
    const v = new Float64Array(30_000).fill(1e-3);
    const kinetic = (): number => v.reduce((sum, x, i) => sum + (masses[i]! * x * x) / 2, 0);
    const before = kinetic();
    const heat = bath.thermalise(v, masses, 25, 1);
    expect(heat / (kinetic() - before)).toBeCloseTo(1, 10);
  });
});

test("the energy less the heat wavers by an amount that falls as Δt²", () => {
  const waver = (timeStep: number): number => {
    const run = { ...start, timeStep, steps: Math.round(3000 / timeStep) };
    const thermostat = langevin({ kT, friction: 0.005, seed: 2 });
    const energies = [...simulate({ ...run, thermostat })].map((each) => each.conservedEnergy);
    const middle = average(energies);
    return Math.sqrt(average(energies.map((e) => (e - middle) ** 2)));
  };
  const average = (values: number[]): number =>
    values.reduce((sum, x) => sum + x, 0) / values.length;
  const ratio = waver(20) / waver(10);
  expect(ratio).toBeGreaterThan(3);
  expect(ratio).toBeLessThan(5);
});

test.each([
  [{ kT: 0 }, "kT must be a positive number of hartree, got 0"],
  [{ friction: -1 }, "friction must be a positive number of 1/atomic unit of time, got -1"],
  [{ seed: 0.5 }, "seed must be a whole number from 0 to 4294967295, got 0.5"],
])("refuses %o", (change, message) => {
  expect(() => langevin({ kT, friction: 1, seed: 1, ...change })).toThrow(
    new RangeError(`langevin: ${message}`),
  );
});
