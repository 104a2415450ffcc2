import { expect, test } from "vitest";
import { taper, taperSlope } from "../../../src/potentials/reaxff/taper.js";

test("from 1 at r = 0 to 0 at R, with three derivatives that are zero at both ends", () => {
  expect(taper(0, 7)).toBe(1);
  expect(taper(7, 7)).toBeCloseTo(0, 15);
  // Near an end it differs from there by 35 (x to the fourth power), no sooner.
  for (const h of [1e-2, 1e-3]) {
    expect((1 - taper(7 * h, 7)) / h ** 4 / 35).toBeCloseTo(1, 1);
    expect(taper(7 * (1 - h), 7) / h ** 4 / 35).toBeCloseTo(1, 1);
  }
});

test("taperSlope is its derivative", () => {
  for (const r of [0.3, 2, 4.4, 6.9])
    expect((taper(r + 1e-5, 7) - taper(r - 1e-5, 7)) / 2e-5).toBeCloseTo(taperSlope(r, 7), 9);
});
