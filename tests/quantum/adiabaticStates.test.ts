import { describe, expect, test } from "vitest";
import { dot } from "../../src/numerics/vectors.js";
import { adiabaticStates, electronicStates } from "../../src/quantum/adiabaticStates.js";
import { coupledOscillators } from "../../src/quantum/coupledOscillators.js";
import { axesOf } from "../../src/quantum/electronIon.js";
import { SHIN_METIU, shinMetiu } from "../../src/quantum/shinMetiu.js";
import { readDataTable } from "../../src/structures/dataTable.js";

const model = shinMetiu(SHIN_METIU);
const fine = { ...model, ionGrid: { from: -9, to: 9, points: 360 } };
const found = adiabaticStates(fine, 3);
const { spacing } = axesOf(model).electron;

describe("the surfaces of data/shin-metiu, to 10⁻⁹ hartree", () => {
  const table = readDataTable("shin-metiu/surfaces.csv");
  test.each(Array.from(table.R!, (R, row) => [R, row]))("R = %d", (R, row) => {
    const { energies } = electronicStates(model, R, 3);
    for (const [k, energy] of energies.entries())
      expect(Math.abs(energy - table[`E${k}`]![row]!)).toBeLessThan(1e-9);
  });
  test("R = 0: −0.256032, −0.214123, −0.184496", () => {
    const { energies } = electronicStates(model, 0, 3);
    expect(Array.from(energies, (energy) => energy.toFixed(6))).toEqual([
      "-0.256032",
      "-0.214123",
      "-0.184496",
    ]);
  });
});

test("the lowest two come as close as 0.004701 hartree at R = −1.9185", () => {
  const gap = (R: number): number => {
    const { energies } = electronicStates(model, R, 2);
    return energies[1]! - energies[0]!;
  };
  expect(gap(-1.9185)).toBeCloseTo(0.004701, 6);
  for (const aside of [0.003, 0.1]) {
    expect(gap(-1.9185 + aside)).toBeGreaterThan(gap(-1.9185));
    expect(gap(-1.9185 - aside)).toBeGreaterThan(gap(-1.9185));
  }
});

test("the lowest surface has its minimum, −0.274125, at R = 2.61", () => {
  const energy = (R: number): number => electronicStates(model, R, 1).energies[0]!;
  expect(energy(2.614)).toBeCloseTo(-0.274125, 6);
  expect(energy(2.604)).toBeGreaterThan(energy(2.614));
  expect(energy(2.624)).toBeGreaterThan(energy(2.614));
});

test("at every R the states are orthonormal, ∫ Φ_k Φ_l dr = δ_kl, and energies ascend", () => {
  for (let g = 0; g < found.ionPositions.length; g += 7)
    for (let k = 0; k < 3; k++) {
      for (let l = 0; l < 3; l++) {
        const overlap = dot(found.waveFunctions[k]![g]!, found.waveFunctions[l]![g]!);
        expect(Math.abs(spacing * overlap - (k === l ? 1 : 0))).toBeLessThan(1e-12);
      }
      if (k > 0) expect(found.energies[k]![g]).toBeGreaterThan(found.energies[k - 1]![g]!);
    }
});

test("smooth gauge: states at neighbouring R overlap positively, also where surfaces come close", () => {
  for (const functions of found.waveFunctions)
    for (let g = 1; g < functions.length; g++)
      expect(spacing * dot(functions[g]!, functions[g - 1]!)).toBeGreaterThan(0.9);
});

test("smooth gauge: the sign at the first R is that of electronicStates", () => {
  const { waveFunctions } = electronicStates(fine, found.ionPositions[0]!, 3);
  for (const [k, wave] of waveFunctions.entries())
    expect(dot(wave, found.waveFunctions[k]![0]!)).toBeGreaterThan(0);
});

test("second differences give the same surfaces, to h²", () => {
  const order = { from: -25, to: 25, points: 1600, order: 2 as const };
  const ionGrid = { from: -5, to: 5, points: 9 };
  const coarse = adiabaticStates({ ...model, electronGrid: order, ionGrid }, 3);
  for (const [g, R] of coarse.ionPositions.entries())
    for (const [k, energy] of electronicStates(model, R, 3).energies.entries())
      expect(Math.abs(coarse.energies[k]![g]! - energy)).toBeLessThan(2e-5);
});

test("coupled oscillators: E_m(X) = √k_x (m + ½) + (k_X − g²/k_x) X²/2", () => {
  const oscillators = { electronStiffness: 1.3, ionStiffness: 1, coupling: 0.5, ionMass: 20 };
  const { energies, ionPositions } = adiabaticStates(coupledOscillators(oscillators), 3);
  for (const [m, surface] of energies.entries())
    for (const [g, X] of ionPositions.entries()) {
      const exact = Math.sqrt(1.3) * (m + 0.5) + ((1 - 0.25 / 1.3) * X ** 2) / 2;
      expect(Math.abs(surface[g]! - exact)).toBeLessThan(1e-9);
    }
});

describe("refusals", () => {
  test("more states than grid points", () => {
    const message = "states must be a whole number from 1 to 63 (points of electronGrid), got 64";
    expect(() => adiabaticStates(model, 64)).toThrow(new RangeError(`adiabaticStates: ${message}`));
    expect(() => electronicStates(model, 0, 64)).toThrow(
      new RangeError(`electronicStates: ${message}`),
    );
  });
  test("an electron's grid too short", () => {
    const short = { ...model, electronGrid: { from: -12, to: 4, points: 40 } };
    expect(() => adiabaticStates(short, 1)).toThrow(
      /^adiabaticStates: state 0 at R = -?[\d.]+ bohr must have died away at -12 bohr, an end of electronGrid, but reaches it: too short a grid/,
    );
    expect(() => electronicStates(short, 0, 1)).toThrow(
      "electronicStates: state 0 must have died away at -12 bohr, an end of electronGrid",
    );
  });
});
