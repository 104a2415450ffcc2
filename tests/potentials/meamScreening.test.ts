import { describe, expect, test } from "vitest";
import {
  addScreening,
  ellipse,
  fade,
  fadeSlope,
  screeningOf,
} from "../../src/potentials/meamScreening.js";
import type { Shell } from "../../src/potentials/shell.js";

const window = { min: 2, max: 2.8 };

/** A shell of neighbours at these places. */
function shellOf(...places: number[][]): Shell {
  const r = Float64Array.from(places, (place) => Math.hypot(...place));
  const [x, y, z] = [0, 1, 2].map((d) => Float64Array.from(places, (p, k) => p[d]! / r[k]!)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { count: places.length, sites: new Int32Array(places.length), r, x, y, z };
}

/** C of an atom at (x, y) beside the bond from (0, 0) to (2, 0). */
const at = (x: number, y: number): number => ellipse(Math.hypot(x, y) / 2, x / Math.hypot(x, y));

test("C is that of the ellipse x² + y²/C = 1 around a bond of length 2 through the atom", () => {
  for (const C of [0.5, 1, 2, 2.8])
    for (const x of [-0.9, -0.3, 0, 0.5, 0.8])
      expect(at(1 + x, Math.sqrt(C * (1 - x * x)))).toBeCloseTo(C, 12);
});

test("C = 1 + 2 (X + Y − 1) / (1 − (X − Y)²)", () => {
  const [X, Y] = [(0.7 ** 2 + 1.1 ** 2) / 4, (1.3 ** 2 + 1.1 ** 2) / 4];
  expect(at(0.7, 1.1)).toBeCloseTo(1 + (2 * (X + Y - 1)) / (1 - (X - Y) ** 2), 14);
});

test("an atom beyond either end hides nothing", () => {
  expect(at(-0.1, 0.2)).toBe(Number.POSITIVE_INFINITY);
  expect(at(2.1, 0.2)).toBe(Number.POSITIVE_INFINITY);
  expect(screeningOf(shellOf([2, 0, 0], [2.1, 0.2, 0]), 0, window)).toBe(1);
});

test("S is 0 within the narrow ellipse, 1 outside the wide one, a product between", () => {
  const beside = (C: number): number[] => [1, Math.sqrt(C), 0];
  const screened = (...Cs: number[]): number =>
    screeningOf(shellOf([2, 0, 0], ...Cs.map(beside)), 0, window);
  expect(screened(0.001)).toBe(0);
  expect(screened(1.999)).toBe(0);
  expect(screened(2.801)).toBe(1);
  const half = (1 - 0.5 ** 4) ** 2;
  expect(screened(2.4)).toBeCloseTo(half, 12);
  expect(screened(2.4, 2.4, 5)).toBeCloseTo(half * half, 12);
  expect(screened(2.4, 1.9)).toBe(0);
});

test("no point of the wide ellipse is farther from an end than r C/2√(C − 1), or r up to C = 2", () => {
  const farthest = (C: number): number => {
    let most = 0;
    for (let x = -1; x < 1; x += 1e-4)
      most = Math.max(most, Math.hypot(1 + x, Math.sqrt(C * (1 - x * x))));
    return most / 2;
  };
  expect(farthest(2.8)).toBeCloseTo(2.8 / (2 * Math.sqrt(1.8)), 8);
  expect(farthest(5)).toBeCloseTo(5 / 4, 8);
  expect(farthest(1.5)).toBeCloseTo(1, 4);
});

test("f goes from 0 at 0 to 1 at 1, and its slope is the derivative", () => {
  expect([fade(-1), fade(0), fade(1), fade(2)]).toEqual([0, 0, 1, 1]);
  expect([fadeSlope(-1), fadeSlope(0), fadeSlope(1), fadeSlope(2)]).toEqual([0, 0, 0, 0]);
  for (const x of [0.1, 0.5, 0.9])
    expect(fadeSlope(x)).toBeCloseTo((fade(x + 1e-6) - fade(x - 1e-6)) / 2e-6, 8);
});

describe("the gradient", () => {
  const places = [
    [2, 0.1, -0.2],
    [1.1, 1.5, 0.3],
    [0.8, -0.4, 1.45],
    [1, -3, 0],
  ];
  test("is that of S, by central differences", () => {
    const shell = shellOf(...places);
    const S = screeningOf(shell, 0, window);
    expect(S).toBeGreaterThan(0.05);
    expect(S).toBeLessThan(0.95);
    const gradient = [0, 1, 2].map(() => new Float64Array(4)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    addScreening(...gradient, shell, 0, window, S);
    for (let k = 0; k < 4; k++)
      for (let d = 0; d < 3; d++) {
        const moved = (by: number): number =>
          screeningOf(
            shellOf(...places.map((p, m) => p.map((x, e) => x + (m === k && e === d ? by : 0)))),
            0,
            window,
          );
        expect(gradient[d]![k]).toBeCloseTo((moved(1e-6) - moved(-1e-6)) / 2e-6, 8);
      }
  });
});
