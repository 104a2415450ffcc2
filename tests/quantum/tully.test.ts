import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import {
  TULLY_MASS,
  TULLY_PARAMETERS,
  type TullyName,
  tullyModel,
} from "../../src/quantum/tully.js";
import { adiabaticPair } from "../../src/quantum/twoState.js";

const NAMES = ["simpleAvoidedCrossing", "dualAvoidedCrossing", "extendedCoupling"] as const;
const ENTRIES = ["v11", "v22", "v12"] as const;

test("the parameters of the paper, mass 2000", () => {
  expect(TULLY_MASS).toBe(2000);
  expect(TULLY_PARAMETERS).toEqual({
    simpleAvoidedCrossing: { A: 0.01, B: 1.6, C: 0.005, D: 1 },
    dualAvoidedCrossing: { A: 0.1, B: 0.28, C: 0.015, D: 0.06, E0: 0.05 },
    extendedCoupling: { A: 6e-4, B: 0.1, C: 0.9 },
  });
});

test.each<[TullyName, number, number, number, number]>([
  [
    "simpleAvoidedCrossing",
    -1,
    -0.01 * (1 - Math.exp(-1.6)),
    0.01 * (1 - Math.exp(-1.6)),
    0.005 / Math.E,
  ],
  [
    "simpleAvoidedCrossing",
    0.5,
    0.01 * (1 - Math.exp(-0.8)),
    -0.01 * (1 - Math.exp(-0.8)),
    0.005 * Math.exp(-0.25),
  ],
  ["dualAvoidedCrossing", 2, 0, 0.05 - 0.1 * Math.exp(-1.12), 0.015 * Math.exp(-0.24)],
  ["extendedCoupling", -2, 6e-4, -6e-4, 0.1 * Math.exp(-1.8)],
  ["extendedCoupling", 2, 6e-4, -6e-4, 0.1 * (2 - Math.exp(-1.8))],
])("%s at %d: the formulas of the docstring", (name, x, v11, v22, v12) => {
  const V = tullyModel(name).matrix(x);
  expect(V.v11).toBeCloseTo(v11, 15);
  expect(V.v22).toBeCloseTo(v22, 15);
  expect(V.v12).toBeCloseTo(v12, 15);
});

describe.each(NAMES)("%s", (name) => {
  const model = tullyModel(name);

  test("slope is the derivative of the matrix, on both sides of 0 and at 0", () => {
    for (const x of [-4, -1.3, -0.2, 0, 0.4, 1.6, 5])
      for (const entry of ENTRIES) {
        const numerical = centralGradient(([y]) => model.matrix(y!)[entry], [x], 1e-5)[0]!;
        expect(model.slope(x)[entry]).toBeCloseTo(numerical, 6);
      }
  });
  test("beyond ±reach the matrix is that of infinity to 10⁻¹³ hartree", () => {
    for (const side of [-1, 1])
      for (const entry of ENTRIES) {
        const change = model.matrix(side * model.reach)[entry] - model.matrix(side * 1000)[entry];
        expect(Math.abs(change)).toBeLessThan(1e-13);
      }
  });
  test("beyond ±edge |d₁₂| is below 10⁻³ /bohr and falls", () => {
    for (const side of [-1, 1]) {
      const at = (x: number): number => Math.abs(adiabaticPair(model, side * x).coupling);
      expect(at(model.edge)).toBeLessThan(1e-3);
      expect(at(model.edge + 1)).toBeLessThan(at(model.edge));
    }
  });
});

test("I: the curves cross at 0, and the adiabatic ones avoid each other by 2C = 0.01", () => {
  const { lower, upper } = adiabaticPair(tullyModel("simpleAvoidedCrossing"), 0);
  expect(tullyModel("simpleAvoidedCrossing").matrix(0).v11).toBeCloseTo(0, 15);
  expect(upper - lower).toBeCloseTo(0.01, 15);
});
test("II: the curves cross at ±1.573", () => {
  const { matrix } = tullyModel("dualAvoidedCrossing");
  for (const side of [-1, 1]) {
    expect(matrix(side * 1.5725).v22).toBeLessThan(0);
    expect(matrix(side * 1.5735).v22).toBeGreaterThan(0);
  }
});
test("III: the curves never cross; the energies tend to ±A on the left, ±0.200001 on the right", () => {
  const model = tullyModel("extendedCoupling");
  for (let x = -20; x <= 20; x++) expect(model.matrix(x).v11).toBeGreaterThan(model.matrix(x).v22);
  const [left, right] = [adiabaticPair(model, -40), adiabaticPair(model, 40)];
  expect(left.upper).toBeCloseTo(6e-4, 12);
  expect(left.lower).toBeCloseTo(-6e-4, 12);
  expect(right.upper).toBeCloseTo(0.200001, 6);
  expect(right.lower).toBeCloseTo(-0.200001, 6);
});
test("III: the coupling peaks left of 0; the upper state rises by what k = 28.3 can climb", () => {
  const model = tullyModel("extendedCoupling");
  const places = Array.from({ length: 261 }, (_, i) => -13 + i / 10);
  const sizes = places.map((x) => Math.abs(adiabaticPair(model, x).coupling));
  expect(places[sizes.indexOf(Math.max(...sizes))]).toBeLessThan(-5);
  const climb = adiabaticPair(model, 40).upper - adiabaticPair(model, -40).lower;
  expect(Math.sqrt(2 * TULLY_MASS * climb)).toBeCloseTo(28.3, 1);
});
test("at 0 the curvature of I and III jumps, that of II does not", () => {
  const jump = (name: TullyName): number => {
    const { slope } = tullyModel(name);
    const [left, here, right] = [-1e-5, 0, 1e-5].map((x) => slope(x));
    const second = (a: typeof here, b: typeof here): number[] =>
      ENTRIES.map((entry) => (b![entry] - a![entry]) / 1e-5);
    const [before, after] = [second(left, here), second(here, right)];
    return Math.max(...before.map((value, i) => Math.abs(value - after[i]!)));
  };
  expect(jump("simpleAvoidedCrossing")).toBeCloseTo(2 * 0.01 * 1.6 ** 2, 4);
  expect(jump("extendedCoupling")).toBeCloseTo(2 * 0.1 * 0.9 ** 2, 4);
  expect(jump("dualAvoidedCrossing")).toBeLessThan(1e-5);
});

test.each(["simple", "toString", "", undefined])("the name %j is refused", (name) => {
  expect(() => tullyModel(name as TullyName)).toThrow(
    new RangeError(
      "tullyModel: model must be one of simpleAvoidedCrossing, dualAvoidedCrossing, " +
        `extendedCoupling, got ${JSON.stringify(name)}`,
    ),
  );
});
