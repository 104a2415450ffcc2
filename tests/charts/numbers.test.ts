import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compact,
  counted,
  extentOf,
  niceStep,
  numberLabel,
  numberText,
  requireLength,
  requireNumbers,
  requireRising,
  roundNumbers,
  tidy,
  widened,
  withSentences,
} from "../../src/charts/numbers.js";

test.each([
  [0.0123456, "0.01235", "0.0123"],
  [-76.2401, "-76.24", "−76.2"],
  [0, "0", "0"],
  [1.2e-9, "1.2e-9", "1.2·10⁻⁹"],
  [32000000, "3.2e7", "3.2·10⁷"],
  [1e-15, "1e-15", "1·10⁻¹⁵"],
  [999999, "1e6", "1·10⁶"],
  [123456, "123500", "123000"],
])("%d is written %s and, in the chart, %s", (value, text, label) => {
  expect(numberText(value)).toBe(text);
  expect(numberLabel(value)).toBe(label);
});

test("a nice step is 1, 2 or 5 times a power of ten, at least the width and at most 2.5 times it", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (width) => {
      const step = niceStep(width);
      expect(step.toExponential()).toMatch(/^[125]e/);
      expect(step / width).toBeGreaterThan(1 - 1e-9);
      expect(step / width).toBeLessThan(2.5 + 1e-9);
    }),
  );
  expect([0.1, 0.11, 0.3, 2, 5, 7].map(niceStep)).toEqual([0.1, 0.2, 0.5, 2, 5, 10]);
});

test("round numbers lie between the ends, ends included, without rounding's last digits", () => {
  expect(roundNumbers(0, 0.5, 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(roundNumbers(-0.25, 0.25, 5)).toEqual([-0.2, -0.1, 0, 0.1, 0.2]);
  expect(roundNumbers(-76.3, -76.1, 4)).toEqual([-76.3, -76.25, -76.2, -76.15, -76.1]);
});

test("extentOf takes lists that are longer than a call may have arguments", () => {
  const long = Float64Array.from({ length: 300_000 }, (_, i) => i);
  expect(extentOf(long, [-1])).toEqual([-1, 299_999]);
});

test("a range is widened by a twentieth on either side, but not at an end that is fixed", () => {
  expect(widened([0, 10])).toEqual([-0.5, 10.5]);
  expect(widened([0, 10], 0)).toEqual([0, 10.5]);
  expect(widened([2, 2])).toEqual([1.9, 2.1]);
  expect(widened([0, 0])).toEqual([-0.05, 0.05]);
});

test("compact keeps nine digits, tidy twelve", () => {
  expect(compact(1.234567891234)).toBe(1.23456789);
  expect(tidy(0.1 + 0.2)).toBe(0.3);
});

test("a sentence is added after the end of the last one", () => {
  expect(withSentences("A map", "Least: 1.")).toBe("A map. Least: 1.");
  expect(withSentences("A map. ", "Least: 1.", "Greatest: 2.")).toBe(
    "A map. Least: 1. Greatest: 2.",
  );
  expect(counted(1, "level")).toBe("1 level");
  expect(counted(0, "level")).toBe("0 levels");
});

test("a chart without a description is left to show, which refuses it", () => {
  expect(withSentences(undefined as never, "Least: 1.")).toBeUndefined();
});

test.each([
  [() => requireNumbers("f: x", []), "f: x must hold at least one number, got none"],
  [() => requireNumbers("f: x", [1, NaN]), "f: x must be finite numbers, got NaN at index 1"],
  [
    () => requireNumbers("f: x", [1, 0], "positive"),
    "f: x must be finite numbers, positive, got 0 at index 1",
  ],
  [
    () => requireNumbers("f: x", [-1], "not negative"),
    "f: x must be finite numbers, not negative, got -1 at index 0",
  ],
  [() => requireNumbers("f: x", ["1"] as never), "f: x must be finite numbers, got 1 at index 0"],
  [() => requireLength("f: y", [1], 2), "f: y must have as many numbers as x, 2, got 1"],
  [() => requireRising("f: x", [1, 2, 2]), "f: x must rise, got 2 at index 2 after 2"],
])("%s is refused", (call, sentence) => {
  expect(call).toThrow(new RangeError(sentence));
});
