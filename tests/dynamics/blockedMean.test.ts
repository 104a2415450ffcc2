import { expect, test } from "vitest";
import { blockedMean } from "../../src/dynamics/blockedMean.js";
import { normal, seededRandom } from "../../src/numerics/random.js";

/** Numbers of variance 1, each with a part c of the one before. */
function chain(c: number, length: number, seed: number): Float64Array {
  const draw = normal(seededRandom(seed));
  let x = draw();
  return Float64Array.from({ length }, () => {
    x = c * x + Math.sqrt(1 - c * c) * draw();
    return x;
  });
}
/** Errors of many chains, over the exact standard deviation of the mean √((1 + c)/(1 − c)/length). */
const ratios = (c: number, length: number): number[] =>
  Array.from(
    { length: 100 },
    (_, seed) => blockedMean(chain(c, length, seed)).error / Math.sqrt((1 + c) / (1 - c) / length),
  );
const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

test.each([
  0, 0.5, 0.9, 0.97,
])("the error of numbers that keep a part %f, known to about a fifth", (c) => {
  const found = ratios(c, 8192);
  expect(mean(found)).toBeGreaterThan(0.9); // the largest one is given: it errs to the safe side
  expect(mean(found)).toBeLessThan(1.35);
  const scatter = Math.sqrt(mean(found.map((x) => (x - mean(found)) ** 2)));
  expect(scatter).toBeLessThan(0.25);
});
test("√(variance/count) would be far too small: for 0.97 by a factor 8", () => {
  const values = chain(0.97, 8192, 1);
  const naive = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0)) / 8192;
  expect(blockedMean(values).error / naive).toBeGreaterThan(5);
});
test("the mean of all numbers, those that fill no pair included", () => {
  const values = Array.from({ length: 17 }, (_, k) => k);
  expect(blockedMean(values).mean).toBe(8);
});
test("refuses few numbers and those that are none", () => {
  expect(() => blockedMean(new Float64Array(15))).toThrow(
    new RangeError("blockedMean: there must be 16 numbers or more, got 15"),
  );
  expect(() => blockedMean(Array.from({ length: 20 }, (_, k) => 1 / k))).toThrow(
    new RangeError("blockedMean: number 0 must be finite, got Infinity"),
  );
});
