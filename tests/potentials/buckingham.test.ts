import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { buckingham } from "../../src/potentials/buckingham.js";
import { expectClose } from "../support/closeTo.js";

const neon = { wall: 207.9, range: 0.4003, dispersion: 6.77 }; // A, ρ, C of a fit to Ne2
const u = buckingham(neon);

describe("the sentences of the docstring", () => {
  test("u(r) = A e^(−r/ρ) − C/r⁶", () => {
    const wanted = 207.9 * Math.exp(-6 / 0.4003) - 6.77 / 6 ** 6;
    expect(u.energy(6) / wanted).toBeCloseTo(1, 13);
  });
  test("the barrier is where u has its maximum, at 0 < r < 7ρ", () => {
    expect(u.barrier).toBeGreaterThan(0);
    expect(u.barrier).toBeLessThan(7 * 0.4003);
    expect(u.slope(u.barrier)).toBeCloseTo(0, 8);
    expect(u.slope(1.01 * u.barrier)).toBeLessThan(0); // downhill to the minimum from there
    expect(u.energy(u.barrier)).toBeGreaterThan(u.energy(1.01 * u.barrier));
  });
  test("nearer than that, energy and slope are refused", () => {
    const r = 0.99 * u.barrier;
    const message = `buckingham: r must be ${u.barrier} bohr or more, where the barrier is, got ${r}`;
    expect(() => u.energy(r)).toThrow(new RangeError(message));
    expect(() => u.slope(r)).toThrow(new RangeError(message));
  });
  test("C = 0 gives the wall of Born and Mayer, down to r = 0", () => {
    const wall = buckingham({ ...neon, dispersion: 0 });
    expect([wall.barrier, wall.energy(0), wall.slope(0)]).toEqual([0, 207.9, -207.9 / 0.4003]);
  });
});

test.each([2, 4, 5.5, 9])("slope is the derivative of energy at r = %f", (r) => {
  expectClose([u.slope(r) / centralGradient(([x]) => u.energy(x!), [r], 1e-5)[0]!], [1], 1e-6);
});

test.each([
  [{ ...neon, wall: 0 }, "wall must be a positive number of hartree, got 0"],
  [{ ...neon, range: -1 }, "range must be a positive number of bohr, got -1"],
  [{ ...neon, dispersion: -1 }, "dispersion must be a number of hartree·bohr⁶ from 0, got -1"],
  [
    { ...neon, dispersion: 1000 },
    /^buckingham: dispersion must leave a barrier, below \d+\.\d+ hartree·bohr⁶, got 1000$/,
  ],
])("refuses %o", (parameters, message) => {
  expect(() => buckingham(parameters)).toThrow(
    typeof message === "string" ? new RangeError(`buckingham: ${message}`) : message,
  );
});

test("just below the limit that the message states there is a barrier", () => {
  const { wall, range } = neon;
  const limit = ((7 * range) ** 7 * Math.exp(-7) * wall) / (6 * range);
  expect(buckingham({ ...neon, dispersion: 0.999 * limit }).barrier).toBeLessThan(7 * range);
  expect(() => buckingham({ ...neon, dispersion: 1.001 * limit })).toThrow(RangeError);
});
