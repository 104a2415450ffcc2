import { expect, test } from "vitest";
import { hardSphere } from "../../src/potentials/hardSphere.js";

const u = hardSphere({ diameter: 6 });

test("u(r) = ∞ for r < d, 0 otherwise", () => {
  expect([0, 5.999, 6, 7].map(u.energy)).toEqual([
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    0,
    0,
  ]);
});

test("no slope outside, none to be had inside", () => {
  expect([6, 7].map(u.slope)).toEqual([0, 0]);
  expect(() => u.slope(5.9)).toThrow(
    new RangeError("hardSphere: slope must be asked for at 6 bohr or more, got 5.9"),
  );
});

test("refuses a diameter that is not positive", () =>
  expect(() => hardSphere({ diameter: 0 })).toThrow(
    new RangeError("hardSphere: diameter must be a positive number of bohr, got 0"),
  ));
