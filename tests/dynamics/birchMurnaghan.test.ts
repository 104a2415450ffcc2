import { describe, expect, test } from "vitest";
import { birchMurnaghan } from "../../src/dynamics/birchMurnaghan.js";
import { reference } from "./reference.js";

/** The formula of the docstring, written out. */
const curve =
  (V0: number, E0: number, B0: number, B1: number) =>
  (V: number): number => {
    const eta = (V0 / V) ** (2 / 3);
    return E0 + (9 / 16) * V0 * B0 * ((eta - 1) ** 3 * B1 + (eta - 1) ** 2 * (6 - 4 * eta));
  };

test.each([
  [80, -0.13, 0.0047, 5.3],
  [1, 0, 100, 4],
  [11.8, -3.54, 0.86, -2],
])("finds V₀ = %f, E₀ = %f, B₀ = %f, B₀′ = %f again", (V0, E0, B0, B1) => {
  const volumes = Array.from({ length: 9 }, (_, k) => V0 * (0.95 + 0.0137 * k));
  const found = birchMurnaghan(volumes, volumes.map(curve(V0, E0, B0, B1)));
  expect(found.volume / V0).toBeCloseTo(1, 10);
  expect(found.energy).toBeCloseTo(E0, 12);
  expect(found.bulkModulus / B0).toBeCloseTo(1, 8);
  expect(found.pressureDerivative).toBeCloseTo(B1, 6);
});
test("as ASE fits it to points that are not on the curve", () => {
  const { volumes, energies, ...wanted } = reference.equation;
  const found = birchMurnaghan(volumes, energies);
  expect(found.volume / wanted.volume).toBeCloseTo(1, 7);
  expect(found.energy / wanted.energy).toBeCloseTo(1, 9);
  expect(found.bulkModulus / wanted.bulkModulus).toBeCloseTo(1, 6);
  expect(found.pressureDerivative / wanted.pressureDerivative).toBeCloseTo(1, 5);
});
describe("refuses", () => {
  test.each<[number[], number[], string]>([
    [[1, 2, 3], [1, 2, 3], "there must be four points or more, got 3 volumes and 3 energies"],
    [[1, 2, 3, 4], [1, 2, 3], "there must be four points or more, got 4 volumes and 3 energies"],
    [[1, 2, -3, 4], [1, 2, 3, 4], "volumes must be positive, got 1 2 -3 4"],
    [[1, 2, 3, 4], [1, 2, Number.NaN, 4], "energies must be finite, got 1 2 NaN 4"],
    [
      [1, 2, 3, 4],
      [4, 3, 2.5, 2.4],
      "the energy must have a minimum between the volumes, got none from 1 to 4",
    ],
    [
      [1, 2, 3, 4],
      [5, 5, 5, 5],
      "the energy must have a minimum between the volumes, got none from 1 to 4",
    ],
    [
      [2, 2, 2, 2],
      [1, 2, 3, 4],
      "the energy must have a minimum between the volumes, got none from 2 to 2",
    ],
  ])("%o %o", (volumes, energies, message) => {
    expect(() => birchMurnaghan(volumes, energies)).toThrow(
      new RangeError(`birchMurnaghan: ${message}`),
    );
  });
});
