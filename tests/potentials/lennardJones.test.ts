import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { lennardJones, sigmaOfMinimum, twelveSixOf } from "../../src/potentials/lennardJones.js";
import { expectClose } from "../support/closeTo.js";

const parameters = { epsilon: 3.8e-4, sigma: 6.43 };
const { epsilon, sigma } = parameters;
const u = lennardJones(parameters);
const minimum = 2 ** (1 / 6) * sigma;

describe("the sentences of the docstring", () => {
  test("u(σ) = 0", () => expect(u.energy(sigma)).toBeCloseTo(0, 17));
  test("the minimum is −ε at R_min = 2^(1/6) σ", () => {
    expect(u.energy(minimum)).toBeCloseTo(-epsilon, 17);
    expect(u.slope(minimum)).toBeCloseTo(0, 17);
  });
  test("where u″ = 72 ε / R_min²", () => {
    const [curvature] = centralGradient(([r]) => u.slope(r!), [minimum], 1e-4);
    expect(curvature! / ((72 * epsilon) / minimum ** 2)).toBeCloseTo(1, 7);
  });
  test("u(r) = 4ε ((σ/r)¹² − (σ/r)⁶)", () => {
    for (const r of [5, 7, 12]) {
      const six = (sigma / r) ** 6;
      expect(u.energy(r) / (4 * epsilon * (six ** 2 - six))).toBeCloseTo(1, 13);
    }
  });
  test("the tail is −4ε σ⁶/r⁶", () =>
    expect(u.energy(1000) / ((-4 * epsilon * sigma ** 6) / 1000 ** 6)).toBeCloseTo(1, 12));
});

test.each([4, 5.5, 6.43, 7.2, 9, 20])("slope is the derivative of energy at r = %f", (r) => {
  const numeric = centralGradient(([x]) => u.energy(x!), [r], 1e-5);
  expectClose([u.slope(r) / numeric[0]!], [1], 1e-7);
});

test("σ = 2^(−1/6) R_min makes it CHARMM's ε ((R_min/r)¹² − 2 (R_min/r)⁶)", () => {
  const term = lennardJones({ epsilon, sigma: sigmaOfMinimum(7) });
  for (const r of [5, 7, 12])
    expect(term.energy(r)).toBeCloseTo(epsilon * ((7 / r) ** 12 - 2 * (7 / r) ** 6), 15);
});

describe("twelveSixOf", () => {
  test("u(r) = repulsion/r¹² − attraction/r⁶", () => {
    const { repulsion, attraction } = twelveSixOf(u)!;
    expect(repulsion / 8 ** 12 - attraction / 8 ** 6).toBeCloseTo(u.energy(8), 16);
  });
  test("only of what lennardJones made: not of a copy", () =>
    expect(twelveSixOf({ ...u })).toBeUndefined());
});

test.each([
  [{ ...parameters, epsilon: -1 }, "epsilon must be a positive number of hartree, got -1"],
  [{ ...parameters, sigma: 0 }, "sigma must be a positive number of bohr, got 0"],
])("refuses %o", (bad, message) => {
  expect(() => lennardJones(bad)).toThrow(new RangeError(`lennardJones: ${message}`));
});
