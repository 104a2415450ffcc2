import { expect, test } from "vitest";
import { readStructures } from "../../src/fitting/readStructures.js";

test("the water of data/h2o: 1,600 frames with energies and forces, in hartree", () => {
  const frames = readStructures("h2o/h2o_ccsd_ccpvdz_1600.xyz");
  expect(frames.length).toBe(1600);
  for (const { energy, forces } of frames) {
    expect(energy).toBeGreaterThan(-76.3);
    expect(energy).toBeLessThan(-75.9);
    expect(forces!.length).toBe(9);
  }
});
test("a file that is not there", () => {
  expect(() => readStructures("h2o/nothing.xyz")).toThrow("data/h2o/nothing.xyz must exist");
});
