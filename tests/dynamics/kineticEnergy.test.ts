import { expect, test } from "vitest";
import { coordinateMasses, kineticEnergy } from "../../src/dynamics/kineticEnergy.js";
import { standardMass } from "../../src/structures/elements.js";

test("Σ m v²/2 with the mass of each coordinate", () => {
  expect(kineticEnergy(Float64Array.of(1, -2, 3), Float64Array.of(2, 4, 6))).toBe(1 + 8 + 27);
});
test("the system's masses come before those of the elements, one for each coordinate", () => {
  const system = { positions: new Float64Array(6), atomicNumbers: Uint8Array.of(18, 1) };
  expect([...coordinateMasses({ ...system, masses: Float64Array.of(3, 5) })]).toEqual([
    3, 3, 3, 5, 5, 5,
  ]);
  expect(coordinateMasses(system)[2]).toBe(standardMass(18));
  expect(coordinateMasses(system)[3]).toBe(standardMass(1));
});
