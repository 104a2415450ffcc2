import { expect, test } from "vitest";
import { requirePositive } from "../../src/units/requirePositive.js";

test("a positive number passes", () => {
  expect(() => requirePositive("morse: wellDepth", 0.17, "hartree")).not.toThrow();
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("%f is refused", (value) => {
  expect(() => requirePositive("morse: wellDepth", value, "hartree")).toThrow(
    new RangeError(`morse: wellDepth must be a positive number of hartree, got ${value}`),
  );
});
