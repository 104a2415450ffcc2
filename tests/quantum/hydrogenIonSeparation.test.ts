import { expect, test } from "vitest";
import { gaussLegendre } from "../../src/numerics/quadrature.js";
import { legendreHop, separate } from "../../src/quantum/hydrogenIonSeparation.js";

const state = { nXi: 1, nEta: 2, m: 1 }; // 5fPiU

test("c = R/ν, where the energy of the electron is −2/ν²", () => {
  const { c, electronic } = separate(3, state);
  expect(electronic).toBeCloseTo(-2 / (3 / c) ** 2, 14);
});

test("the squares of the angular coefficients add up to 1", () => {
  const { angular } = separate(3, state);
  expect(angular.reduce((sum, a) => sum + a * a, 0)).toBeCloseTo(1, 13);
});

test("both sets of coefficients have died away at their end", () => {
  for (const distance of [0.05, 3, 50]) {
    const { radial, angular } = separate(distance, state);
    expect(Math.abs(angular.at(-1)!)).toBeLessThan(1e-14);
    expect(Math.abs(radial.at(-1)!)).toBeLessThan(1e-14);
    expect(Math.max(...radial.map(Math.abs))).toBe(1);
  }
});

test("∫ P₃ η P₂ dη for normalised Legendre functions of order 0", () => {
  const { points, weights } = gaussLegendre(6);
  let sum = 0;
  for (const [i, x] of points.entries()) {
    const P3 = Math.sqrt(7 / 2) * (2.5 * x ** 3 - 1.5 * x);
    const P2 = Math.sqrt(5 / 2) * (1.5 * x ** 2 - 0.5);
    sum += weights[i]! * P3 * x * P2;
  }
  expect(legendreHop(3, 0)).toBeCloseTo(sum, 14);
});
