import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { morse } from "../../src/potentials/morse.js";
import { expectClose } from "../support/closeTo.js";

const h2 = { wellDepth: 0.1744, bondLength: 1.401, stiffness: 1.028 };
const u = morse(h2);

describe("the sentences of the docstring", () => {
  test("u(r₀) = −D", () => expect(u.energy(h2.bondLength)).toBeCloseTo(-h2.wellDepth, 14));
  test("r₀ is the minimum", () => {
    expect(u.slope(h2.bondLength)).toBe(0);
    expect(u.energy(1.4)).toBeGreaterThan(-h2.wellDepth);
    expect(u.energy(1.402)).toBeGreaterThan(-h2.wellDepth);
  });
  test("u(∞) = 0", () => expect(u.energy(1e3)).toBeCloseTo(0, 14));
  test("u″(r₀) = 2 D a²", () => {
    const h = 1e-4;
    const curvature = (u.slope(h2.bondLength + h) - u.slope(h2.bondLength - h)) / (2 * h);
    expect(curvature).toBeCloseTo(2 * h2.wellDepth * h2.stiffness ** 2, 7);
  });
  test("finite at r = 0: D (1 − e^(a r₀))² − D", () => {
    const wall = h2.wellDepth * ((1 - Math.exp(h2.stiffness * h2.bondLength)) ** 2 - 1);
    expect(u.energy(0)).toBeCloseTo(wall, 12);
    expect(Number.isFinite(u.slope(0))).toBe(true);
  });
});

test.each([0, 0.6, 1.0, 1.401, 2.5, 6.0])("slope is the derivative of energy at r = %f", (r) => {
  const numeric = centralGradient(([x]) => u.energy(x!), [r], 1e-5);
  expectClose([u.slope(r)], numeric, 1e-9);
});

test.each([
  [{ ...h2, wellDepth: -0.1 }, "morse: wellDepth must be a positive number of hartree, got -0.1"],
  [
    { ...h2, bondLength: Number.NaN },
    "morse: bondLength must be a positive number of bohr, got NaN",
  ],
  [{ ...h2, stiffness: 0 }, "morse: stiffness must be a positive number of 1/bohr, got 0"],
])("refuses %o", (parameters, message) => {
  expect(() => morse(parameters)).toThrow(new RangeError(message));
});
