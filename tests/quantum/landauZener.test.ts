import { describe, expect, test } from "vitest";
import { diabaticCrossing, landauZenerProbability } from "../../src/quantum/landauZener.js";
import { twoStateScattering } from "../../src/quantum/scattering.js";
import { tullyTransmission } from "../../src/quantum/surfaceHopping.js";
import { TULLY_MASS, tullyModel } from "../../src/quantum/tully.js";
import type { TwoStateModel } from "../../src/quantum/twoState.js";

const I = tullyModel("simpleAvoidedCrossing");

test("P = e^(−2π V₁₂² / (v |V₁₁′ − V₂₂′|)), by hand", () => {
  const P = landauZenerProbability({ coupling: 0.01, slopeDifference: 0.1, velocity: 0.02 });
  expect(P).toBeCloseTo(Math.exp(-0.31415926535898), 12);
});
test("0 for a slow passage, 1 for a fast one, 1 without coupling", () => {
  const at = (coupling: number, velocity: number): number =>
    landauZenerProbability({ coupling, slopeDifference: 0.032, velocity });
  expect(at(0.005, 1e-6)).toBeLessThan(1e-300);
  expect(at(0.005, 1e6)).toBeCloseTo(1, 8);
  expect(at(0, 0.01)).toBe(1);
});

test("model I: at x = 0, energy 0, coupling 0.005, slope difference 0.032", () => {
  const crossing = diabaticCrossing(I, -2, 3);
  expect(crossing.position).toBeCloseTo(0, 11);
  expect(crossing.energy).toBeCloseTo(0, 12);
  expect(crossing.coupling).toBeCloseTo(0.005, 12);
  expect(crossing.slopeDifference).toBeCloseTo(0.032, 11);
});
test("model II: two crossings at ±√(ln 2 / 0.28), to 10⁻¹² bohr", () => {
  const model = tullyModel("dualAvoidedCrossing");
  const place = Math.sqrt(Math.LN2 / 0.28);
  expect(Math.abs(diabaticCrossing(model, 0, 5).position - place)).toBeLessThan(2e-12);
  expect(Math.abs(diabaticCrossing(model, -5, 0).position + place)).toBeLessThan(2e-12);
});

describe("where the formula holds: straight curves, constant coupling, much kinetic energy", () => {
  /** Straight for ±10 bohr, where the slope difference is 0.004; flat far out. */
  const straight = (coupling: number): TwoStateModel => ({
    matrix: (x) => ({
      v11: 0.04 * Math.tanh(x / 20),
      v22: -0.04 * Math.tanh(x / 20),
      v12: coupling,
    }),
    slope: (x) => {
      const slope = 0.002 / Math.cosh(x / 20) ** 2;
      return { v11: slope, v22: -slope, v12: 0 };
    },
  });
  test.each([
    0.001, 0.002, 0.003,
  ])("exact and formula agree to 0.01 with coupling %d", (coupling) => {
    const momentum = 40;
    const exact = twoStateScattering({
      model: straight(coupling),
      reach: 320,
      mass: 2000,
      momentum,
    });
    const velocity = Math.sqrt(momentum ** 2 - 2 * 2000 * 0.04) / 2000;
    const P = landauZenerProbability({ coupling, slopeDifference: 0.004, velocity });
    expect(Math.abs(exact.transmitted[1] - P)).toBeLessThan(0.01);
  });
});

describe("Tully's model I is not such a case: the curves bend and the coupling ends within a bohr", () => {
  const formula = (k: number): number => {
    const { energy, coupling, slopeDifference } = diabaticCrossing(I, -1, 1);
    const kinetic = k ** 2 / (2 * TULLY_MASS) - 0.01 - energy;
    const velocity = Math.sqrt((2 * kinetic) / TULLY_MASS);
    return landauZenerProbability({ coupling, slopeDifference, velocity });
  };
  const exact = (k: number): number =>
    tullyTransmission({ model: "simpleAvoidedCrossing", momentum: k }).transmitted[1];

  test("slow: at k = 10 it gives 0.28, exact is 0.16", () => {
    expect(formula(10)).toBeCloseTo(0.2816, 4);
    expect(exact(10)).toBeCloseTo(0.1555, 4);
  });
  test("they meet near k = 30", () => {
    expect(formula(30) - exact(30)).toBeCloseTo(0, 3);
    expect(formula(25)).toBeGreaterThan(exact(25));
    expect(formula(35)).toBeLessThan(exact(35));
  });
  test("fast: the exact 1 − P falls as 1/v², that of the formula as 1/v", () => {
    const order = (P: (k: number) => number): number => Math.log2((1 - P(200)) / (1 - P(400)));
    expect(order(exact)).toBeCloseTo(2, 1);
    expect(order(formula)).toBeCloseTo(1, 1);
  });
});

test.each([
  [{ coupling: -1 }, "coupling must be a number of hartree from 0, got -1"],
  [{ coupling: Number.NaN }, "coupling must be a number of hartree from 0, got NaN"],
  [{ slopeDifference: 0 }, "slopeDifference must be a positive number of hartree/bohr, got 0"],
  [{ velocity: -2 }, "velocity must be a positive number of bohr per atomic unit of time, got -2"],
])("%j is refused", (wrong, message) => {
  const good = { coupling: 0.005, slopeDifference: 0.032, velocity: 0.01 };
  expect(() => landauZenerProbability({ ...good, ...wrong })).toThrow(
    new RangeError(`landauZenerProbability: ${message}`),
  );
});
test("a place without a crossing is refused", () => {
  expect(() => diabaticCrossing(tullyModel("extendedCoupling"), -3, 3)).toThrow(
    new RangeError(
      "diabaticCrossing: V11 - V22 must change sign between -3 and 3 bohr, got 0.0012 and 0.0012 hartree",
    ),
  );
});
