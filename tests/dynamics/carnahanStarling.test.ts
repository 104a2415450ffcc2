import { expect, test } from "vitest";
import { carnahanStarling, contactValue } from "../../src/dynamics/carnahanStarling.js";

test("Z is 1.23967, 3.26243 and 7.74969 at packing 0.05236, 0.2618 and 0.41888", () => {
  expect(carnahanStarling(0.05236)).toBeCloseTo(1.23967, 4);
  expect(carnahanStarling(0.2618)).toBeCloseTo(3.26243, 4);
  expect(carnahanStarling(0.41888)).toBeCloseTo(7.74969, 4);
});

// Virial coefficients of hard spheres, B₂/b = 1, B₃/b² = 5/8 (Boltzmann), in packing: Z = 1 + 4η + 10η² + …
test("begins as 1 + 4η + 10η², as the virial series of hard balls", () => {
  const eta = 1e-3;
  expect((carnahanStarling(eta) - 1 - 4 * eta) / eta ** 2).toBeCloseTo(10, 1);
  expect(carnahanStarling(0)).toBe(1);
});

test("with this Z the contact value is (1 − η/2)/(1 − η)³", () => {
  for (const eta of [0.1, 0.3, 0.49])
    expect(contactValue(eta, carnahanStarling(eta))).toBeCloseTo(
      (1 - eta / 2) / (1 - eta) ** 3,
      12,
    );
});

test("a packing that no balls can have is refused", () => {
  expect(() => carnahanStarling(1)).toThrow(
    "carnahanStarling: packing must be from 0 to below 1, got 1",
  );
  expect(() => carnahanStarling(-0.1)).toThrow(RangeError);
  expect(() => contactValue(0, 1)).toThrow("contactValue: packing must be between 0 and 1, got 0");
});
