import { describe, expect, test } from "vitest";
import {
  largestMomentum,
  type Scattering,
  twoStateScattering,
} from "../../src/quantum/scattering.js";
import { tullyModel } from "../../src/quantum/tully.js";
import type { TwoStateModel } from "../../src/quantum/twoState.js";

/** V₀ sech²(x) on the lower state; the upper one lies far above and is not coupled. */
const hill = (height: number): TwoStateModel => ({
  matrix: (x) => ({ v11: height / Math.cosh(x) ** 2, v22: 50, v12: 0 }),
  slope: (x) => ({ v11: (-2 * height * Math.tanh(x)) / Math.cosh(x) ** 2, v22: 0, v12: 0 }),
});
/** Landau and Lifshitz, Quantum Mechanics, § 25, problem 4. */
const throughHill = (height: number, mass: number, k: number): number => {
  const a = 8 * mass * height - 1;
  const wide = a > 0 ? Math.cosh : (x: number): number => Math.cos(x);
  const fast = Math.sinh(Math.PI * k) ** 2;
  return fast / (fast + wide((Math.PI / 2) * Math.sqrt(Math.abs(a))) ** 2);
};

describe("one state alone: the formula of the hill V₀/cosh²x", () => {
  test.each([
    ["below a hill", 1, 1, 0.9],
    ["just below its top", 1, 1, Math.SQRT2 * 0.999],
    ["above it", 1, 1, 2],
    ["over a well", -0.7, 1, 0.4],
    ["heavy particle under a hill", 0.01, 100, 1],
  ])("%s", (_name, height, mass, momentum) => {
    const exact = throughHill(height, mass, momentum);
    const { transmitted, reflected } = twoStateScattering({
      model: hill(height),
      reach: 17,
      mass,
      momentum,
    });
    expect(Math.abs(transmitted[0] - exact)).toBeLessThan(1e-9);
    expect(Math.abs(reflected[0] - (1 - exact))).toBeLessThan(1e-9);
    expect([transmitted[1], reflected[1]]).toEqual([0, 0]);
  });
  test("a well without reflection: 2M V₀ = −2", () => {
    const model = hill(-1);
    const { reflected } = twoStateScattering({ model, reach: 17, mass: 1, momentum: 0.5 });
    expect(reflected[0]).toBeLessThan(1e-9);
  });
});

test("two states that do not mix, the lower one second in the matrix", () => {
  const { matrix, slope } = hill(1);
  const swapped: TwoStateModel = {
    matrix: (x) => ({ v11: matrix(x).v22, v22: matrix(x).v11, v12: 0 }),
    slope: (x) => ({ v11: 0, v22: slope(x).v11, v12: 0 }),
  };
  const { transmitted } = twoStateScattering({ model: swapped, reach: 17, mass: 1, momentum: 1 });
  expect(transmitted[0]).toBeCloseTo(throughHill(1, 1, 1), 9);
});

test("a diabatic basis turned by any angle gives the same", () => {
  const II = tullyModel("dualAvoidedCrossing");
  const turn = (angle: number): TwoStateModel => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const turned = ({ v11, v22, v12 }: ReturnType<TwoStateModel["matrix"]>) => ({
      v11: c * c * v11 + 2 * s * c * v12 + s * s * v22,
      v22: s * s * v11 - 2 * s * c * v12 + c * c * v22,
      v12: (c * c - s * s) * v12 + s * c * (v22 - v11),
    });
    return { matrix: (x) => turned(II.matrix(x)), slope: (x) => turned(II.slope(x)) };
  };
  const at = (angle: number): readonly number[] =>
    twoStateScattering({ model: turn(angle), reach: 21, mass: 2000, momentum: 20 }).transmitted;
  for (const [i, p] of at(0).entries()) expect(at(0.7)[i]).toBeCloseTo(p, 8);
});

test("the probabilities add up to 1 to 10⁻⁹ at all speeds, and none is below 0", () => {
  const { reach, ...model } = tullyModel("extendedCoupling");
  for (const momentum of [0.003, 0.05, 0.7, 2.2, 2.19, 9, 28.29, 28.3, 28.31, 100, 500]) {
    const { transmitted, reflected } = twoStateScattering({ model, reach, mass: 2000, momentum });
    const all = [...transmitted, ...reflected];
    expect(Math.abs(all.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThan(1e-9);
    for (const p of all) expect(p).toBeGreaterThanOrEqual(0);
  }
});

test("largest momentum: √(k² + 2M depth)", () => {
  const II = tullyModel("dualAvoidedCrossing");
  // At x = 0 V₁₁ = 0, V₂₂ = −0.05, V₁₂ = 0.015.
  const depth = 0.025 + Math.hypot(0.025, 0.015);
  const largest = largestMomentum({ model: II, reach: II.reach, mass: 2000, momentum: 10 });
  expect(largest).toBeCloseTo(Math.sqrt(100 + 4000 * depth), 3);
});

describe("refusals", () => {
  const good: Scattering = {
    model: tullyModel("dualAvoidedCrossing"),
    reach: 21,
    mass: 2000,
    momentum: 20,
  };
  test.each<[Partial<Scattering>, string]>([
    [{ momentum: 0 }, "momentum must be a positive number of ħ/bohr, got 0"],
    [{ momentum: Number.NaN }, "momentum must be a positive number of ħ/bohr, got NaN"],
    [{ mass: -1 }, "mass must be a positive number of electron masses, got -1"],
    [{ reach: 0 }, "reach must be a positive number of bohr, got 0"],
    [
      { momentum: 0.001 },
      "momentum must be at least 0.002 ħ/bohr (kinetic energy 1e-9 hartree), got 0.001",
    ],
    [
      { momentum: 1e5 },
      "momentum must be one whose waves a grid of 2097152 intervals resolves, got 100000 ħ/bohr " +
        "with a reach of 21 bohr",
    ],
    [
      { reach: 2 },
      "reach must be so large that the matrix is constant beyond, but v22 at -2 bohr, " +
        "0.017372020537696056, is not 0.048866658684533264 hartree as at -4",
    ],
  ])("%j", (wrong, message) => {
    expect(() => twoStateScattering({ ...good, ...wrong })).toThrow(
      new RangeError(`twoStateScattering: ${message}`),
    );
  });
});
