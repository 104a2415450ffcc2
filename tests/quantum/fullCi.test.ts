import { expect, test } from "vitest";
import { twoElectronStates } from "../../src/quantum/fullCi.js";
import { SIX_311G, STO_3G } from "../../src/quantum/gaussianBasis.js";
import type { GaussianMolecule } from "../../src/quantum/gaussianIntegrals.js";
import { unrestrictedHartreeFock } from "../../src/quantum/hartreeFock.js";
import { readDataTable } from "../../src/structures/dataTable.js";
import { expectClose } from "../support/closeTo.js";

const diatomic = (chargeA: number, R: number, basis = SIX_311G): GaussianMolecule => ({
  charges: [chargeA, 1],
  positions: [0, 0, 0, 0, 0, R],
  basis,
});

test("two singlets and the triplet of H₂ and HeH⁺, as PySCF to 10⁻⁹", () => {
  const table = readDataTable("h2-gaussian/h2_gaussian.csv");
  for (const [row, R] of table.R!.entries()) {
    const basis = table.basis![row] === 0 ? STO_3G : SIX_311G;
    const { singlets, triplets } = twoElectronStates(diatomic(table.chargeA![row]!, R, basis));
    const known = ["E_FCI_S0", "E_FCI_S1", "E_FCI_T0"].map((column) => table[column]![row]!);
    expectClose([singlets[0]!, singlets[1]!, triplets[0]!], known, 1e-9);
  }
});

test("n (n + 1) / 2 singlets and n (n − 1) / 2 triplets, ascending", () => {
  const { singlets, triplets } = twoElectronStates(diatomic(1, 2));
  expect([singlets.length, triplets.length]).toEqual([21, 15]);
  for (const levels of [singlets, triplets])
    for (let i = 1; i < levels.length; i++)
      expect(levels[i]!).toBeGreaterThanOrEqual(levels[i - 1]!);
});

test("one function has one singlet and no triplet", () => {
  const helium = { charges: [2], positions: [0, 0, 0], basis: STO_3G };
  const { singlets, triplets } = twoElectronStates(helium);
  const alone = unrestrictedHartreeFock(helium, { up: 1, down: 1 }).energy;
  expect([...singlets]).toEqual([expect.closeTo(alone, 12)]);
  expect(triplets.length).toBe(0);
});

test("never below the exact energy, −1.1744757 for H₂ at 1.4 bohr", () => {
  expect(twoElectronStates(diatomic(1, 1.4)).singlets[0]!).toBeGreaterThan(-1.1744757);
});

test("the triplet is full CI already as a determinant of two orbitals, in two functions", () => {
  const h2 = diatomic(1, 1.4, STO_3G);
  const determinant = unrestrictedHartreeFock(h2, { up: 2, down: 0 }).energy;
  expect(twoElectronStates(h2).triplets[0]!).toBeCloseTo(determinant, 12);
});

test("far apart singlet and triplet meet at two atoms", () => {
  const { singlets, triplets } = twoElectronStates(diatomic(1, 30));
  const atom = { charges: [1], positions: [0, 0, 0], basis: SIX_311G };
  const two = 2 * unrestrictedHartreeFock(atom, { up: 1, down: 0 }).energy;
  expectClose([singlets[0]!, triplets[0]!], [two, two], 1e-8);
});
