import { expect, test } from "vitest";
import {
  addScaledInto,
  dot,
  makeStartPositive,
  normalise,
  powerOfTwoFrom,
  subtractProjection,
} from "../../src/numerics/vectors.js";

test.each([0, 1, 3, 4, 7, 8])("dot is Σ aᵢ bᵢ for %d entries", (n) => {
  const a = Float64Array.from({ length: n }, (_, i) => i + 1);
  const b = Float64Array.from({ length: n }, (_, i) => 10 ** i);
  expect(dot(a, b)).toBe(a.reduce((sum, entry, i) => sum + entry * b[i]!, 0));
});

test("addScaledInto adds factor · vector", () => {
  const out = Float64Array.of(1, 2, 3);
  addScaledInto(out, -2, Float64Array.of(1, 0, 5));
  expect([...out]).toEqual([-1, 2, -7]);
});

test("normalise leaves a length of 1 and returns what it was", () => {
  const vector = Float64Array.of(3, 0, -4);
  expect(normalise(vector)).toBe(5);
  expect(dot(vector, vector)).toBeCloseTo(1, 15);
});

test("subtractProjection leaves nothing along the unit vector and returns the overlap", () => {
  const unit = Float64Array.of(0.6, 0.8);
  const vector = Float64Array.of(5, 0);
  expect(subtractProjection(vector, unit)).toBe(3);
  expect(dot(vector, unit)).toBeCloseTo(0, 15);
});

test.each([
  [
    [-1, 2],
    [1, -2],
  ],
  [
    [1e-4, -1],
    [-1e-4, 1],
  ],
  [
    [-1e-3, 1],
    [1e-3, -1],
  ],
  [
    [0, 2],
    [0, 2],
  ],
])("makeStartPositive of %o is %o", (before, after) => {
  const vector = Float64Array.from(before);
  makeStartPositive(vector);
  expect([...vector].map((entry) => entry + 0)).toEqual(after);
});

test.each([
  [1, 1],
  [3.9, 2],
  [4, 4],
  [0.3, 0.25],
  [0, 1],
  [1e-320, 2 ** -1000],
  [Number.MAX_VALUE, 2 ** 1000],
])("powerOfTwoFrom(%d) is %d", (size, power) => expect(powerOfTwoFrom(size)).toBe(power));
