import { expect, test } from "vitest";
import { type Broadening, broadened } from "../../src/charts/broadening.js";

const SHAPES = ["gaussian", "lorentzian"] as const;
const line = { name: "line", x: [100], y: [7] };

/** Height of the broadened line at a distance from it. */
const heightAt = (shape: Broadening["shape"], distance: number): number => {
  const [curve] = broadened("f", [line], { shape, width: 10 }, [100 - distance, 100 + distance]);
  return curve!.y[0]!;
};

test.each(SHAPES)("%s: a line that stands alone keeps its height", (shape) => {
  const [curve] = broadened("f", [line], { shape, width: 10 });
  const [x, y] = [Array.from(curve!.x), Array.from(curve!.y)];
  expect(Math.max(...y)).toBeCloseTo(7, 12);
  expect(x[y.indexOf(Math.max(...y))]).toBeCloseTo(100, 12);
});

test.each(SHAPES)("%s: w is the full width at half of the height", (shape) => {
  expect(heightAt(shape, 5)).toBeCloseTo(3.5, 12);
});

test("far away the gaussian falls as exp(-4 ln 2 d^2 / w^2), the lorentzian as 1 / (1 + 4 d^2 / w^2)", () => {
  expect(heightAt("gaussian", 20)).toBeCloseTo(7 * Math.exp(-16 * Math.LN2), 12);
  expect(heightAt("lorentzian", 20)).toBeCloseTo(7 / 17, 12);
});

test("lines add up, and all sets have the same places, three widths beyond the outermost lines", () => {
  const sets = [
    { name: "a", x: [100, 100], y: [1, 2] },
    { name: "b", x: [160], y: [1] },
  ];
  const [a, b] = broadened("f", sets, { shape: "gaussian", width: 10 });
  expect(Math.max(...Array.from(a!.y))).toBeCloseTo(3, 12);
  expect(b!.x).toBe(a!.x);
  expect([a!.x[0], a!.x[a!.x.length - 1]]).toEqual([70, 190]);
});

test("there are at least ten points in a width", () => {
  const [curve] = broadened("f", [line], { shape: "gaussian", width: 3 });
  expect(curve!.x[1]! - curve!.x[0]!).toBeLessThanOrEqual(0.3);
});

test.each([
  [{ shape: "gauss", width: 1 }, "f: broadening.shape must be gaussian or lorentzian, got gauss"],
  [{ shape: "gaussian", width: 0 }, "f: broadening.width must be a positive number, got 0"],
  [{ shape: "gaussian", width: NaN }, "f: broadening.width must be a positive number, got NaN"],
  [
    { shape: "gaussian", width: 0.01 },
    "f: broadening.width must be at least 8.002 to be seen from 0 to 4000, got 0.01",
  ],
])("%j is refused", (broadening, sentence) => {
  expect(() => broadened("f", [line], broadening as Broadening, [0, 4000])).toThrow(
    new RangeError(sentence),
  );
});
