import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { dataFile } from "../../src/structures/dataTable.js";
import type { System } from "../../src/structures/system.js";

const [count, edges, ...rows] = readFileSync(
  dataFile("nist-lj/lj_sample_config_periodic4.txt"),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/).map(Number));
const [, a, b, c] = edges!;
const system: System = {
  positions: Float64Array.from(rows.flatMap((row) => row.slice(1))),
  atomicNumbers: new Uint8Array(count![0]!).fill(18),
  cell: Float64Array.of(a!, 0, 0, 0, b!, 0, 0, 0, c!),
};
const term = lennardJones({ epsilon: 1, sigma: 1 });

test.each([
  [3, "none", -16.79, -46.249],
  [4, "none", -17.06, -47.869],
  [3, "forceShift", -15.001, -43.096],
] as const)("cutoff %f, %s: energy %f, virial %f", (cutoff, truncation, energy, virial) => {
  const result = pairPotential(term, { cutoff, truncation }).energyAndForces(system);
  expect(result.energy / energy).toBeCloseTo(1, 4);
  expect((result.virial[0]! + result.virial[4]! + result.virial[8]!) / virial).toBeCloseTo(1, 4);
});

test("FEASST's digits: −16.790321304625856", () => {
  const { energy } = pairPotential(term, { cutoff: 3 }).energyAndForces(system);
  expect(energy / -16.790321304625856).toBeCloseTo(1, 14);
});
