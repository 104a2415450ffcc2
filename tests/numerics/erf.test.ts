import { expect, test } from "vitest";
import { erf } from "../../src/numerics/erf.js";

/** Python 3.11, math.erf. */
const KNOWN = [
  [1e-8, 1.1283791670955126e-8],
  [0.1, 0.1124629160182849],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2, 0.9953222650189527],
  [2.4999, 0.9995928300996666],
  [2.5, 0.999593047982555],
  [2.5001, 0.9995932657565293],
  [3, 0.9999779095030014],
  [4, 0.9999999845827421],
  [5.9, 0.9999999999999999],
] as const;

test.each(KNOWN)("erf(%d) = %d to 10⁻¹⁵, and odd", (x, value) => {
  expect(Math.abs(erf(x) / value - 1)).toBeLessThan(1e-15);
  expect(erf(-x)).toBe(-erf(x));
});

test("0 at 0, 1 far to the right, also at infinity", () => {
  expect([erf(0), erf(7), erf(Number.POSITIVE_INFINITY), erf(-40)]).toEqual([0, 1, 1, -1]);
});

test("the slope is (2/√π) e^(−x²)", () => {
  for (const x of [0, 0.7, 2.4, 2.6, 3.5]) {
    const slope = (erf(x + 1e-5) - erf(x - 1e-5)) / 2e-5;
    expect(slope).toBeCloseTo((2 / Math.sqrt(Math.PI)) * Math.exp(-x * x), 9);
  }
});
