import { expect, test } from "vitest";
import { eamSpline } from "../../src/potentials/eamSpline.js";

const value = (cubics: Float64Array, x: number, h: number): number => {
  const m = Math.min(Math.floor(x / h), cubics.length / 4 - 1);
  const p = x / h - m;
  const [a, b, c, d] = cubics.subarray(4 * m, 4 * m + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  return ((a * p + b) * p + c) * p + d;
};

test("goes through the points", () => {
  const y = Float64Array.of(3, -1, 4, 1, -5, 9);
  const cubics = eamSpline(y);
  for (const [m, wanted] of y.entries()) expect(value(cubics, m, 1)).toBeCloseTo(wanted, 13);
});

test("value and slope are continuous, the second derivative is not", () => {
  const cubics = eamSpline(Float64Array.of(3, -1, 4, 1, -5, 9));
  let bends = 0;
  for (let m = 0; m < 4; m++) {
    const [a, b, c] = cubics.subarray(4 * m, 4 * m + 4) as unknown as [number, number, number];
    expect(3 * a + 2 * b + c).toBeCloseTo(cubics[4 * m + 6]!, 12);
    bends = Math.max(bends, Math.abs(6 * a + 2 * b - 2 * cubics[4 * m + 5]!));
  }
  expect(bends).toBeGreaterThan(1);
});

test("slopes from five points, three next to the ends, two at them", () => {
  const y = Float64Array.of(0, 1, 8, 27, 64, 125, 216);
  const slopes = eamSpline(y).filter((_, k) => k % 4 === 2);
  expect([...slopes]).toEqual([1, 4, 12, 27, 48, (216 - 64) / 2]);
});

test("the error falls as h⁴ away from the ends", () => {
  const error = (h: number): number => {
    const y = Float64Array.from({ length: Math.round(4 / h) + 1 }, (_, m) => Math.exp(-m * h));
    const cubics = eamSpline(y);
    const places = Array.from({ length: 200 }, (_, k) => 1 + k / 100);
    return Math.max(...places.map((x) => Math.abs(value(cubics, x, h) - Math.exp(-x))));
  };
  expect(Math.log2(error(0.08) / error(0.04))).toBeCloseTo(4, 1);
});
