import { expect, test } from "vitest";
import { largestStableRate, valleyCurvatures } from "../../src/learning/stability.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { inputs, curvatures } = reference.delta;

test("eigenvalues of XᵀX/N with the ones column are numpy's, rising", () => {
  expectClose(valleyCurvatures(inputs, 2), curvatures, 1e-13);
});

test("largest stable rate = 2/λ", () => {
  expect(largestStableRate(inputs, 2)).toBeCloseTo(2 / curvatures[2], 12);
  // One example x = 1: XᵀX = [[1, 1], [1, 1]] has the eigenvalue 2.
  expect(largestStableRate([1], 1)).toBeCloseTo(1, 14);
});

test("refuses inputs that are not rows of that many features", () => {
  expect(() => valleyCurvatures([1, 2, 3], 2)).toThrow(
    new RangeError("valleyCurvatures: inputs must hold 2 features for each example, got 3 numbers"),
  );
});
