import { expect, test } from "vitest";
import { dot } from "../../src/numerics/vectors.js";
import {
  coupledOscillatorLevels,
  coupledOscillators,
} from "../../src/quantum/coupledOscillators.js";
import { axesOf, kineticEnergies } from "../../src/quantum/electronIon.js";
import { exactLevels } from "../../src/quantum/exactLevels.js";
import { SHIN_METIU, shinMetiu } from "../../src/quantum/shinMetiu.js";
import { readDataTable } from "../../src/structures/dataTable.js";
import { expectClose } from "../support/closeTo.js";

const table = readDataTable("shin-metiu/levels.csv");

test.each([
  100, 1836.15,
])("the exact levels and kinetic energies of data/shin-metiu, mass %d", (ionMass) => {
  const model = shinMetiu({ ...SHIN_METIU, ionMass });
  const rows = [...table.ionMass!.keys()].filter((row) => table.ionMass![row] === ionMass);
  const { energies, waveFunctions } = exactLevels(model, 5);
  expectClose(
    energies,
    rows.map((row) => table.exact![row]!),
    1e-10,
  );
  for (const [level, wave] of waveFunctions.entries()) {
    const { ion, electron } = kineticEnergies(model, wave);
    expect(ion).toBeCloseTo(table.ionKinetic![rows[level]!]!, 9);
    expect(electron).toBeCloseTo(table.electronKinetic![rows[level]!]!, 9);
  }
});

test("the ground state of coupled oscillators is a Gauss function; ∬ Ψ² = 1 and orthogonal", () => {
  const oscillators = { electronStiffness: 1, ionStiffness: 1, coupling: 0.5, ionMass: 1 };
  const model = coupledOscillators(oscillators);
  const { waveFunctions, ionPositions, electronPositions } = exactLevels(model, 3);
  const { ion, electron } = axesOf(model);
  for (const [a, v] of waveFunctions.entries())
    for (const [b, w] of waveFunctions.entries())
      expect(dot(v, w) * ion.spacing * electron.spacing).toBeCloseTo(a === b ? 1 : 0, 10);
  // Equal masses: (x ± X)/√2 swing with ω² = 1 ± ½.
  const [up, down] = [Math.sqrt(1.5), Math.sqrt(0.5)];
  const height = Math.sqrt(Math.sqrt(up * down) / Math.PI);
  const sign = Math.sign(waveFunctions[0]!.reduce((sum, entry) => sum + entry, 0));
  for (const [k, psi] of waveFunctions[0]!.entries()) {
    const x = electronPositions[k % electronPositions.length]!;
    const X = ionPositions[Math.floor(k / electronPositions.length)]!;
    const exponent = (up * (x + X) ** 2 + down * (x - X) ** 2) / 4;
    expect(Math.abs(sign * psi - height * Math.exp(-exponent))).toBeLessThan(1e-8);
  }
});

test("the error of second differences falls as h²", () => {
  const oscillators = { electronStiffness: 1, ionStiffness: 1, coupling: 0.5, ionMass: 1 };
  const exact = coupledOscillatorLevels(oscillators, { states: 1, approximation: "exact" })[0]!;
  const error = (points: number): number => {
    const grid = { from: -7, to: 7, points, order: 2 as const };
    const model = { ...coupledOscillators(oscillators), electronGrid: grid, ionGrid: grid };
    return exact - exactLevels(model, 1).energies[0]!;
  };
  expect(Math.log2(error(27) / error(55))).toBeCloseTo(2, 1);
});
