import { expect, test } from "vitest";
import { logisticInto } from "../../src/learning/logistic.js";
import { reference } from "./reference.js";

function logisticOf(z: ArrayLike<number>): { values: Float64Array; slopes: Float64Array } {
  const [values, slopes] = [new Float64Array(z.length), new Float64Array(z.length)];
  logisticInto(values, slopes, Float64Array.from(z));
  return { values, slopes };
}

test("value and slope are good to 1e-15 of themselves out to ±708 (forty-digit decimals)", () => {
  const { z, value, slope } = reference.logistic;
  const { values, slopes } = logisticOf(z);
  for (let i = 0; i < z.length; i++) {
    expect(Math.abs(values[i]! / value[i] - 1), `g(${z[i]})`).toBeLessThan(1e-15);
    expect(Math.abs(slopes[i]! / slope[i] - 1), `g′(${z[i]})`).toBeLessThan(1e-15);
  }
});

test("as 1 / (1 + exp(-z)) between", () => {
  const z = Float64Array.from({ length: 4001 }, (_, i) => (i - 2000) / 57);
  const { values } = logisticOf(z);
  for (let i = 0; i < z.length; i++)
    expect(Math.abs(values[i]! * (1 + Math.exp(-z[i]!)) - 1)).toBeLessThan(2e-15);
});

test("farther out than ±708 it stays what it is there", () => {
  const { values, slopes } = logisticOf([-1e9, -708, 708, 1e9]);
  expect(values[0]).toBe(values[1]);
  expect(values[3]).toBe(1);
  expect(slopes[0]).toBe(slopes[1]);
  expect(slopes[3]).toBe(slopes[2]);
  expect(values[0]).toBeGreaterThan(0);
});

test("NaN stays NaN", () => expect(logisticOf([Number.NaN]).values[0]).toBeNaN());
