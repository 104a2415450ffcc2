import { describe, expect, test } from "vitest";
import { gaussLegendre, simpson, trapezoid } from "../../src/numerics/quadrature.js";
import { expectClose } from "../support/closeTo.js";

const sampled = (f: (x: number) => number, n: number, from: number, to: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => f(from + (i * (to - from)) / (n - 1)));

describe("gaussLegendre", () => {
  const integral = (n: number, f: (x: number) => number, from: number, to: number): number => {
    const { points, weights } = gaussLegendre(n, from, to);
    return points.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);
  };

  test.each([1, 2, 5, 20])("%d points: exact up to degree 2n − 1, and not beyond", (n) => {
    for (let degree = 0; degree < 2 * n; degree++) {
      const exact = (2 ** (degree + 1) - (-1) ** (degree + 1)) / (degree + 1);
      expect(integral(n, (x) => x ** degree, -1, 2) / exact).toBeCloseTo(1, 12);
    }
    if (n > 5) return; // beyond that the difference is near rounding
    const degree = 2 * n;
    const exact = 2 / (degree + 1);
    expect(Math.abs(integral(n, (x) => x ** degree, -1, 1) - exact)).toBeGreaterThan(1e-4);
  });
  test("points and weights of numpy 2.4.6, leggauss(5)", () => {
    const { points, weights } = gaussLegendre(5);
    expectClose(
      points,
      [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664],
      1e-15,
    );
    expectClose(
      weights,
      [
        0.23692688505618928, 0.4786286704993663, 0.5688888888888887, 0.4786286704993663,
        0.23692688505618928,
      ],
      1e-15,
    );
  });
  test("1000 points: ascending, positive weights that add up to the length", () => {
    const { points, weights } = gaussLegendre(1000, 0, 3);
    for (let i = 1; i < 1000; i++) expect(points[i]!).toBeGreaterThan(points[i - 1]!);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(3, 12);
  });
  test.each([
    [0, 0, 1, "n must be a whole number from 1, got 0"],
    [1.5, 0, 1, "n must be a whole number from 1, got 1.5"],
    [2, 1, 1, "from must be below to, got 1 and 1"],
    [2, 0, Number.POSITIVE_INFINITY, "from must be below to, got 0 and Infinity"],
  ])("refuses n = %d from %d to %d", (n, from, to, message) => {
    expect(() => gaussLegendre(n, from, to)).toThrow(new RangeError(`gaussLegendre: ${message}`));
  });
});

describe("trapezoid", () => {
  const error = (n: number): number =>
    Math.abs(trapezoid(sampled(Math.exp, n + 1, 0, 1), 1 / n) - (Math.E - 1));
  test("the error falls as h²", () => expect(Math.log2(error(50) / error(100))).toBeCloseTo(2, 3));
  test("faster than any power for what has died away: ∫ e^(−x²) with 25 points to 10⁻¹²", () => {
    const values = sampled((x) => Math.exp(-x * x), 25, -6, 6);
    expect(trapezoid(values, 0.5)).toBeCloseTo(Math.sqrt(Math.PI), 12);
  });
  test("refuses one value", () =>
    expect(() => trapezoid([1], 1)).toThrow(
      new RangeError("trapezoid: there must be at least 2 values, got 1"),
    ));
});

describe("simpson", () => {
  const error = (n: number): number =>
    Math.abs(simpson(sampled(Math.exp, n + 1, 0, 1), 1 / n) - (Math.E - 1));
  test("the error falls as h⁴", () => expect(Math.log2(error(10) / error(20))).toBeCloseTo(4, 2));
  test("exact for cubics", () =>
    expect(
      simpson(
        sampled((x) => x ** 3 + x, 3, 0, 2),
        1,
      ),
    ).toBeCloseTo(6, 14));
  test.each([1, 2, 4])("refuses %d values", (n) =>
    expect(() => simpson(new Float64Array(n), 1)).toThrow(
      new RangeError(`simpson: there must be an odd number of values from 3, got ${n}`),
    ));
});
