import { expect, test } from "vitest";
import { openPotential } from "../../../src/potentials/charmm/forceTerm.js";
import { overPairs } from "../../../src/potentials/charmm/pairs.js";
import { springs } from "../../../src/potentials/charmm/springs.js";

const bond = overPairs([[0, 1]], springs([{ stiffness: 0.35, rest: 2 }]));
const potential = openPotential("test", [bond], () => {});
const apart = (r: number) => ({
  positions: Float64Array.of(0, 0, 0, 0, 0, r),
  atomicNumbers: Uint8Array.of(6, 6),
});

test("E = k (x − x₀)², without ½; half of it for each atom; a stretched bond pulls", () => {
  const { energy, forces, atomicEnergies, virial } = potential.energyAndForces(apart(2.2));
  expect(energy).toBeCloseTo(0.35 * 0.04, 15);
  expect(atomicEnergies[0]).toBeCloseTo(0.35 * 0.02, 15);
  expect(forces[2]).toBeCloseTo(2 * 0.35 * 0.2, 14);
  expect(forces[5]).toBeCloseTo(-2 * 0.35 * 0.2, 14);
  expect(virial[8]).toBeCloseTo(-2.2 * 2 * 0.35 * 0.2, 14);
});

test("refuses two atoms at one point", () =>
  expect(() => potential.energyAndForces(apart(0))).toThrow(
    new RangeError("charmm: atoms 0 and 1 must not be at one point"),
  ));
