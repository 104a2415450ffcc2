import { describe, expect, test } from "vitest";
import {
  type CoupledOscillators,
  coupledOscillatorLevels,
  coupledOscillators,
} from "../../src/quantum/coupledOscillators.js";
import { exactLevels } from "../../src/quantum/exactLevels.js";
import { PROTON_MASS } from "../../src/units/constants.js";
import { expectClose } from "../support/closeTo.js";

const light: CoupledOscillators = {
  electronStiffness: 1,
  ionStiffness: 1,
  coupling: 0.5,
  ionMass: 1,
};
const heavy = { ...light, ionMass: PROTON_MASS };
const levels = (
  oscillators: CoupledOscillators,
  approximation: "bornOppenheimer" | "adiabatic" | "exact",
  states = 12,
): Float64Array => coupledOscillatorLevels(oscillators, { states, approximation });

test("the course's table: exact and Born-Oppenheimer, mass 1 and 1836.15", () => {
  expect(levels(light, "exact")[0]).toBeCloseTo(0.9659258263, 10);
  expect(levels(light, "bornOppenheimer")[0]).toBeCloseTo(0.9330127019, 10);
  expect(levels(heavy, "exact")[0]).toBeCloseTo(0.5101385941, 10);
  expect(levels(heavy, "bornOppenheimer")[0]).toBeCloseTo(0.5101052309, 10);
});

test("the first excited level at mass 1: Born-Oppenheimer 1.7990381, above the exact 1.6730326", () => {
  expect(levels(light, "bornOppenheimer")[1]).toBeCloseTo(1.7990381, 7);
  expect(levels(light, "exact")[1]).toBeCloseTo(1.6730326, 7);
});

test("with no coupling the surfaces together are the exact √k_x (m + ½) + √(k_X/M) (n + ½)", () => {
  const free = { electronStiffness: 4, ionStiffness: 0.5, coupling: 0, ionMass: 2 };
  for (const approximation of ["bornOppenheimer", "adiabatic"] as const) {
    const surfaces = [0, 1].flatMap((surface) =>
      Array.from(coupledOscillatorLevels(free, { states: 6, approximation, surface })),
    );
    expect(surfaces[0]).toBeCloseTo(1.25, 14);
    surfaces.sort((a, b) => a - b);
    expectClose(levels(free, "exact", 6), surfaces.slice(0, 6), 1e-14);
  }
});

test.each([
  light,
  { ...light, coupling: -0.9, ionMass: 30 },
  heavy,
])("ground state: Born-Oppenheimer ≤ exact ≤ adiabatic, and adiabatic stays above level by level, %o", (oscillators) => {
  const exact = levels(oscillators, "exact");
  expect(levels(oscillators, "bornOppenheimer")[0]).toBeLessThan(exact[0]!);
  const adiabatic = levels(oscillators, "adiabatic");
  for (const [i, energy] of exact.entries()) expect(adiabatic[i]).toBeGreaterThan(energy);
});

test("the error of Born and Oppenheimer falls as 1/M, what the correction leaves as M^(−3/2)", () => {
  const error = (ionMass: number, approximation: "bornOppenheimer" | "adiabatic"): number =>
    Math.abs(
      levels({ ...light, ionMass }, approximation)[0]! - levels({ ...light, ionMass }, "exact")[0]!,
    );
  const slope = (approximation: "bornOppenheimer" | "adiabatic"): number =>
    Math.log10(error(1e6, approximation) / error(1e5, approximation));
  expect(slope("bornOppenheimer")).toBeCloseTo(-1, 2);
  expect(slope("adiabatic")).toBeCloseTo(-1.5, 1);
});

describe("the model on a grid", () => {
  test.each([1, 10, PROTON_MASS])("mass %d: the ten lowest levels to 10⁻⁹ hartree", (ionMass) => {
    const oscillators = { ...light, ionMass };
    const onGrid = exactLevels(coupledOscillators(oscillators), 10).energies;
    expectClose(onGrid, levels(oscillators, "exact", 10), 1e-9);
  });
  test("ionSlope is ∂V/∂X", () => {
    const { potential, ionSlope } = coupledOscillators({ ...light, ionStiffness: 0.7 });
    const difference = (potential(0.3, 1.2 + 1e-5) - potential(0.3, 1.2 - 1e-5)) / 2e-5;
    expect(ionSlope(0.3, 1.2)).toBeCloseTo(difference, 9);
  });
});

describe("refusals", () => {
  test.each<[Partial<CoupledOscillators>, string]>([
    [{ ionMass: 0 }, "ionMass must be a positive number of electron masses, got 0"],
    [
      { electronStiffness: -1 },
      "electronStiffness must be a positive number of hartree/bohr², got -1",
    ],
    [{ ionStiffness: 0 }, "ionStiffness must be a positive number of hartree/bohr², got 0"],
    [
      { coupling: -1 },
      "coupling must be smaller in size than √(k_x k_X) = 1 hartree/bohr², got -1",
    ],
  ])("%o", (change, message) => {
    expect(() => levels({ ...light, ...change }, "exact")).toThrow(
      new RangeError(`coupledOscillators: ${message}`),
    );
    expect(() => coupledOscillators({ ...light, ...change })).toThrow(
      new RangeError(`coupledOscillators: ${message}`),
    );
  });
  test("a surface that is no number of quanta", () => {
    expect(() =>
      coupledOscillatorLevels(light, { states: 1, approximation: "adiabatic", surface: -1 }),
    ).toThrow(
      new RangeError("coupledOscillatorLevels: surface must be a whole number from 0, got -1"),
    );
  });
  test("no states, and an unknown approximation", () => {
    expect(() => levels(light, "exact", 0)).toThrow(
      new RangeError("coupledOscillatorLevels: states must be a whole number from 1, got 0"),
    );
    expect(() => levels(light, "hartree" as "exact")).toThrow(
      new RangeError(
        'coupledOscillatorLevels: approximation must be "bornOppenheimer", "adiabatic" or ' +
          '"exact", got "hartree"',
      ),
    );
  });
});
