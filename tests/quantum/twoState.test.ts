import fc from "fast-check";
import { expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { adiabaticPair, type TwoStateModel } from "../../src/quantum/twoState.js";

/** No symmetry at all; V₁₂ changes sign at x = 0.3, V₁₁ − V₂₂ at 1. */
const model: TwoStateModel = {
  matrix: (x) => ({ v11: 0.3 * x, v22: 0.2 + 0.1 * x * x, v12: 0.05 * (x - 0.3) }),
  slope: (x) => ({ v11: 0.3, v22: 0.2 * x, v12: 0.05 }),
};
const slopeOf = (f: (x: number) => number, x: number): number =>
  centralGradient(([y]) => f(y!), [x], 1e-5)[0]!;
const anywhere = fc.double({ min: -3, max: 3, noNaN: true });

test("V applied to the states gives E times the states, lower below upper", () => {
  fc.assert(
    fc.property(anywhere, (x) => {
      const { v11, v22, v12 } = model.matrix(x);
      const { lower, upper, angle } = adiabaticPair(model, x);
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      expect(lower).toBeLessThan(upper);
      expect(v11 * c + v12 * s).toBeCloseTo(upper * c, 12);
      expect(v12 * c + v22 * s).toBeCloseTo(upper * s, 12);
      expect(-v11 * s + v12 * c).toBeCloseTo(-lower * s, 12);
      expect(-v12 * s + v22 * c).toBeCloseTo(lower * c, 12);
    }),
  );
});

test.each([
  -2, -0.7, 0, 0.3, 0.9, 1.1, 2.5,
])("slopes are the derivatives of the energies, d₁₂ that of θ, at %d", (x) => {
  const here = adiabaticPair(model, x);
  expect(here.lowerSlope).toBeCloseTo(
    slopeOf((y) => adiabaticPair(model, y).lower, x),
    8,
  );
  expect(here.upperSlope).toBeCloseTo(
    slopeOf((y) => adiabaticPair(model, y).upper, x),
    8,
  );
  // At 0.3, where θ jumps, from values on one side of it.
  const aside = x === 0.3 ? 0.30002 : x;
  const turn = slopeOf((y) => adiabaticPair(model, y).angle, aside);
  expect(here.coupling).toBeCloseTo(turn, x === 0.3 ? 4 : 8);
});

test("d₁₂ = ⟨lower| d/dx upper⟩, and ⟨upper| d/dx lower⟩ is its negative", () => {
  const x = 0.8;
  const vectors = (y: number) => {
    const { angle } = adiabaticPair(model, y);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return { upper: [c, s], lower: [-s, c] } as const;
  };
  const braket = (bra: "lower" | "upper", ket: "lower" | "upper"): number =>
    [0, 1].reduce(
      (sum, i) => sum + vectors(x)[bra][i]! * slopeOf((y) => vectors(y)[ket][i]!, x),
      0,
    );
  const { coupling } = adiabaticPair(model, x);
  expect(braket("lower", "upper")).toBeCloseTo(coupling, 8);
  expect(braket("upper", "lower")).toBeCloseTo(-coupling, 8);
  expect(braket("lower", "lower")).toBeCloseTo(0, 8);
  expect(braket("upper", "upper")).toBeCloseTo(0, 8);
});

test("θ jumps by π where V₁₂ changes sign at Δ < 0, and lies in [−π/2, π/2]", () => {
  const angle = (x: number): number => adiabaticPair(model, x).angle;
  expect(angle(0.3 + 1e-9) - angle(0.3 - 1e-9)).toBeCloseTo(Math.PI, 6);
  for (let x = -3; x <= 3; x += 0.01) expect(Math.abs(angle(x))).toBeLessThanOrEqual(Math.PI / 2);
});

test("equal energies are refused", () => {
  const touching = { ...model, matrix: () => ({ v11: 0.1, v22: 0.1, v12: 0 }) };
  expect(() => adiabaticPair(touching, 2)).toThrow(
    new RangeError(
      "adiabaticPair: the two energies must differ, got 0.1 hartree for both at 2 bohr",
    ),
  );
});
