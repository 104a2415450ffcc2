import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type HydrogenIonState,
  hydrogenIonEnergy,
  spheroidalNumbers,
} from "../../src/quantum/hydrogenIon.js";
import { vibrationalLevels } from "../../src/quantum/vibrationalLevels.js";
import { dataFile, readDataTable } from "../../src/structures/dataTable.js";
import { PROTON_MASS } from "../../src/units/constants.js";
import { inverseCmFromHartree } from "../../src/units/convert.js";
import { expectClose } from "../support/closeTo.js";

const table = readDataTable("h2plus/h2plus_exact.csv");
const distances = table.R!;
const states = Object.keys(table).filter((name) => name !== "R") as HydrogenIonState[];
const ground = (distance: number): number => hydrogenIonEnergy({ distance, state: "1sSigmaG" });

test("the reference has 12 states at 13 distances from 0.3 to 20 bohr", () => {
  expect([states.length, distances.length, distances[0], distances.at(-1)]).toEqual([
    12, 13, 0.3, 20,
  ]);
});

test.each(states)("%s as in data/h2plus, from 0.3 to 20 bohr, to 10⁻¹¹ hartree", (state) => {
  for (const [i, distance] of distances.entries()) {
    const error = Math.abs(hydrogenIonEnergy({ distance, state }) - table[state]![i]!);
    expect(error, `${state} at ${distance}`).toBeLessThan(1e-11);
  }
});

describe("figures of the course", () => {
  test.each([
    [1, -0.4517863134],
    [2, -0.6026342145],
    [4, -0.5460848837],
  ])("1s sigma_g at R = %f: %f", (R, energy) => expect(ground(R)).toBeCloseTo(energy, 10));
  test("R = 2: −0.6026342144949", () => expect(ground(2)).toBeCloseTo(-0.6026342144949, 12));
  test("2p sigma_u at R = 2: −0.1675343922", () =>
    expect(hydrogenIonEnergy({ distance: 2, state: "2pSigmaU" })).toBeCloseTo(-0.1675343922, 10));
  test("the minimum: −0.602634619107 at 1.997193 bohr", () => {
    // Fernandez and Garcia, ChemistrySelect 6, 9527 (2021)
    expect(ground(1.997193)).toBeCloseTo(-0.602634619107, 12);
    const slope = (R: number): number => (ground(R + 1e-4) - ground(R - 1e-4)) / 2e-4;
    expect(slope(1.9971925)).toBeLessThan(0);
    expect(slope(1.9971935)).toBeGreaterThan(0);
  });
  test("the vibrational quantum 0 → 1: 2192.02 cm⁻¹, lowest level −0.597395905, as in data/h2plus", () => {
    const text = readFileSync(dataFile("h2plus/h2plus_exact.csv"), "utf8");
    const stated = /^# vibrational levels .*: (\S+), (\S+)$/m.exec(text)!.slice(1).map(Number);
    const { energies } = vibrationalLevels({
      curve: ground,
      reducedMass: PROTON_MASS / 2,
      count: 2,
      from: 0.6,
      to: 6,
      intervals: 800,
    });
    expect(energies[0]).toBeCloseTo(-0.597395905, 9);
    expectClose(energies, stated, 1e-10);
    expect(inverseCmFromHartree(energies[1]! - energies[0]!)).toBeCloseTo(2192.02, 2);
  });
});

describe("limits", () => {
  test("united atom: −2 + (8/3) R² for the ground state", () => {
    // next term −(16/3) R³: L. D. Landau and E. M. Lifshitz, Quantum Mechanics, § 78 for R²
    const R = 0.05;
    const change = ground(R) - 1 / R + 2;
    expect(change / ((8 / 3) * R ** 2)).toBeCloseTo(1 - 2 * R, 1);
  });
  test.each([
    ["1sSigmaG", 1],
    ["2pSigmaU", 2],
    ["2sSigmaG", 2],
    ["3dDeltaG", 3],
    ["4fPhiU", 4],
  ] as const)("united atom: %s becomes shell %i of He⁺, −2/n²", (state, n) => {
    const electronic = hydrogenIonEnergy({ distance: 0.05, state }) - 20;
    expect(Math.abs(electronic + 2 / n ** 2)).toBeLessThan(0.01);
  });
  test("far apart, an atom polarised by a proton: −1/2 − 9/(4 R⁴), for both lowest states", () => {
    for (const state of ["1sSigmaG", "2pSigmaU"] as const) {
      const binding = -0.5 - hydrogenIonEnergy({ distance: 50, state });
      expect(binding / (9 / (4 * 50 ** 4))).toBeCloseTo(1, 2);
    }
  });
  test("1s sigma_g binds, 2p sigma_u does not before its van der Waals dip near 12.5 bohr", () => {
    let before = Number.POSITIVE_INFINITY;
    for (let R = 0.5; R < 12.5; R += 0.5) {
      const energy = hydrogenIonEnergy({ distance: R, state: "2pSigmaU" });
      expect(energy).toBeLessThan(before);
      expect(energy).toBeGreaterThan(ground(R));
      before = energy;
    }
    expect(hydrogenIonEnergy({ distance: 12.5, state: "2pSigmaU" })).toBeLessThan(-0.5);
  });
});

test("nodes: n − l − 1 in ξ, l − m in η, m around the axis", () => {
  const nodes = (state: HydrogenIonState): number[] =>
    Object.values(spheroidalNumbers("test", { distance: 2, state }));
  expect(nodes("1sSigmaG")).toEqual([0, 0, 0]);
  expect(nodes("2pSigmaU")).toEqual([0, 1, 0]);
  expect(nodes("2pPiU")).toEqual([0, 0, 1]);
  expect(nodes("5dPiG")).toEqual([2, 1, 1]);
  expect(nodes("6hPhiU")).toEqual([0, 2, 3]);
});

test("every state up to shell 6 is found at both ends of the distances, above He⁺ and below H(n = 6)", () => {
  const letters = ["s", "p", "d", "f", "g", "h"] as const;
  const around = ["Sigma", "Pi", "Delta", "Phi"] as const;
  for (const distance of [0.05, 50])
    for (let n = 1; n <= 6; n++)
      for (let l = 0; l < n; l++)
        for (let m = 0; m <= Math.min(l, 3); m++) {
          const state = `${n}${letters[l]!}${around[m]!}${l % 2 === 0 ? "G" : "U"}` as const;
          const electronic = hydrogenIonEnergy({ distance, state }) - 1 / distance;
          expect(electronic).toBeLessThan(-1 / 72);
          expect(electronic).toBeGreaterThan(-2);
        }
});

describe("refusals", () => {
  test.each([
    [0, "distance must be a positive number of bohr, got 0"],
    [-1, "distance must be a positive number of bohr, got -1"],
    [Number.NaN, "distance must be a positive number of bohr, got NaN"],
    [0.01, "distance must be from 0.05 to 50 bohr, got 0.01"],
    [51, "distance must be from 0.05 to 50 bohr, got 51"],
  ])("a distance of %f", (distance, message) => {
    expect(() => ground(distance)).toThrow(new RangeError(`hydrogenIonEnergy: ${message}`));
  });
  test.each([
    "2pSigmaG",
    "1pSigmaU",
    "2sPiG",
    "7sSigmaG",
    "3sigma",
    "0sSigmaG",
    "",
  ])('the state "%s", which does not exist', (state) => {
    expect(() => hydrogenIonEnergy({ distance: 2, state: state as HydrogenIonState })).toThrow(
      new RangeError(
        'hydrogenIonEnergy: state must be like "1sSigmaG", with shell 1 to 6, l below the shell, ' +
          `Sigma to Phi up to l, G for even l (s d g) and U for odd (p f h), got "${state}"`,
      ),
    );
  });
});
