import fc from "fast-check";
import { expect, test } from "vitest";
import {
  diagonal,
  inverse,
  inverseInto,
  ONE,
  product,
  productInto,
  statesAt,
  sum,
} from "../../src/quantum/scatteringMatrix.js";
import { expectClose } from "../support/closeTo.js";

const entry = fc.double({ min: -3, max: 3, noNaN: true });
const matrix = fc
  .array(entry, { minLength: 8, maxLength: 8 })
  .map((entries) => Float64Array.from(entries));
const one = diagonal(ONE, ONE);

test("a product by hand: (1 + i, 2; 3, 4i) (i, 1; 0, 1 − i)", () => {
  const a = Float64Array.of(1, 1, 2, 0, 3, 0, 0, 4);
  const b = Float64Array.of(0, 1, 1, 0, 0, 0, 1, -1);
  expect([...product(a, b)]).toEqual([-1, 1, 3, -1, 0, 3, 7, 4]);
});
test("products of three go from left to right, and 1 changes nothing", () => {
  fc.assert(
    fc.property(matrix, matrix, matrix, (a, b, c) => {
      expectClose(product(a, b, c), product(product(a, b), c), 1e-12);
      expectClose(product(one, a, one), a, 1e-15);
    }),
  );
});
test("a a⁻¹ = 1", () => {
  fc.assert(
    fc.property(matrix, (a) => {
      const shifted = sum(a, one, 10); // far from singular
      expectClose(product(shifted, inverse(shifted)), one, 1e-12);
    }),
  );
});
test("a + factor · b", () => {
  expect([...sum(one, one, -3)]).toEqual([-2, 0, 0, 0, 0, 0, -2, 0]);
});
test("out may be the first factor", () => {
  const a = Float64Array.of(1, 1, 2, 0, 3, 0, 0, 4);
  const b = Float64Array.of(0, 1, 1, 0, 0, 0, 1, -1);
  const wanted = product(a, b);
  productInto(a, a, b);
  expect([...a]).toEqual([...wanted]);
  const out = new Float64Array(8);
  inverseInto(out, b);
  expect([...out]).toEqual([...inverse(b)]);
});
test("the matrix of states is symmetric and its own inverse", () => {
  for (const angle of [-1, 0, 0.3, 1.5]) {
    const states = statesAt(angle);
    expect(states[2]).toBe(states[4]);
    expectClose(product(states, states), one, 1e-15);
  }
  expectClose(statesAt(Math.PI / 2), [-1, 0, 0, 0, 0, 0, 1, 0], 1e-15);
});
