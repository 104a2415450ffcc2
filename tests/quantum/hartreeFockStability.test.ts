import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SIX_311G, STO_3G } from "../../src/quantum/gaussianBasis.js";
import { unrestrictedStability } from "../../src/quantum/hartreeFockStability.js";
import { dataFile } from "../../src/structures/dataTable.js";

const text = readFileSync(dataFile("h2-gaussian/h2_gaussian.csv"), "utf8");
const points = /Coulson-Fischer points of H2: (\S+), (\S+) bohr/.exec(text)!.slice(1).map(Number);
const two = { electrons: 2 };

test.each([
  ["2.1797 in STO-3G", STO_3G, 0, 2.1797],
  ["2.2427 in 6-311G", SIX_311G, 1, 2.2427],
])("it crosses 0 at the Coulson-Fischer point, %s, as PySCF", (_name, basis, which, stated) => {
  const at = (R: number): number =>
    unrestrictedStability({ charges: [1, 1], positions: [0, 0, 0, 0, 0, R], basis }, two);
  expect(at(points[which]! - 2e-6)).toBeGreaterThan(0);
  expect(at(points[which]! + 2e-6)).toBeLessThan(0);
  expect(points[which]).toBeCloseTo(stated, 4);
});

test("HeH⁺, which comes apart into closed shells, is stable", () => {
  for (const R of [1.5, 4, 10]) {
    const molecule = { charges: [2, 1], positions: [0, 0, 0, 0, 0, R], basis: SIX_311G };
    expect(unrestrictedStability(molecule, two)).toBeGreaterThan(0.1);
  }
});

test("refuses a basis without an empty orbital", () => {
  const helium = { charges: [2], positions: [0, 0, 0], basis: STO_3G };
  expect(() => unrestrictedStability(helium, two)).toThrow(
    new RangeError("unrestrictedStability: the basis must have more than 1 functions, got 1"),
  );
});
