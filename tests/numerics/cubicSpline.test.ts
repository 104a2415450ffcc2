import { describe, expect, test } from "vitest";
import { cubicSpline } from "../../src/numerics/cubicSpline.js";
import { expectClose } from "../support/closeTo.js";

const uneven = [0, 0.3, 0.5, 1.1, 1.2, 2];

describe("the sentences of the docstring", () => {
  test("passes through the points", () => {
    const y = uneven.map(Math.exp);
    const spline = cubicSpline(uneven, y);
    expectClose(uneven.map(spline.value), y, 1e-15);
  });
  test("reproduces every cubic exactly, value and slope, uneven points, ends included", () => {
    const cubic = (x: number): number => 2 - x + 3 * x ** 2 - 0.7 * x ** 3;
    const slope = (x: number): number => -1 + 6 * x - 2.1 * x ** 2;
    for (const points of [uneven, [0, 0.5, 1.5, 2]]) {
      const spline = cubicSpline(points, points.map(cubic));
      for (const x of [0, 0.1, 0.4, 0.77, 1.15, 1.9, 2]) {
        expectClose([spline.value(x)], [cubic(x)], 1e-13);
        expectClose([spline.slope(x)], [slope(x)], 1e-12);
      }
    }
  });
  test.each([
    ["value", 4],
    ["slope", 3],
  ] as const)("the error of the %s falls as h^%d", (what, order) => {
    const error = (intervals: number): number => {
      const x = Array.from({ length: intervals + 1 }, (_, i) => (3 * i) / intervals);
      const spline = cubicSpline(x, x.map(Math.sin));
      const exact = what === "value" ? Math.sin : Math.cos;
      let worst = 0;
      for (let at = 0; at <= 3; at += 0.001)
        worst = Math.max(worst, Math.abs(spline[what](at) - exact(at)));
      return worst;
    };
    expect(Math.abs(Math.log2(error(160) / error(320)) - order)).toBeLessThan(0.2);
  });
  test("the third derivative is continuous at the second and last but one point", () => {
    const spline = cubicSpline(uneven, uneven.map(Math.cos));
    const bend = (x: number, h: number): number =>
      (spline.slope(x + 2 * h) - 2 * spline.slope(x + h) + spline.slope(x)) / (h * h);
    for (const knot of [0.3, 1.2]) expect(bend(knot, 0.02)).toBeCloseTo(bend(knot, -0.02), 8);
    expect(Math.abs(bend(0.5, 0.02) - bend(0.5, -0.02))).toBeGreaterThan(0.01); // an inner knot
  });
});

test("slope is the derivative of value, on every interval", () => {
  const spline = cubicSpline(uneven, [1, -2, 0.5, 3, 3, -1]);
  for (const x of [0.01, 0.15, 0.42, 0.8, 1.15, 1.6, 1.99])
    expect((spline.value(x + 1e-5) - spline.value(x - 1e-5)) / 2e-5).toBeCloseTo(
      spline.slope(x),
      5,
    );
});

test("agrees with scipy 1.17.1, CubicSpline(bc_type='not-a-knot')", () => {
  const spline = cubicSpline(uneven, [1, -2, 0.5, 3, 3, -1]);
  expectClose(
    [0.1, 0.8, 1.15, 1.9].map(spline.value),
    [-1.64291333052395, 2.6603350189633366, 3.002560928501194, 0.18741396263520227],
    1e-13,
  );
});

test.each([Number.NaN, -0.1, 2.1])("an input of %f is refused", (x) => {
  const { value, slope } = cubicSpline(uneven, uneven);
  const refusal = new RangeError(`cubicSpline: x must be between 0 and 2, got ${x}`);
  expect(() => value(x)).toThrow(refusal);
  expect(() => slope(x)).toThrow(refusal);
});

test.each([
  [[1, 2, 3], [1, 2, 3], "cubicSpline: there must be at least 4 points, got 3"],
  [[1, 2, 3, 4], [1, 2, 3], "cubicSpline: y must have 4 values like x, got 3"],
  [[1, 2, 2, 4], [1, 2, 3, 4], "cubicSpline: x must ascend, got 2 before 2"],
  [[1, 2, 3, 4], [1, 2, Number.NaN, 4], "cubicSpline: point 2 must be finite, got (3, NaN)"],
])("refuses x = %j, y = %j", (x, y, message) => {
  expect(() => cubicSpline(x, y)).toThrow(new RangeError(message));
});
