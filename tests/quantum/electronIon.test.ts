import { describe, expect, test } from "vitest";
import { coupledOscillators } from "../../src/quantum/coupledOscillators.js";
import {
  axesOf,
  axisStates,
  type ElectronIonModel,
  kineticEnergies,
  potentialOnGrid,
} from "../../src/quantum/electronIon.js";
import { exactLevels } from "../../src/quantum/exactLevels.js";
import { expectClose } from "../support/closeTo.js";

const oscillators = { electronStiffness: 1, ionStiffness: 1, coupling: 0.5, ionMass: 10 };
const model = coupledOscillators(oscillators);
const { ion, electron } = axesOf(model);

test("kinetic energies of a product of two Gauss functions: ω/4 each", () => {
  const psi = Float64Array.from({ length: ion.points.length * electron.points.length }, (_, k) => {
    const X = ion.points[Math.floor(k / electron.points.length)]!;
    const x = electron.points[k % electron.points.length]!;
    return Math.exp(-(0.9 * x * x) / 2 - (10 * 0.3 * X * X) / 2);
  });
  const kinetic = kineticEnergies(model, psi);
  expect(kinetic.electron).toBeCloseTo(0.9 / 4, 9);
  expect(kinetic.ion).toBeCloseTo(0.3 / 4, 9);
});

test("the virial theorem: kinetic energies are half of an oscillator's level", () => {
  const { energies, waveFunctions } = exactLevels(model, 3);
  for (const [s, wave] of waveFunctions.entries()) {
    const kinetic = kineticEnergies(model, wave);
    expect(kinetic.ion + kinetic.electron).toBeCloseTo(energies[s]! / 2, 8);
  }
});

describe("axisStates", () => {
  const well = electron.points.map((x) => x ** 2 / 2);
  test("sinc functions and second differences give an oscillator's levels, ∫ φ² dx = 1", () => {
    const fine = axesOf({ ...model, electronGrid: { from: -9, to: 9, points: 799, order: 2 } });
    const onFine = fine.electron.points.map((x) => x ** 2 / 2);
    for (const [axis, potential, tolerance] of [
      [electron, well, 1e-10],
      [fine.electron, onFine, 1e-3],
    ] as const) {
      const { values, vectors } = axisStates(axis, potential, 3);
      expectClose(values, [0.5, 1.5, 2.5], tolerance);
      for (const vector of vectors)
        expect(vector.reduce((sum, entry) => sum + entry ** 2 * axis.spacing, 0)).toBeCloseTo(
          1,
          12,
        );
    }
  });
  test("guesses, right or wrong, change nothing", () => {
    const fine = axesOf({ ...model, electronGrid: { from: -9, to: 9, points: 199, order: 2 } });
    const potential = fine.electron.points.map((x) => x ** 2 / 2);
    const plain = axisStates(fine.electron, potential, 4);
    for (const guesses of [plain.vectors, [...plain.vectors].reverse()]) {
      const guessed = axisStates(fine.electron, potential, 4, guesses);
      expectClose(guessed.values, plain.values, 1e-12);
      for (const [s, vector] of guessed.vectors.entries())
        expectClose(vector, plain.vectors[s]!, 1e-8);
    }
  });
});

test("potentialOnGrid holds V(r, R) with the ion's index first", () => {
  const table = potentialOnGrid(model);
  const [g, i] = [3, 7];
  expect(table[g * electron.points.length + i]).toBe(
    model.potential(electron.points[i]!, ion.points[g]!),
  );
});

describe("refusals", () => {
  test.each<[string, Partial<ElectronIonModel>, string]>([
    [
      "a mass of zero",
      { ionMass: 0 },
      "electron-ion model: ionMass must be a positive number of electron masses, got 0",
    ],
    [
      "a grid without width",
      { ionGrid: { from: 1, to: 1, points: 10 } },
      "gridBetween: from must be below to, got 1 and 1",
    ],
    [
      "a potential that is not finite",
      { potential: () => Number.NaN, ionGrid: { from: -1, to: 1, points: 3 } },
      "electron-ion model: potential must be a finite number of hartree at " +
        `r = ${electron.points[0]}, R = -0.5 bohr, got NaN`,
    ],
    [
      "an ion's grid too short",
      { ionGrid: { from: -1, to: 9, points: 60 } },
      "exactLevels: level 0 must have died away at -1 bohr, an end of ionGrid, but reaches it: " +
        "too short a grid, too light a particle, or too high a level",
    ],
    [
      "an electron's grid too short",
      { electronGrid: { from: -9, to: 2, points: 40 } },
      "exactLevels: level 0 must have died away at 2 bohr, an end of electronGrid, but reaches " +
        "it: too short a grid, too light a particle, or too high a level",
    ],
  ])("%s", (_name, change, message) => {
    expect(() => exactLevels({ ...model, ...change }, 2)).toThrow(new RangeError(message));
  });
  test("more states than grid points", () => {
    const small = { from: -1, to: 1, points: 4 };
    expect(() => exactLevels({ ...model, ionGrid: small, electronGrid: small }, 17)).toThrow(
      new RangeError(
        "exactLevels: states must be a whole number from 1 to 16 (points of both grids), got 17",
      ),
    );
  });
});
