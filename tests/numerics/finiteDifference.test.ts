import { expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { expectClose } from "../support/closeTo.js";

const f = ([x, y]: Float64Array): number => Math.sin(x!) * Math.exp(y!);
const exact = [Math.cos(0.7) * Math.exp(-0.3), Math.sin(0.7) * Math.exp(-0.3)];

test("gradient of sin(x) exp(y)", () => expectClose(centralGradient(f, [0.7, -0.3]), exact, 1e-8));

test("the error falls as h²", () => {
  const error = (h: number): number => Math.abs(centralGradient(f, [0.7, -0.3], h)[1]! - exact[1]!);
  expect(error(0.1) / error(0.05)).toBeCloseTo(4, 1);
});

test("the point is left as it was found", () => {
  const x = Float64Array.of(0.7, -0.3);
  centralGradient(f, x);
  expect([...x]).toEqual([0.7, -0.3]);
});

test.each([0, -1, Number.NaN])("h = %f is refused", (h) => {
  expect(() => centralGradient(f, [1, 1], h)).toThrow(
    new RangeError(`centralGradient: h must be a positive number in the units of x, got ${h}`),
  );
});
