import { describe, expect, test } from "vitest";
import { twoElectronStates } from "../../src/quantum/fullCi.js";
import { SIX_311G, STO_3G } from "../../src/quantum/gaussianBasis.js";
import type { GaussianMolecule } from "../../src/quantum/gaussianIntegrals.js";
import { restrictedHartreeFock, unrestrictedHartreeFock } from "../../src/quantum/hartreeFock.js";
import { readDataTable } from "../../src/structures/dataTable.js";
import { expectClose } from "../support/closeTo.js";

const diatomic = (chargeA: number, R: number, basis = SIX_311G): GaussianMolecule => ({
  charges: [chargeA, 1],
  positions: [0, 0, 0, 0, 0, R],
  basis,
});
const rhf = (molecule: GaussianMolecule) => restrictedHartreeFock(molecule, { electrons: 2 });
const uhf = (molecule: GaussianMolecule) => unrestrictedHartreeFock(molecule, { up: 1, down: 1 });

const table = readDataTable("h2-gaussian/h2_gaussian.csv");
const rows = Array.from(table.R!, (R, row) => {
  const at = (column: string): number => table[column]![row]!;
  const basis = at("basis") === 0 ? STO_3G : SIX_311G;
  const name = `${at("chargeA") === 1 ? "H2" : "HeH+"}, ${at("basis") === 0 ? "STO-3G" : "6-311G"}`;
  return [name, R, diatomic(at("chargeA"), R, basis), at] as const;
});

test("24 rows of PySCF", () => expect(rows.length).toBe(24));

describe.each(rows)("%s at %f bohr, as PySCF to 10⁻⁹", (_name, R, molecule, at) => {
  const restricted = rhf(molecule);
  test("RHF", () => expect(Math.abs(restricted.energy - at("E_RHF"))).toBeLessThan(1e-9));
  test("UHF", () => expect(Math.abs(uhf(molecule).energy - at("E_UHF"))).toBeLessThan(1e-9));
  test("the terms, which add up to the energy", () => {
    const { kinetic, electronIon, electronElectron, ionIon } = restricted.terms;
    const known = ["kinetic", "electronIon", "electronElectron"].map(at);
    expectClose([kinetic, electronIon, electronElectron], known, 2e-9);
    expect(ionIon).toBeCloseTo(at("chargeA") / R, 13);
    expect(kinetic + electronIon + electronElectron + ionIon).toBeCloseTo(restricted.energy, 12);
  });
  test("variational: FCI ≤ UHF ≤ RHF", () => {
    const full = twoElectronStates(molecule).singlets[0]!;
    expect(full).toBeLessThan(uhf(molecule).energy + 1e-11);
    expect(uhf(molecule).energy).toBeLessThan(restricted.energy + 1e-11);
  });
});

describe("UHF beyond the Coulson-Fischer point", () => {
  test.each([
    [STO_3G, 2.1797],
    [SIX_311G, 2.2427],
  ] as const)("equal to RHF up to it, lower beyond it", (basis, point) => {
    const gain = (R: number): number =>
      rhf(diatomic(1, R, basis)).energy - uhf(diatomic(1, R, basis)).energy;
    for (const before of [1, 0.3, 0.01, 0.001])
      expect(Math.abs(gain(point - before))).toBeLessThan(1e-10);
    for (const beyond of [0.001, 0.01, 0.1, 1]) expect(gain(point + beyond)).toBeGreaterThan(1e-9);
  });
  test("far apart it has two atoms, where RHF has half an ion pair", () => {
    const far = diatomic(1, 30);
    const atom = unrestrictedHartreeFock(
      { charges: [1], positions: [0, 0, 0], basis: SIX_311G },
      { up: 1, down: 0 },
    );
    expect(uhf(far).energy).toBeCloseTo(2 * atom.energy, 9);
    expect(rhf(far).energy - 2 * atom.energy).toBeGreaterThan(0.2);
  });
  test("never below the exact energy: −1/2 for an atom, −1.1744757 for H₂ at 1.4 bohr", () => {
    const single = { charges: [1], positions: [0, 0, 0], basis: SIX_311G };
    expect(unrestrictedHartreeFock(single, { up: 1, down: 0 }).energy).toBeGreaterThan(-0.5);
    expect(uhf(diatomic(1, 1.4)).energy).toBeGreaterThan(-1.1744757);
  });
});

describe("what it returns", () => {
  const molecule = diatomic(2, 1.5);
  const { densities, orbitalEnergies, orbitals, energy } = rhf(molecule);
  test("restricted: both spins alike, orbital energies ascending", () => {
    expectClose(orbitals[0], orbitals[1], 1e-12);
    expectClose(densities[0], densities[1], 1e-12);
    for (let i = 1; i < 6; i++)
      expect(orbitalEnergies[0][i]!).toBeGreaterThan(orbitalEnergies[0][i - 1]!);
  });
  test("P = C Cᵀ of the occupied orbital", () => {
    const C = orbitals[0].subarray(0, 6);
    expectClose(
      densities[0],
      Array.from(densities[0], (_, ab) => C[Math.floor(ab / 6)]! * C[ab % 6]!),
      1e-8,
    );
  });
  test("moved and turned as a whole, the molecule keeps its energy", () => {
    const turned = { ...molecule, positions: [1, 2, 3, 1 + 0.9, 2, 3 + 1.2] };
    expect(rhf(turned).energy).toBeCloseTo(energy, 12);
  });
});

test("four hydrogens on a rectangle, 3 by 4 bohr: PySCF has RHF −1.7530541066, UHF −1.9015366081", () => {
  // UHF started from spin up on atoms 0 and 2, down on 1 and 3
  const rectangle = {
    charges: [1, 1, 1, 1],
    positions: [0, 0, 0, 3, 0, 0, 3, 4, 0, 0, 4, 0],
    basis: STO_3G,
  };
  const restricted = restrictedHartreeFock(rectangle, { electrons: 4 }).energy;
  const unrestricted = unrestrictedHartreeFock(rectangle, { up: 2, down: 2 }).energy;
  expectClose([restricted, unrestricted], [-1.7530541066, -1.9015366081], 1e-10);
});

describe("refusals", () => {
  const h2 = diatomic(1, 1.4);
  test.each([
    [1, "electrons must be a positive even number, got 1"],
    [0, "electrons must be a positive even number, got 0"],
    [2.5, "electrons must be a positive even number, got 2.5"],
    [14, "electrons of one spin must be at most 6, the functions of the basis, got 7"],
  ])("restricted, %f electrons", (electrons, message) => {
    expect(() => restrictedHartreeFock(h2, { electrons })).toThrow(
      new RangeError(`restrictedHartreeFock: ${message}`),
    );
  });
  test.each([
    [{ up: -1, down: 1 }, "up must be a whole number from 0, got -1"],
    [{ up: 1, down: 0.5 }, "down must be a whole number from 0, got 0.5"],
    [{ up: 0, down: 0 }, "up + down must be at least 1, got 0"],
    [
      { up: 7, down: 1 },
      "electrons of one spin must be at most 6, the functions of the basis, got 7",
    ],
  ])("unrestricted, %o", (electrons, message) => {
    expect(() => unrestrictedHartreeFock(h2, electrons)).toThrow(
      new RangeError(`unrestrictedHartreeFock: ${message}`),
    );
  });
  test("nuclei at one point", () => {
    expect(() => rhf(diatomic(1, 0))).toThrow(
      /nucleus 0 and nucleus 1 must be at different points/,
    );
  });
});
