import { expect, test } from "vitest";
import { requireBinary, rosenblattEpoch } from "../../src/learning/rosenblatt.js";

test("weights change only at a mistake, by α (y − p) x, and mistakes are counted", () => {
  const weights = Float64Array.of(0, 0);
  const examples = { inputs: Float64Array.of(2, 3), targets: Float64Array.of(0, 1), features: 1 };
  // z = 0 answers 1: wrong for the first. Then w = (-0.5, -1), z = -3.5 answers 0: wrong as well.
  expect(rosenblattEpoch(weights, examples, 0.5)).toBe(2);
  expect([...weights]).toEqual([0, 0.5]);
  // z = 1 answers 1, wrong; w = (-0.5, -0.5), z = -2 answers 0, wrong.
  expect(rosenblattEpoch(weights, examples, 0.5)).toBe(2);
  expect([...weights]).toEqual([0, 1]);
});

test("no mistake, no change", () => {
  const weights = Float64Array.of(-2.5, 1);
  const examples = { inputs: Float64Array.of(2, 3), targets: Float64Array.of(0, 1), features: 1 };
  expect(rosenblattEpoch(weights, examples, 0.5)).toBe(0);
  expect([...weights]).toEqual([-2.5, 1]);
});

test("labels other than 0 and 1 are refused", () => {
  expect(() => requireBinary("here", Float64Array.of(0, 1, -1))).toThrow(
    new RangeError("here: targets must be 0 or 1 for Rosenblatt's rule, got -1 for example 2"),
  );
});
