import { describe, expect, test } from "vitest";
import { dot } from "../../src/numerics/vectors.js";
import { diagonalCorrections } from "../../src/quantum/adiabaticCouplings.js";
import { adiabaticStates } from "../../src/quantum/adiabaticStates.js";
import { bornHuangLevels, surfaceLevels } from "../../src/quantum/bornHuang.js";
import {
  coupledOscillatorLevels,
  coupledOscillators,
} from "../../src/quantum/coupledOscillators.js";
import { axesOf, type ElectronIonModel } from "../../src/quantum/electronIon.js";
import { exactLevels } from "../../src/quantum/exactLevels.js";
import { SHIN_METIU, shinMetiu } from "../../src/quantum/shinMetiu.js";
import { expectClose } from "../support/closeTo.js";

const oscillators = { electronStiffness: 1, ionStiffness: 1, coupling: 0.5, ionMass: 10 };
const harmonic = coupledOscillators(oscillators);
const light = shinMetiu({ ...SHIN_METIU, ionMass: 100 });

describe("truncated Born-Huang is variational", () => {
  const exact = exactLevels(light, 5).energies;
  const truncated = [1, 2, 3, 4, 6, 8].map(
    (surfaces) => bornHuangLevels(light, { states: 5, surfaces }).energies,
  );
  test("no level lies below that of the whole grid, and none rises with a further surface", () => {
    for (const [i, energies] of truncated.entries())
      for (const [s, energy] of energies.entries()) {
        expect(energy - exact[s]!).toBeGreaterThan(0);
        if (i > 0) expect(energy - truncated[i - 1]![s]!).toBeLessThan(1e-12);
      }
  });
});

test.each([
  100, 1836.15,
])("mass %d: sixteen surfaces and two-dimensional Lanczos agree to 10⁻¹⁰ hartree", (ionMass) => {
  const model = shinMetiu({ ...SHIN_METIU, ionMass });
  const expanded = bornHuangLevels(model, { states: 5, surfaces: 16 });
  const direct = exactLevels(model, 5);
  expectClose(expanded.energies, direct.energies, 1e-10);
  for (const [s, wave] of expanded.waveFunctions.entries()) {
    const { ion, electron } = axesOf(model);
    const overlap = dot(wave, direct.waveFunctions[s]!) * ion.spacing * electron.spacing;
    expect(Math.abs(overlap)).toBeCloseTo(1, 8);
  }
});

test("all states of the electron give the whole grid: second differences, 12 x 15 points", () => {
  const small: ElectronIonModel = {
    ...harmonic,
    electronGrid: { from: -8, to: 8, points: 15, order: 2 },
    ionGrid: { from: -4, to: 4, points: 12, order: 4 },
  };
  expectClose(
    bornHuangLevels(small, { states: 8, surfaces: 15 }).energies,
    exactLevels(small, 8).energies,
    1e-12,
  );
});

test("coupled oscillators: fifteen surfaces give the formula's levels to 10⁻¹⁰ hartree", () => {
  expectClose(
    bornHuangLevels(harmonic, { states: 10, surfaces: 15 }).energies,
    coupledOscillatorLevels(oscillators, { states: 10, approximation: "exact" }),
    1e-10,
  );
});

test("one surface is the surface with its diagonal correction", () => {
  const states = adiabaticStates(harmonic, 1);
  const correction = diagonalCorrections(harmonic, states)[0]!;
  const surface = states.energies[0]!.map((energy, g) => energy + correction[g]!);
  const corrected = surfaceLevels(harmonic, surface, 4).energies;
  expectClose(bornHuangLevels(harmonic, { states: 4, surfaces: 1 }).energies, corrected, 1e-8);
  expectClose(
    corrected,
    coupledOscillatorLevels(oscillators, { states: 4, approximation: "adiabatic" }),
    1e-8,
  );
});

describe("populations, amplitudes, wave functions", () => {
  const levels = bornHuangLevels(light, { states: 3, surfaces: 4 });
  const { ion, electron } = axesOf(light);
  test("populations are ∫ χ_k² dR and add up to 1; nearly all is on the lowest surface", () => {
    for (const [s, shares] of levels.populations.entries()) {
      expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      expect(shares[0]).toBeGreaterThan(0.999);
      for (const [k, share] of shares.entries()) {
        const chi = levels.amplitudes[s]![k]!;
        expect(share).toBeCloseTo(ion.spacing * dot(chi, chi), 12);
      }
    }
  });
  test("∬ Ψ² dr dR = 1, and ∫ Ψ Φ_k dr is χ_k", () => {
    const states = adiabaticStates(light, 2);
    const p = electron.points.length;
    for (const [s, wave] of levels.waveFunctions.entries()) {
      expect(dot(wave, wave) * ion.spacing * electron.spacing).toBeCloseTo(1, 10);
      for (const g of [5, 20, 30]) {
        const row = wave.subarray(g * p, (g + 1) * p);
        const chi = electron.spacing * dot(row, states.waveFunctions[1]![g]!);
        expect(chi).toBeCloseTo(levels.amplitudes[s]![1]![g]!, 10);
      }
    }
  });
});

describe("surfaceLevels", () => {
  test("an oscillator's levels Ω (n + ½), ∫ χ² dR = 1", () => {
    const { ion } = axesOf(harmonic);
    const surface = ion.points.map((X) => (0.75 * X ** 2) / 2);
    const { energies, waveFunctions } = surfaceLevels(harmonic, surface, 4);
    const frequency = Math.sqrt(0.75 / 10);
    expectClose(
      energies,
      [0, 1, 2, 3].map((n) => frequency * (n + 0.5)),
      1e-10,
    );
    for (const chi of waveFunctions) expect(ion.spacing * dot(chi, chi)).toBeCloseTo(1, 12);
  });
  test.each([
    [[0, 0], 1, "surface must have one energy for each of the 46 points of ionGrid, got 2"],
    [
      new Array(46).fill(0),
      47,
      "states must be a whole number from 1 to 46 (points of ionGrid), got 47",
    ],
    [
      new Array(46).fill(0),
      1,
      "level 0 must have died away at -5.127444076754809 bohr, an end of ionGrid, but reaches it: too short a grid, too light a particle, or too high a level",
    ],
  ])("refuses %o, %d states", (surface, states, message) => {
    expect(() => surfaceLevels(harmonic, Float64Array.from(surface), states)).toThrow(
      new RangeError(`surfaceLevels: ${message}`),
    );
  });
});

describe("refusals of bornHuangLevels", () => {
  test.each([
    [
      1,
      0,
      "adiabaticStates: states must be a whole number from 1 to 63 (points of electronGrid), got 0",
    ],
    [
      0,
      2,
      "bornHuangLevels: states must be a whole number from 1 to 84 (points of ionGrid times surfaces), got 0",
    ],
    [
      85,
      2,
      "bornHuangLevels: states must be a whole number from 1 to 84 (points of ionGrid times surfaces), got 85",
    ],
  ])("%d states on %d surfaces", (states, surfaces, message) => {
    expect(() => bornHuangLevels(light, { states, surfaces })).toThrow(new RangeError(message));
  });
  test("an ion's grid too short", () => {
    const short = { ...light, ionGrid: { from: 2, to: 9, points: 20 } };
    expect(() => bornHuangLevels(short, { states: 1, surfaces: 2 })).toThrow(
      "bornHuangLevels: level 0 must have died away at 2 bohr, an end of ionGrid, but reaches it",
    );
  });
});
