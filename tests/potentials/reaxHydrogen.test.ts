import { describe, expect, test } from "vitest";
import { reaxff } from "../../src/potentials/reaxff.js";
import { reaxHydrogen } from "../../src/potentials/reaxHydrogen.js";
import type { System } from "../../src/structures/system.js";
import { bohrFromAngstrom } from "../../src/units/convert.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { expectClose } from "../support/closeTo.js";
import {
  forceField,
  KCAL,
  reaxReference,
  reaxReferences,
  systemOf,
} from "../support/reaxReference.js";

const potential = reaxHydrogen();
const full = reaxff(forceField);
const hydrogen = (...positionsAngstrom: number[]): System => ({
  positions: Float64Array.from(positionsAngstrom, bohrFromAngstrom),
  atomicNumbers: new Uint8Array(positionsAngstrom.length / 3).fill(1),
});

test.each(
  reaxReferences.filter(({ name }) => name.startsWith("H2 ")).map(({ name }) => name),
)("LAMMPS agrees: %s Å", (name) => {
  const reference = reaxReference(name);
  const { energy } = potential.energyAndForces(systemOf(reference));
  expect(Math.abs(energy * KCAL - reference.energy)).toBeLessThan(1e-9);
});

describe("what is left out is the angle H-H-H", () => {
  test.each([
    ["H3 linear", 0.17],
    ["H3 bent", 19],
  ])("%s: %f kcal/mol", (name, kcal) => {
    const reference = reaxReference(name);
    const { energy } = potential.energyAndForces(systemOf(reference));
    const angle = reference.energy - energy * KCAL;
    expect(angle).toBeCloseTo(reference.components.angles!, 9);
    expect(Math.abs(angle / kcal - 1)).toBeLessThan(0.03);
  });
});

test("molecules of H₂ that are not in contact: all of ReaxFF", () => {
  const system = hydrogen(0, 0, 0, 0, 0, 0.74, 3.1, 0.2, 0, 3.3, 0.9, 0.1);
  const [ours, theirs] = [potential, full].map((p) => p.energyAndForces(system));
  expect(ours!.energy).toBeCloseTo(theirs!.energy, 12);
  expectClose(ours!.forces, theirs!.forces, 1e-11);
  expectClose(ours!.virial, theirs!.virial, 1e-11);
});

test("H₃ is less bound than H₂ and H", () => {
  const [h2, h3] = ["H2 0.74", "H3 linear"].map(
    (name) => potential.energyAndForces(systemOf(reaxReference(name))).energy,
  );
  expect(h3!).toBeGreaterThan(h2!);
});

test("forces and virial are minus the derivatives of the energy", () => {
  expectDerivatives(potential, systemOf(reaxReference("H3 bent")));
  expectDerivatives(potential, hydrogen(0, 0, 0, 0, 0, 0.8, 1.1, 0.2, 0.3, 3.3, 0.9, 0.1));
});

test("what must not change does not, in a thin cell too", () => {
  expectInvariances(potential, systemOf(reaxReference("H3 bent")));
  expectInvariances(potential, {
    ...hydrogen(0, 0, 0, 0, 0, 0.8, 1.1, 0.2, 2.3),
    cell: Float64Array.from([4, 0, 0, 0.5, 4, 0, 0, 0.3, 5], bohrFromAngstrom),
  });
});

test("refuses other atoms, by number", () =>
  expect(() =>
    potential.energyAndForces({
      ...hydrogen(0, 0, 0, 0, 0, 1),
      atomicNumbers: Uint8Array.of(1, 8),
    }),
  ).toThrow(new RangeError("reaxHydrogen: atoms must be hydrogen, got number 8 (atom 1)")));
