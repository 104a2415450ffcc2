import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cubicSpline } from "../../src/numerics/cubicSpline.js";
import { HYDROGEN_ATOM_ENERGY, loadHydrogenCurve } from "../../src/quantum/hydrogenCurve.js";
import { dataFile } from "../../src/structures/dataTable.js";

const h2 = loadHydrogenCurve();
const at = (column: Float64Array, R: number): number => column[h2.distances.indexOf(R)]!;

test("107 distances from 0.4 to 10 bohr, ascending", () => {
  expect([h2.distances.length, h2.distances[0], h2.distances.at(-1)]).toEqual([107, 0.4, 10]);
  for (const [i, R] of h2.distances.entries())
    if (i > 0) expect(R).toBeGreaterThan(h2.distances[i - 1]!);
});

test("R = 1.4: RHF −1.1334590, FCI −1.1737958", () => {
  expect(at(h2.rhf, 1.4)).toBeCloseTo(-1.133459, 7);
  expect(at(h2.fci, 1.4)).toBeCloseTo(-1.1737958, 7);
});

test("the minimum: R = 1.4019, E = −1.1737965", () => {
  const { value, slope } = cubicSpline(h2.distances, h2.fci);
  let [low, high] = [1.3, 1.5];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  expect(low).toBeCloseTo(1.4019, 4);
  expect(value(low)).toBeCloseTo(-1.1737965, 7);
});

test("RHF and UHF are one up to 2.30 bohr and part before 2.35 bohr", () => {
  for (const [i, R] of h2.distances.entries()) {
    const split = h2.rhf[i]! - h2.uhf[i]!;
    if (R <= 2.3) expect(Math.abs(split)).toBeLessThan(2e-9);
    else expect(split).toBeGreaterThan(1e-4);
  }
});

test("at every distance FCI is lowest and RHF not below UHF: both are variational", () => {
  for (let i = 0; i < h2.distances.length; i++) {
    expect(h2.fci[i]!).toBeLessThan(h2.uhf[i]!);
    expect(h2.uhf[i]!).toBeLessThan(h2.rhf[i]! + 2e-9);
    expect(h2.fci[i]!).toBeLessThan(h2.triplet[i]!);
    expect(h2.triplet[i]!).toBeLessThan(h2.excitedSinglet[i]!);
  }
});

test("at 1.4 bohr the exact energy, −1.17447571422, is 0.68 millihartree lower", () => {
  // K. Pachucki, Phys. Rev. A 82, 032509 (2010), table IV
  expect(1000 * (at(h2.fci, 1.4) + 1.17447571422)).toBeCloseTo(0.68, 3);
});

test("the triplet does not bind: it falls all the way", () => {
  for (let i = 1; i < h2.distances.length; i++)
    if (h2.distances[i]! <= 7.75) expect(h2.triplet[i]!).toBeLessThan(h2.triplet[i - 1]!);
});

test("the atom's energy is the one in the table's remark, and two of them are the far end of UHF", () => {
  const text = readFileSync(dataFile("h2/h2_curve_ccpvqz.csv"), "utf8");
  const remark = /^# one hydrogen atom in this basis: (\S+)$/m.exec(text)!;
  expect(HYDROGEN_ATOM_ENERGY).toBe(Number(remark[1]));
  expect(at(h2.uhf, 10) - 2 * HYDROGEN_ATOM_ENERGY).toBeCloseTo(0, 6);
});
