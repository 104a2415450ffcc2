import { describe, expect, test } from "vitest";
import { csvr } from "../../src/dynamics/csvr.js";
import { kineticEnergy } from "../../src/dynamics/kineticEnergy.js";
import { simulate } from "../../src/dynamics/simulate.js";
import { thermalVelocities } from "../../src/dynamics/thermalVelocities.js";
import { seededRandom } from "../../src/numerics/random.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { crystal } from "../../src/structures/crystal.js";
import { supercell } from "../../src/structures/supercell.js";

const kT = 0.003;

/** The walk of the kinetic energy of n free atoms, in units of kT. */
function walk(n: number, steps: number, timeStep: number): Float64Array {
  const bath = csvr({ kT, relaxationTime: 100, seed: 1 });
  const masses = new Float64Array(3 * n).fill(2000);
  const v = Float64Array.from({ length: 3 * n }, (_, i) => 1e-3 * Math.sin(i + 1));
  const energies = new Float64Array(steps);
  for (let step = 1; step <= steps; step++) {
    bath.thermalise(v, masses, timeStep, step);
    energies[step - 1] = kineticEnergy(v, masses) / kT;
  }
  return energies.subarray(50);
}
const mean = (values: Float64Array): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;

describe("the kinetic energy of free atoms", () => {
  test.each([2, 3, 30])("of %d atoms: mean f/2 kT and variance f/2 kT², f = 3n − 3", (n) => {
    const energies = walk(n, 60_050, 100); // 60,000 numbers, each with e⁻¹ of the one before
    const half = (3 * n - 3) / 2;
    const middle = mean(energies);
    const independent = 60_000 * ((1 - Math.exp(-1)) / (1 + Math.exp(-1)));
    expect(Math.abs(middle / half - 1)).toBeLessThan(4 / Math.sqrt(half * independent));
    const variance = mean(energies.map((e) => (e - middle) ** 2));
    expect(Math.abs(variance / half - 1)).toBeLessThan(5 * Math.sqrt((2 + 6 / half) / independent));
    const skewness = mean(energies.map((e) => (e - middle) ** 3)) / variance ** 1.5;
    expect(skewness * Math.sqrt(half)).toBeGreaterThan(1.6); // 2/√(f/2)
    expect(skewness * Math.sqrt(half)).toBeLessThan(2.4);
  });
  test("forgets itself as e^(−t/τ)", () => {
    const energies = walk(20, 100_050, 20);
    const middle = mean(energies);
    const c = (k: number): number =>
      mean(
        energies
          .slice(0, -k || undefined)
          .map((e, i) => (e - middle) * (energies[i + k]! - middle)),
      );
    for (const k of [1, 3, 5]) expect(c(k) / c(0)).toBeCloseTo(Math.exp(-k / 5), 1);
  });
});

describe("liquid argon, 108 atoms", () => {
  const system = supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant: 10.9 }), [3, 3, 3]);
  const potential = pairPotential(lennardJones({ epsilon: 3.8e-4, sigma: 6.43 }), {
    cutoff: 14,
    truncation: "forceShift",
  });
  const liquid = { system, potential, every: 10 };
  const target = 3.5e-4;
  const path = [
    ...simulate({
      ...liquid,
      timeStep: 300,
      steps: 6000,
      velocities: thermalVelocities(system, { kT: 2 * target, random: seededRandom(1) }),
      thermostat: csvr({ kT: target, relaxationTime: 3000, seed: 2 }),
    }),
  ];
  test("comes to the temperature of the bath, and stays there", () => {
    const temperatures = Float64Array.from(path.slice(100), (sample) => sample.kT / target);
    expect(Math.abs(mean(temperatures) - 1)).toBeLessThan(0.02);
    const scatter = Math.sqrt(mean(temperatures.map((t) => (t - mean(temperatures)) ** 2)));
    expect(scatter / Math.sqrt(2 / 321)).toBeGreaterThan(0.85);
    expect(scatter / Math.sqrt(2 / 321)).toBeLessThan(1.15);
  });
  test("the energy less what the bath gave does not drift", () => {
    const energies = path.map((sample) => sample.conservedEnergy);
    const part = (from: number, to: number): number =>
      mean(Float64Array.from(energies.slice(from, to)));
    const heat = Math.abs(path.at(-1)!.totalEnergy - path[0]!.totalEnergy);
    expect(Math.abs(part(-100, -1) - part(1, 100)) / heat).toBeLessThan(0.01);
  });
  test("and wavers by an amount that falls as Δt²", () => {
    const waver = (timeStep: number): number => {
      const energies = [
        ...simulate({
          ...liquid,
          every: 1,
          system: path.at(-1)!.system,
          velocities: path.at(-1)!.velocities,
          timeStep,
          steps: 60_000 / timeStep,
          thermostat: csvr({ kT: target, relaxationTime: 6000, seed: 3 }),
        }),
      ].map((sample) => sample.conservedEnergy);
      const middle = mean(Float64Array.from(energies));
      return Math.sqrt(mean(Float64Array.from(energies, (e) => (e - middle) ** 2)));
    };
    const ratio = waver(600) / waver(300);
    expect(ratio).toBeGreaterThan(3);
    expect(ratio).toBeLessThan(5);
  });
  test("the momentum is kept", () => {
    for (const d of [0, 1, 2]) {
      const v = path.at(-1)!.velocities;
      const sum = v.reduce((total, x, i) => total + (i % 3 === d ? x : 0), 0);
      expect(Math.abs(sum) / v.reduce((total, x) => total + Math.abs(x), 0)).toBeLessThan(1e-11);
    }
  });
});

test("a bath that is much faster than the step turns all velocities round half of the time", () => {
  const bath = csvr({ kT, relaxationTime: 1, seed: 1 });
  const masses = new Float64Array(6).fill(2000);
  let turned = 0;
  for (let step = 1; step <= 1000; step++) {
    const v = Float64Array.of(1e-3, 2e-3, 0, -1e-3, -2e-3, 0);
    bath.thermalise(v, masses, 50, step);
    expect(v[0]! / v[1]!).toBeCloseTo(0.5, 14);
    turned += Number(v[0]! < 0);
  }
  expect(Math.abs(turned - 500)).toBeLessThan(4 * Math.sqrt(250));
});

test("refuses a single atom and atoms that all rest", () => {
  const bath = csvr({ kT, relaxationTime: 100, seed: 1 });
  const heat = (n: number) => () =>
    bath.thermalise(new Float64Array(3 * n), new Float64Array(3 * n).fill(1), 1, 1);
  expect(heat(1)).toThrow(new RangeError("csvr: there must be at least two atoms, got one"));
  expect(heat(2)).toThrow(
    new RangeError("csvr: atoms must move, got velocities 0 for all; start from thermalVelocities"),
  );
});
test.each([
  [{ kT: 0 }, "kT must be a positive number of hartree, got 0"],
  [
    { relaxationTime: 0 },
    "relaxationTime must be a positive number of atomic units of time, got 0",
  ],
  [{ seed: -1 }, "seed must be a whole number from 0 to 4294967295, got -1"],
])("refuses %o", (change, message) => {
  expect(() => csvr({ kT, relaxationTime: 1, seed: 1, ...change })).toThrow(
    new RangeError(`csvr: ${message}`),
  );
});
