import { expect, test } from "vitest";
import { power } from "../../src/potentials/power.js";

test("is base to the exponent, whole or not, positive or not", () => {
  for (const base of [0, 0.3, 1, 1.7, 12])
    for (const exponent of [0, 1, 2, 4, 5, 6, 9, 12, 16, 17, 2.5, 40])
      expect(power(base, exponent)).toBeCloseTo(
        base ** exponent,
        -Math.log10(1e-14 * (1 + base ** exponent)),
      );
  expect(power(2, -3)).toBe(1 / 8);
});
