import { describe, expect, test } from "vitest";
import { type Motion, velocityVerlet } from "../../src/dynamics/velocityVerlet.js";
import { morse } from "../../src/potentials/morse.js";
import { expectClose } from "../support/closeTo.js";

/** k = m = 1, let go at x = 1: x(t) = cos t. */
const oscillator = (timeStep: number, time: number): Motion => ({
  positions: [1],
  velocities: [0],
  masses: [1],
  energyAndForces: ([x]) => ({ energy: x! ** 2 / 2, forces: [-x!] }),
  timeStep,
  steps: Math.round(time / timeStep),
});

const bond = morse({ wellDepth: 0.1745, bondLength: 1.4, stiffness: 1.02 });
const hydrogen: Motion = {
  positions: [1.2],
  velocities: [0],
  masses: [918.076],
  energyAndForces: ([R]) => ({ energy: bond.energy(R!), forces: [-bond.slope(R!)] }),
  timeStep: 10,
  steps: 2000,
};

describe("the sentences of the docstring", () => {
  test.each([
    [0.2, 3.0792e-2],
    [0.1, 7.6306e-3],
    [0.05, 1.9034e-3],
  ])("order 2: at time 20 the oscillator with Δt = %f is off by %f", (timeStep, error) => {
    const { positions } = velocityVerlet(oscillator(timeStep, 20));
    expect(Math.abs(positions.at(-1)! - Math.cos(20))).toBeCloseTo(error, 6);
  });
  test("turned round, it returns to its start", () => {
    const there = velocityVerlet(hydrogen);
    const end = { positions: there.positions.slice(-1), velocities: [-there.velocities.at(-1)!] };
    const back = velocityVerlet({ ...hydrogen, ...end });
    expect(Math.abs(there.positions.at(-1)! - 1.2)).toBeGreaterThan(0.01);
    expect(back.positions.at(-1)!).toBeCloseTo(1.2, 10);
    expect(back.velocities.at(-1)!).toBeCloseTo(0, 10);
  });
  const waver = (motion: Motion): number => {
    const { totalEnergies } = velocityVerlet(motion);
    return Math.max(...totalEnergies) - Math.min(...totalEnergies);
  };
  test("the energy wavers by an amount that falls as Δt²", () => {
    const half = { ...hydrogen, timeStep: 5, steps: 4000 };
    expect(waver(hydrogen) / waver(half)).toBeCloseTo(4, 1);
  });
  test("and does not grow with time", () => {
    expect(waver({ ...hydrogen, steps: 40_000 }) / waver(hydrogen)).toBeCloseTo(1, 2);
  });
  test("needs Δt < 2/ω: 1.99 stays, 2.01 explodes", () => {
    expect(Math.max(...velocityVerlet(oscillator(1.99, 1990)).positions)).toBeLessThan(20);
    expect(() => velocityVerlet(oscillator(2.01, 20_100))).toThrow(
      /^velocityVerlet: the energy must be a finite number of hartree, got Infinity at step \d+ \(is the time step of 2.01 too long\?\)$/,
    );
  });
});

describe("the fields of the trajectory", () => {
  const two: Motion = {
    positions: [1, 0],
    velocities: [0, 3],
    masses: [1, 4],
    energyAndForces: ([x, y]) => ({ energy: x! ** 2 / 2 - 8 * y!, forces: [-x!, 8] }),
    timeStep: 0.1,
    steps: 10,
    every: 5,
  };
  const path = velocityVerlet(two);
  test("every fifth step of ten, and the start: three frames of two coordinates", () => {
    expectClose(path.times, [0, 0.5, 1], 1e-15);
    expect([path.positions.length, path.velocities.length]).toEqual([6, 6]);
  });
  test("each coordinate has its own mass: 8 hartree/bohr on mass 4 gives 3 t + t²", () => {
    expectClose([path.positions[3]!, path.positions[5]!], [1.75, 4], 1e-14);
    expect(path.positions[4]!).toBeCloseTo(Math.cos(1), 3);
  });
  test("kinetic energy Σ m v² / 2, and the sum", () => {
    expect(path.kineticEnergies[0]).toBe(18);
    expect(path.totalEnergies[0]).toBe(18.5);
    expectClose(
      path.totalEnergies,
      path.kineticEnergies.map((kinetic, f) => kinetic + path.potentialEnergies[f]!),
      0,
    );
  });
  test("positions and velocities given are left as they were", () => {
    expect([two.positions, two.velocities]).toEqual([
      [1, 0],
      [0, 3],
    ]);
  });
});

test("a force that is not finite is refused at its step", () => {
  const broken = {
    ...oscillator(0.1, 2),
    energyAndForces: () => ({ energy: 0, forces: [Number.NaN] }),
  };
  expect(() => velocityVerlet(broken)).toThrow(
    new RangeError(
      "velocityVerlet: the sum of velocities must be a finite number of bohr per unit of time, " +
        "got NaN at step 1 (is the time step of 0.1 too long?)",
    ),
  );
});

test.each<[Partial<Motion>, string]>([
  [{ velocities: [0, 0] }, "velocities must have 1 entries like positions, got 2"],
  [{ masses: [] }, "masses must have 1 entries like positions, got 0"],
  [{ masses: [0] }, "masses[0] must be a positive number of electron masses, got 0"],
  [
    { positions: [Number.NaN] },
    "coordinate 0 must start finite, got position NaN bohr and velocity 0",
  ],
  [{ timeStep: -1 }, "timeStep must be a positive number of atomic units of time, got -1"],
  [{ steps: 1.5 }, "steps must be a whole number from 0, got 1.5"],
  [{ every: 0 }, "every must be a whole number from 1, got 0"],
  [
    { energyAndForces: () => ({ energy: 0, forces: [1, 2] }) },
    "there must be one force for each of the 1 coordinates, got 2",
  ],
  [
    { energyAndForces: () => ({ energy: Number.NaN, forces: [0] }) },
    "the energy must be a finite number of hartree, got NaN at step 0 (is the time step of 10 too long?)",
  ],
])("refuses %o", (change, message) => {
  expect(() => velocityVerlet({ ...hydrogen, ...change })).toThrow(
    new RangeError(`velocityVerlet: ${message}`),
  );
});
