import { expect, test } from "vitest";
import { pairSum } from "../../src/potentials/pairSum.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";

const system = disordered({ atoms: 6, edge: 14, seed: 1 });
const wave = {
  energy: (r: number): number => Math.cos(r / 8),
  slope: (r: number): number => -Math.sin(r / 8) / 8,
};

test("the interaction is told which sites they are, after it was asked about the system", () => {
  const calls: string[] = [];
  let atoms: Int32Array = new Int32Array(0);
  const partners = new Set<string>();
  const potential = pairSum("here", 9, {
    ...wave,
    require: (asked) => calls.push(`require ${asked.atomicNumbers.length}`),
    prepare: (asked, list) => {
      calls.push(`prepare ${asked.atomicNumbers.length}`);
      atoms = list.atoms;
    },
    energy: (r, s, t) => {
      partners.add(`${atoms[s]} ${atoms[t]}`);
      return wave.energy(r);
    },
  });
  potential.energyAndForces(system);
  expect(calls).toEqual(["require 6", "prepare 6"]);
  expect(partners.size).toBeGreaterThan(5);
});

test("a slope that does not belong to the energy is found by the tests' own checks", () => {
  const cutAtZero = {
    energy: (r: number): number => (r - 9) ** 2,
    slope: (r: number): number => 2 * (r - 9),
  };
  expectDerivatives(pairSum("here", 9, cutAtZero), system);
  expectInvariances(pairSum("here", 9, cutAtZero), system);
  const wrong = pairSum("here", 9, { ...cutAtZero, slope: (r) => 2.00001 * (r - 9) });
  expect(() => expectDerivatives(wrong, system)).toThrow();
});

test("addForces is a faster way to the same forces", () => {
  const out = new Float64Array(18);
  pairSum("here", 6, {
    ...wave,
    addForces: (forces, list) => forces.fill(1, 0, 3 * list.atomCount),
  }).forcesInto!(out, system);
  expect([...out]).toEqual(Array(18).fill(1));
});

test("refuses an energy that is not finite, with the closest atoms", () => {
  const close = { ...system, positions: system.positions.slice() };
  close.positions.set([1, 1, 1, 1, 1, 1.5]);
  const nowhere = pairSum("here", 6, { ...wave, energy: () => Number.NaN });
  expect(() => nowhere.energyAndForces(close)).toThrow(
    /^here: the energy must be a finite number of hartree, got NaN; atoms (0 and 1|1 and 0) are 0.5 bohr apart$/,
  );
});
