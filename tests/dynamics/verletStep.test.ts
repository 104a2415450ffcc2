import { expect, test } from "vitest";
import { drift, kick } from "../../src/dynamics/verletStep.js";
import { expectClose } from "../support/closeTo.js";

test("v += F Δt / 2M, and the sum of all v", () => {
  const v = Float64Array.of(1, 2);
  expect(kick(v, [10, -4], Float64Array.of(0.1, 0.5))).toBe(2);
  expectClose(v, [2, 0], 1e-15);
  expect(kick(v, [Number.NaN, 0], Float64Array.of(1, 1))).toBeNaN();
});
test("x += v Δt", () => {
  const x = Float64Array.of(1, 2);
  drift(x, Float64Array.of(0.5, -1), 2);
  expectClose(x, [2, 0], 1e-15);
});
