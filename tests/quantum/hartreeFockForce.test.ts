import { describe, expect, test } from "vitest";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { SIX_311G, STO_3G } from "../../src/quantum/gaussianBasis.js";
import type { GaussianMolecule } from "../../src/quantum/gaussianIntegrals.js";
import { restrictedHartreeFock } from "../../src/quantum/hartreeFock.js";
import { hartreeFockForces } from "../../src/quantum/hartreeFockForce.js";
import { readDataTable } from "../../src/structures/dataTable.js";
import { expectClose } from "../support/closeTo.js";

const two = { electrons: 2 };

test("H₂ and HeH⁺ at 24 places, as PySCF: the whole and the Hellmann-Feynman part", () => {
  const table = readDataTable("h2-gaussian/h2_gaussian.csv");
  for (const [row, R] of table.R!.entries()) {
    const molecule: GaussianMolecule = {
      charges: [table.chargeA![row]!, 1],
      positions: [0, 0, 0, 0, 0, R],
      basis: table.basis![row] === 0 ? STO_3G : SIX_311G,
    };
    const { total, hellmannFeynman } = hartreeFockForces(molecule, two);
    expect(Math.abs(total[5]! - table.force![row]!)).toBeLessThan(1e-8);
    expect(Math.abs(hellmannFeynman[5]! - table.hellmannFeynman![row]!)).toBeLessThan(1e-8);
  }
});

describe("two hydrogens and a helium nucleus without symmetry", () => {
  const molecule: GaussianMolecule = {
    charges: [1, 1, 2],
    positions: [0, 0.1, 0, 1.5, 0.5, -0.3, -0.8, 0.2, 1.2],
    basis: SIX_311G,
  };
  const { total, pulay, hellmannFeynman } = hartreeFockForces(molecule, two);
  test("the sum is −dE/dR", () => {
    const gradient = centralGradient(
      (positions) => restrictedHartreeFock({ ...molecule, positions }, two).energy,
      molecule.positions,
      1e-4,
    );
    expectClose(
      total,
      gradient.map((slope) => -slope),
      1e-7,
    );
  });
  test("the sum drives nothing anywhere; neither part alone must, but their sum does", () => {
    for (const axis of [0, 1, 2]) {
      const net = (forces: Float64Array): number =>
        forces[axis]! + forces[3 + axis]! + forces[6 + axis]!;
      expect(Math.abs(net(total))).toBeLessThan(1e-9);
      expect(net(pulay) + net(hellmannFeynman)).toBeCloseTo(0, 9);
    }
  });
  test("Pulay's part is not small", () => {
    expect(Math.max(...pulay.map(Math.abs))).toBeGreaterThan(0.01);
  });
});

test("STO-3G at 1.4 bohr: Hellmann-Feynman alone drives H₂ apart, the sum pulls it together", () => {
  const h2 = { charges: [1, 1], positions: [0, 0, 0, 0, 0, 1.4], basis: STO_3G };
  const { total, hellmannFeynman, pulay } = hartreeFockForces(h2, two);
  expect(hellmannFeynman[5]!).toBeGreaterThan(0);
  expect(total[5]!).toBeLessThan(0);
  expect(total[5]!).toBeCloseTo(hellmannFeynman[5]! + pulay[5]!, 15);
});

test("an atom alone feels nothing", () => {
  const helium = { charges: [2], positions: [1, 2, 3], basis: SIX_311G };
  for (const force of Object.values(hartreeFockForces(helium, two)))
    expectClose(force, [0, 0, 0], 1e-12);
});
