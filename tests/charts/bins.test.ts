import fc from "fast-check";
import { expect, test } from "vitest";
import { binOf, binWidthFor, countInBins } from "../../src/charts/bins.js";

const evenly = (n: number, step: number): number[] => Array.from({ length: n }, (_, i) => step * i);

test("the width is a nice number, 0.7 to 1.8 times 2 (interquartile range) / n^(1/3)", () => {
  // 1001 numbers 0 ... 1000 have the quartiles 250 and 750: 1000 / 10.003 = 99.97.
  expect(binWidthFor("f", evenly(1001, 1))).toBe(100);
  expect(binWidthFor("f", evenly(1001, -1).sort())).toBe(100);
  for (const step of [1.3, 1.4, 1.5, 2, 2.8, 2.9, 4, 5, 6.9, 7, 7.1, 9]) {
    const ratio = binWidthFor("f", evenly(1001, step)) / (99.97 * step);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.8);
  }
});

test("an outlier makes at most 200 bins", () => {
  const values = [...Array.from({ length: 1000 }, (_, i) => i / 1000), 1000];
  expect(binWidthFor("f", values)).toBe(5);
});

test("where half of the values are one it is a tenth of the range", () => {
  expect(binWidthFor("f", [0, 1, 1, 1, 1, 1, 10])).toBe(1);
});

test("when every value is one a width must be given", () => {
  expect(() => binWidthFor("f", [3, 3])).toThrow(
    new RangeError("f: binWidth must be given, because every value is 3"),
  );
});

test("a value on an edge counts to the right of it, whatever its rounding", () => {
  expect([0.1, 0.2, 0.3, 0.7, 0.1 + 0.2, -0.1].map((value) => binOf(value, 0.1))).toEqual([
    1, 2, 3, 7, 3, -1,
  ]);
  expect([...countInBins([0, 0.5, 1, 1.5, 1.9, 2], 1, 0, 2)]).toEqual([2, 3, 1]);
});

test("every value is counted once, in the bin whose edges are around it", () => {
  const values = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0.1, max: 10, noNaN: true }), (list, width) => {
      const bins = list.map((value) => binOf(value, width));
      for (const [i, value] of list.entries()) {
        expect(value).toBeGreaterThanOrEqual(bins[i]! * width - 1e-7);
        expect(value).toBeLessThan((bins[i]! + 1) * width);
      }
      const counts = countInBins(list, width, Math.min(...bins), Math.max(...bins));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(list.length);
    }),
  );
});
