import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ewald } from "../../src/potentials/ewald.js";
import { type CrystalName, crystal } from "../../src/structures/crystal.js";
import type { System } from "../../src/structures/system.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { expectClose } from "../support/closeTo.js";
import { disordered } from "../support/disordered.js";

const ions: System = {
  ...disordered({ atoms: 6, edge: 9, seed: 3, shear: 0.6 }),
  charges: Float64Array.of(1, -1, 2, -1.5, -1, 0.5),
};

/** −E per pair of ions times the distance of unlike neighbours, here 1. */
function madelung(name: CrystalName, symbols: [string, string], latticeConstant: number): number {
  const system = crystal(name, { symbols, latticeConstant });
  const first = system.atomicNumbers[0];
  const charges = Float64Array.from(system.atomicNumbers, (z) => (z === first ? 1 : -1));
  const { energy } = ewald({ cutoff: 2.4 }).energyAndForces({ ...system, charges });
  return (-2 * energy) / charges.length;
}

// D. Borwein, J. M. Borwein, K. F. Taylor, J. Math. Phys. 26, 2999 (1985); OEIS A085469, A181152, A182566.
test.each<[CrystalName, [string, string], number, number]>([
  ["rocksalt", ["Na", "Cl"], 2, 1.747564594633],
  ["caesiumChloride", ["Cs", "Cl"], 2 / Math.sqrt(3), 1.762674773071],
  ["zincblende", ["Zn", "S"], 4 / Math.sqrt(3), 1.638055053389],
])("Madelung's constant of %s to 1e-8", (name, symbols, edge, constant) => {
  expect(Math.abs(madelung(name, symbols, edge) - constant)).toBeLessThan(1e-8);
});

test("OpenMM: 64 charges in a box with three different edges", () => {
  const reference = JSON.parse(
    readFileSync(join(import.meta.dirname, "ewald.reference.json"), "utf8"),
  );
  const [a, b, c] = reference.edges;
  const system: System = {
    positions: Float64Array.from(reference.positions),
    atomicNumbers: new Uint8Array(64).fill(11),
    charges: Float64Array.from(reference.charges),
    cell: Float64Array.of(a, 0, 0, 0, b, 0, 0, 0, c),
  };
  const { energy, forces } = ewald({ cutoff: 3, accuracy: 1e-14 }).energyAndForces(system);
  expect(energy / reference.energy).toBeCloseTo(1, 12);
  expectClose(forces, reference.forces, 1e-11);
});

describe("the sentences of the docstring", () => {
  test("the cutoff changes the cost, not the result", () => {
    const energies = [3, 5, 9, 14].map(
      (cutoff) => ewald({ cutoff, accuracy: 1e-13 }).energyAndForces(ions).energy,
    );
    for (const energy of energies) expect(energy / energies[0]!).toBeCloseTo(1, 12);
  });
  test("the accuracy is reached", () => {
    const exact = ewald({ cutoff: 6, accuracy: 1e-15 }).energyAndForces(ions).energy;
    for (const accuracy of [1e-3, 1e-6, 1e-9]) {
      const { energy } = ewald({ cutoff: 6, accuracy }).energyAndForces(ions);
      expect(Math.abs(energy / exact - 1)).toBeLessThan(accuracy);
    }
  });
  test("a conductor around: no energy for a moment of the cell, which another choice of cell would change", () => {
    const edge = ions.cell!.slice(0, 3);
    const moved = ions.positions.map((x, i) => (i < 3 ? x + edge[i]! : x));
    const [here, there] = [ions.positions, moved].map(
      (positions) =>
        ewald({ cutoff: 6, accuracy: 1e-13 }).energyAndForces({ ...ions, positions }).energy,
    );
    expect(there! / here!).toBeCloseTo(1, 12);
  });
  test("the virial theorem of 1/r: its trace is the energy", () => {
    const { energy, virial } = ewald({ cutoff: 6, accuracy: 1e-13 }).energyAndForces(ions);
    expect((virial[0]! + virial[4]! + virial[8]!) / energy).toBeCloseTo(1, 11);
  });
});

test("one crystal, two cells: a sheared one has the same energy", () => {
  const salt = crystal("rocksalt", { symbols: ["Na", "Cl"], latticeConstant: 10 });
  const charges = Float64Array.from(salt.atomicNumbers, (z) => (z === 11 ? 1 : -1));
  const sheared = Float64Array.of(10, 0, 0, 10, 10, 0, -10, 10, 10);
  const [upright, leaning] = [salt.cell!, sheared].map(
    (cell) =>
      ewald({ cutoff: 12, accuracy: 1e-13 }).energyAndForces({ ...salt, charges, cell }).energy,
  );
  expect(leaning! / upright!).toBeCloseTo(1, 12);
});

test("forces and virial are derivatives of the energy", () =>
  expectDerivatives(ewald({ cutoff: 6, accuracy: 1e-12 }), ions));
test("invariances", () => expectInvariances(ewald({ cutoff: 6, accuracy: 1e-13 }), ions));

test.each<[() => unknown, string]>([
  [() => ewald({ cutoff: 0 }), "cutoff must be a positive number of bohr, got 0"],
  [() => ewald({ cutoff: 5, accuracy: 1 }), "accuracy must be between 0 and 1, got 1"],
  [
    () =>
      ewald({ cutoff: 5 }).energyAndForces({ ...ions, charges: Float64Array.of(1, 0, 0, 0, 0, 0) }),
    "the charges must add up to 0 e, got 1",
  ],
  [
    () => {
      const { cell, ...open } = ions;
      ewald({ cutoff: 5 }).energyAndForces(open);
    },
    "the system must have a cell, got open space (use coulomb)",
  ],
  [
    () => {
      const { charges, ...bare } = ions;
      ewald({ cutoff: 5 }).energyAndForces(bare);
    },
    "the system must have charges, got none",
  ],
])("refuses %#", (run, message) => expect(run).toThrow(new RangeError(`ewald: ${message}`)));
