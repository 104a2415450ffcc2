import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Hopper,
  hopperEnergy,
  moveHopper,
  population,
  startHopper,
} from "../../src/quantum/surfaceHoppingTrajectory.js";
import { tullyModel } from "../../src/quantum/tully.js";
import { adiabaticPair, type TwoStateModel } from "../../src/quantum/twoState.js";

const mass = 2000;
const never = () => 1;
const always = () => 0;
const I = tullyModel("simpleAvoidedCrossing");

/** Moves until a place is passed. */
function moveTo(hopper: Hopper, x: number, timeStep = 2, random = never, model: TwoStateModel = I) {
  while (hopper.x < x) moveHopper(hopper, model, { mass, timeStep, random });
  return hopper;
}

test("starts on the lower surface with all of its amplitude there", () => {
  const hopper = startHopper(I, -8, 15);
  expect(hopper).toMatchObject({
    x: -8,
    momentum: 15,
    active: "lower",
    hops: 0,
    frustratedHops: 0,
  });
  expect([...hopper.amplitudes]).toEqual([1, 0, 0, 0]);
  expect(hopperEnergy(hopper, mass)).toBeCloseTo(225 / 4000 + adiabaticPair(I, -8).lower, 15);
});

test("without coupling it moves as a classical particle and keeps its amplitudes", () => {
  // A constant force of 0.001 on the lower state.
  const ramp: TwoStateModel = {
    matrix: (x) => ({ v11: -0.001 * x, v22: 1, v12: 0 }),
    slope: () => ({ v11: -0.001, v22: 0, v12: 0 }),
  };
  const hopper = startHopper(ramp, 0, 10);
  for (let i = 0; i < 100; i++) moveHopper(hopper, ramp, { mass, timeStep: 10, random: always });
  expect(hopper.x).toBeCloseTo((10 / 2000) * 1000 + (0.5 * 0.001 * 1e6) / 2000, 10);
  expect(hopper.momentum).toBeCloseTo(10 + 0.001 * 1000, 12);
  expect(population(hopper.amplitudes, "lower")).toBeCloseTo(1, 13);
  expect(hopper.hops).toBe(0);
});

test("the amplitudes keep their norm, and obey i ċₐ = Eₐ cₐ − i v Σ dₐᵦ c_β", () => {
  // The same motion (fast, so that v hardly changes), with classical Runge-Kutta steps for the amplitudes.
  const p = 200;
  const v = p / mass;
  const hopper = moveTo(startHopper(I, -8, p), 8, 0.2);
  const norm = population(hopper.amplitudes, "lower") + population(hopper.amplitudes, "upper");
  expect(norm).toBeCloseTo(1, 12);
  const rate = (t: number, [a, b, c, d]: readonly number[]): number[] => {
    const { lower, upper, coupling } = adiabaticPair(I, -8 + v * t);
    return [
      lower * b! - v * coupling * c!,
      -lower * a! - v * coupling * d!,
      upper * d! + v * coupling * a!,
      -upper * c! + v * coupling * b!,
    ];
  };
  let c = [1, 0, 0, 0];
  const h = 0.2;
  const steps = Math.round(16 / v / h);
  const add = (u: readonly number[], w: readonly number[], f: number) =>
    u.map((x, i) => x + f * w[i]!);
  for (let i = 0; i < steps; i++) {
    const k1 = rate(i * h, c);
    const k2 = rate((i + 0.5) * h, add(c, k1, h / 2));
    const k3 = rate((i + 0.5) * h, add(c, k2, h / 2));
    const k4 = rate((i + 1) * h, add(c, k3, h));
    c = c.map((x, j) => x + (h / 6) * (k1[j]! + 2 * k2[j]! + 2 * k3[j]! + k4[j]!));
  }
  expect(c[2]! ** 2 + c[3]! ** 2).toBeGreaterThan(0.9); // far from Born and Oppenheimer
  expect(population(hopper.amplitudes, "upper")).toBeCloseTo(c[2]! ** 2 + c[3]! ** 2, 4);
});

test("the error of the amplitudes falls as Δt²", () => {
  const upper = (timeStep: number): number => {
    const hopper = startHopper(I, -6, 20);
    const steps = Math.round(1200 / timeStep);
    for (let i = 0; i < steps; i++) moveHopper(hopper, I, { mass, timeStep, random: never });
    return population(hopper.amplitudes, "upper");
  };
  const ratio = (upper(8) - upper(4)) / (upper(4) - upper(2));
  expect(Math.log2(ratio)).toBeCloseTo(2, 0);
});

test("a crossing narrower than a step is not missed", () => {
  // The states exchange their names within 10⁻⁴ bohr: it has to follow the diabatic curve.
  const narrow: TwoStateModel = {
    matrix: (x) => ({ v11: 0.01 * x, v22: -0.01 * x, v12: 1e-6 }),
    slope: () => ({ v11: 0.01, v22: -0.01, v12: 0 }),
  };
  const hopper = moveTo(startHopper(narrow, -1, 20), 1, 10, never, narrow);
  expect(population(hopper.amplitudes, "upper")).toBeGreaterThan(0.999);
});

describe("hops", () => {
  test("up and down: the energy is kept, the direction too", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 12, max: 40, noNaN: true }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (momentum, timeStep) => {
          const hopper = startHopper(I, -3, momentum);
          for (const _ of Array.from({ length: 400 })) {
            if (hopper.x > 6) break;
            const before = { ...hopper };
            moveHopper(hopper, I, { mass, timeStep, random: always });
            if (hopper.hops === before.hops) continue;
            const change = hopperEnergy(hopper, mass) - hopperEnergy(before, mass);
            expect(Math.abs(change)).toBeLessThan(1e-5); // the error of one step, not the gap of 0.01
            expect(hopper.momentum > 0).toBe(true);
          }
          expect(hopper.hops).toBeGreaterThan(0);
        },
      ),
      { numRuns: 30 },
    );
  });
  test("come with the probability (loss of |cₐ|²)/|cₐ|²: just below it hops, just above it does not", () => {
    const trial = (drawn: number): Hopper => {
      const hopper = moveTo(startHopper(I, -8, 20), -0.2);
      moveHopper(hopper, I, { mass, timeStep: 2, random: () => drawn });
      return hopper;
    };
    const before = moveTo(startHopper(I, -8, 20), -0.2);
    const old = population(before.amplitudes, "lower");
    const loss = old - population(trial(1).amplitudes, "lower");
    expect(loss / old).toBeGreaterThan(0.001);
    expect(trial((0.9999 * loss) / old).active).toBe("upper");
    expect(trial((1.0001 * loss) / old).active).toBe("lower");
  });
  test("are not made while the population of the active state grows", () => {
    const hopper = moveTo(startHopper(I, -8, 20), -0.2);
    hopper.active = "upper"; // whose population grows here
    moveHopper(hopper, I, { mass, timeStep: 2, random: always });
    expect(hopper.active).toBe("upper");
  });
  test("that lack kinetic energy are frustrated: surface and momentum stay", () => {
    const quiet = moveTo(startHopper(I, -8, 7), -0.3);
    const tempted = moveTo(startHopper(I, -8, 7), -0.3);
    // The gap is more than what it has left.
    expect(tempted.momentum ** 2 / 4000).toBeLessThan(tempted.states.upper - tempted.states.lower);
    moveHopper(quiet, I, { mass, timeStep: 2, random: never });
    moveHopper(tempted, I, { mass, timeStep: 2, random: always });
    expect(tempted.frustratedHops).toBe(1);
    expect([tempted.active, tempted.hops]).toEqual(["lower", 0]);
    expect(tempted.momentum).toBe(quiet.momentum);
  });
});
