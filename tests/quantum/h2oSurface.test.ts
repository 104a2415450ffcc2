import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadH2oSurface } from "../../src/quantum/h2oSurface.js";
import { dataFile, readDataTable } from "../../src/structures/dataTable.js";

const { bend, stretch, minimum } = loadH2oSurface();

test("at the computed points it gives the computed energies", () => {
  const bent = readDataTable("h2o/h2o_bend_ccsdt_ccpvtz.csv");
  for (const [k, energy] of bent.E_CCSDT!.entries())
    expect(bend(bent.r_angstrom![k]!, bent.angle_degree![k]!)).toBeCloseTo(energy, 12);
  const stretched = readDataTable("h2o/h2o_stretch_ccsdt_ccpvtz.csv");
  for (const [k, energy] of stretched.E_CCSDT!.entries())
    expect(stretch(stretched.r1_angstrom![k]!, stretched.r2_angstrom![k]!)).toBeCloseTo(energy, 12);
});

describe("between them, against PySCF (data/h2o/make.py, the same method)", () => {
  test.each([
    [0.9, 95, -76.32113587],
    [1.1, 133, -76.28066954],
    [1.05, 71.3, -76.29721543],
    [1.3, 176, -76.13366704],
    [0.78, 64, -76.15664201],
  ])("bonds %f Å, angle %f°: %f, to 2·10⁻⁵", (bond, angle, energy) => {
    expect(Math.abs(bend(bond, angle) - energy)).toBeLessThan(2e-5);
  });
  test.each([
    [0.85, 1.35, -76.24838111],
    [1.15, 1.65, -76.18523194],
    [0.75, 0.96, -76.2599397],
    [1.05, 1.05, -76.31918306],
  ])("bonds %f and %f Å: %f, to 10⁻⁴", (first, second, energy) => {
    expect(Math.abs(stretch(first, second) - energy)).toBeLessThan(1e-4);
  });
});

test("the minimum, at 0.95943 Å and 103.583°, is that of the table's remark", () => {
  const text = readFileSync(dataFile("h2o/h2o_bend_ccsdt_ccpvtz.csv"), "utf8");
  const remark = /minimum: (\S+) angstrom, (\S+) degrees, (\S+) hartree/.exec(text)!;
  expect(remark.slice(1).map(Number)).toEqual([0.95943, 103.583, minimum]);
  expect(Math.abs(bend(0.95943, 103.583) - minimum)).toBeLessThan(1e-7);
  for (const [bond, angle] of [
    [0.95, 103.6],
    [0.97, 103.6],
    [0.96, 102],
    [0.96, 105],
  ] as const)
    expect(bend(bond, angle)).toBeGreaterThan(minimum);
});

test("bent the other way it has the same energy, and so with the bonds exchanged", () => {
  expect(bend(1.01, 250)).toBeCloseTo(bend(1.01, 110), 11);
  expect(stretch(0.9, 1.37)).toBeCloseTo(stretch(1.37, 0.9), 11);
});

test("it has no kink at the straight molecule", () => {
  const slope = (bend(0.93, 180.01) - bend(0.93, 179.99)) / 0.02;
  expect(Math.abs(slope)).toBeLessThan(1e-9);
});

test.each([
  [() => bend(0.7, 100), "bondAngstrom must be from 0.72 to 1.36, where there are data, got 0.7"],
  [() => bend(1, 59), "angleDegree must be from 60 to 300, where there are data, got 59"],
  [() => stretch(1, 2), "secondAngstrom must be from 0.7 to 1.8, where there are data, got 2"],
  [
    () => stretch(Number.NaN, 1),
    "firstAngstrom must be from 0.7 to 1.8, where there are data, got NaN",
  ],
])("refuses what lies outside: %s", (call, message) => {
  expect(call).toThrow(new RangeError(`loadH2oSurface: ${message}`));
});
