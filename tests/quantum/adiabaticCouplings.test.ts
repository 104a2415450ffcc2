import { describe, expect, test } from "vitest";
import {
  couplingsByDifference,
  couplingsByForce,
  diagonalCorrections,
  stateDerivatives,
  surfaceSlopes,
} from "../../src/quantum/adiabaticCouplings.js";
import { adiabaticStates, electronicStates } from "../../src/quantum/adiabaticStates.js";
import { coupledOscillators } from "../../src/quantum/coupledOscillators.js";
import { axesOf } from "../../src/quantum/electronIon.js";
import { SHIN_METIU, shinMetiu } from "../../src/quantum/shinMetiu.js";
import { readDataTable } from "../../src/structures/dataTable.js";

const table = readDataTable("shin-metiu/surfaces.csv");
const model = shinMetiu(SHIN_METIU);

describe("Shin and Metiu's model at the positions of data/shin-metiu", () => {
  // Grids of one inner point each: exactly at the R of the table.
  const at = (R: number) => ({ ...model, ionGrid: { from: R - 0.3, to: R + 0.3, points: 3 } });

  test.each(Array.from(table.R!, (R, row) => [R, row]))("R = %d", (R, row) => {
    const here = at(R);
    const states = adiabaticStates(here, 3);
    const byDifference = couplingsByDifference(here, states);
    const byForce = couplingsByForce(here, states);
    expect(states.ionPositions[1]).toBeCloseTo(R, 12);
    expect(surfaceSlopes(here, states)[0]![1]).toBeCloseTo(table.slope0![row]!, 8);
    expect(Math.abs(byForce[0]![1]![1]!)).toBeCloseTo(table.coupling01![row]!, 8);
    expect(Math.abs(byDifference[0]![1]![1]!)).toBeCloseTo(table.coupling01![row]!, 6);
    const change = 2 * model.ionMass * diagonalCorrections(here, states)[0]![1]!;
    expect(Math.abs(change / table.change0![row]! - 1)).toBeLessThan(1e-6);
  });
});

describe("along R", () => {
  const fine = { ...model, ionGrid: { from: -9, to: 9, points: 179 } };
  const states = adiabaticStates(fine, 3);
  const byDifference = couplingsByDifference(fine, states);
  const byForce = couplingsByForce(fine, states);

  test("difference and Hellmann-Feynman formula agree, signs included, to 5·10⁻⁷ / bohr", () => {
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++)
        for (const [g, coupling] of byForce[i]![j]!.entries())
          expect(Math.abs(byDifference[i]![j]![g]! - coupling)).toBeLessThan(5e-7);
  });
  test("d_ji = −d_ij and d_ii = 0", () => {
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++)
        for (let g = 0; g < 179; g += 5) {
          expect(byForce[i]![j]![g]! + byForce[j]![i]![g]!).toBeCloseTo(0, 12);
          expect(byDifference[i]![j]![g]! + byDifference[j]![i]![g]!).toBeCloseTo(0, 6);
          if (i === j) expect(byDifference[i]![i]![g]).toBeCloseTo(0, 7);
        }
  });
  test("d_01 is largest where the surfaces come close, 2.25 near R = −1.92", () => {
    const size = byForce[0]![1]!.map(Math.abs);
    const peak = size.indexOf(Math.max(...size));
    expect(Math.abs(states.ionPositions[peak]! + 1.9185)).toBeLessThan(0.1);
    expect(size[peak]).toBeGreaterThan(2.1);
  });
  test("no sign is lost on the way: neighbouring couplings have one sign around the peak", () => {
    for (const [g, R] of states.ionPositions.entries())
      if (Math.abs(R + 1.9) < 1)
        expect(byForce[0]![1]![g]! * byForce[0]![1]![g + 1]!).toBeGreaterThan(0);
  });
  test("Hellmann and Feynman: the slope is the derivative of the surface", () => {
    const slopes = surfaceSlopes(fine, states);
    for (const g of [30, 70, 110, 150]) {
      const R = states.ionPositions[g]!;
      const above = electronicStates(fine, R + 1e-3, 3).energies;
      const below = electronicStates(fine, R - 1e-3, 3).energies;
      for (let k = 0; k < 3; k++) {
        const difference = (above[k]! - below[k]!) / 2e-3;
        expect(Math.abs(slopes[k]![g]! - difference)).toBeLessThan(2e-6);
      }
    }
  });
  test("corrections are never negative, and contain |d_01|²", () => {
    const corrections = diagonalCorrections(fine, states);
    for (const [k, correction] of corrections.entries())
      for (const [g, energy] of correction.entries()) {
        expect(energy).toBeGreaterThan(0);
        const between = k < 2 ? byForce[0]![1]![g]! ** 2 / (2 * fine.ionMass) : 0;
        expect(energy).toBeGreaterThan(0.999999 * between);
      }
  });
});

describe("coupled oscillators, k_x = k_X = 1, g = ½, M = 20, by formula", () => {
  const oscillators = { electronStiffness: 1, ionStiffness: 1, coupling: 0.5, ionMass: 20 };
  const harmonic = coupledOscillators(oscillators);
  const states = adiabaticStates(harmonic, 4);

  test("|d_m,m+1| = (g/k_x) √((m + 1) ω/2) at every X, all others 0", () => {
    const couplings = couplingsByForce(harmonic, states);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) {
        const exact = Math.abs(i - j) === 1 ? 0.5 * Math.sqrt(Math.max(i, j) / 2) : 0;
        for (const coupling of couplings[i]![j]!)
          expect(Math.abs(Math.abs(coupling) - exact)).toBeLessThan(1e-9);
      }
  });
  test("the correction is (g/k_x)² ω (m + ½) / 2M at every X, to 10⁻⁶ of it", () => {
    for (const [m, correction] of diagonalCorrections(harmonic, states).entries())
      for (const energy of correction) expect(energy / ((0.25 * (m + 0.5)) / 40)).toBeCloseTo(1, 6);
  });
  test("the slope of every surface is (k_X − g²/k_x) X", () => {
    for (const slopes of surfaceSlopes(harmonic, states))
      for (const [g, X] of states.ionPositions.entries())
        expect(Math.abs(slopes[g]! - 0.75 * X)).toBeLessThan(1e-9);
  });
  test("dΦ/dX is (g/k_x) times dΦ/dx: the electron follows", () => {
    const derivatives = stateDerivatives(harmonic, states);
    const { points } = axesOf(harmonic).electron;
    const X = states.ionPositions[10]!;
    const centre = -0.5 * X;
    const sign = Math.sign(states.waveFunctions[0]![10]!.reduce((a, b) => a + b));
    for (const [i, x] of points.entries()) {
      const gauss = Math.PI ** -0.25 * Math.exp(-((x - centre) ** 2) / 2);
      const exact = -0.5 * (x - centre) * gauss * sign;
      expect(Math.abs(derivatives[0]![10]![i]! - exact)).toBeLessThan(1e-6);
    }
  });
});
