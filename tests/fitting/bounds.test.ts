import { describe, expect, test } from "vitest";
import { type Bounds, transformation } from "../../src/fitting/bounds.js";

describe.each<[Bounds, number]>([
  [{ min: -1, max: 3 }, 2],
  [{ min: -1 }, 0.7],
  [{ max: 3 }, 1.5],
  [{}, 1],
])("%o", (bounds, scale) => {
  const { value, slope, inverse } = transformation(bounds, scale);
  test("any t gives a value within the bounds", () => {
    for (const t of [-1e6, -7, -1.3, 0, 0.2, 1.57, 3, 1e6]) {
      expect(value(t)).toBeGreaterThanOrEqual(bounds.min ?? -Infinity);
      expect(value(t)).toBeLessThanOrEqual(bounds.max ?? Infinity);
    }
  });
  test("slope is dvalue/dt", () => {
    for (const t of [-1.3, 0.2, 1.1, 4])
      expect(slope(t)).toBeCloseTo((value(t + 1e-6) - value(t - 1e-6)) / 2e-6, 8);
  });
  test("inverse leads back", () => {
    for (const x of [-0.9, 0, 1.4, 2.99]) expect(value(inverse(x))).toBeCloseTo(x, 12);
  });
});

test("at a bound the slope is 0", () => {
  expect(transformation({ min: 2 }, 1).value(0)).toBe(2);
  expect(transformation({ min: 2 }, 1).slope(0)).toBe(0);
  expect(transformation({ min: 2, max: 3 }, 1).value(Math.PI / 2)).toBe(3);
  expect(transformation({ min: 2, max: 3 }, 1).slope(Math.PI / 2)).toBeCloseTo(0, 15);
});
