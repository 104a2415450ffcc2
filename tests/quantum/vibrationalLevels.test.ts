import { describe, expect, test } from "vitest";
import { cubicSpline } from "../../src/numerics/cubicSpline.js";
import { morse } from "../../src/potentials/morse.js";
import { loadHydrogenCurve } from "../../src/quantum/hydrogenCurve.js";
import { type Vibration, vibrationalLevels } from "../../src/quantum/vibrationalLevels.js";
import { DEUTERON_MASS, PROTON_MASS } from "../../src/units/constants.js";
import { inverseCmFromHartree } from "../../src/units/convert.js";

const { distances, fci } = loadHydrogenCurve();
const curve = cubicSpline(distances, fci).value;
const MINIMUM = -1.17379647;
const h2: Vibration = { curve, reducedMass: PROTON_MASS / 2, count: 2, from: 0.4, to: 10 };

describe("H₂ and D₂ on the curve of data/h2, nuclear masses, to 0.2 cm⁻¹", () => {
  test.each([
    ["H₂", PROTON_MASS, 2179.9, 4163.2],
    ["D₂", DEUTERON_MASS, 1546.5, 2994.1],
    ["H₂ with atomic masses", PROTON_MASS + 1, undefined, 4162.15],
  ])("%s", (_name, mass, zeroPoint, fundamental) => {
    const { energies } = vibrationalLevels({ ...h2, reducedMass: mass / 2 });
    const [ground, first] = [...energies].map((e) => inverseCmFromHartree(e - MINIMUM));
    if (zeroPoint !== undefined) expect(Math.abs(ground! - zeroPoint)).toBeLessThan(0.2);
    expect(Math.abs(first! - ground! - fundamental)).toBeLessThan(0.2);
  });
});

describe("a Morse well, D .1745, a 1.02, half a proton", () => {
  const [D, a, mu] = [0.1745, 1.02, PROTON_MASS / 2];
  const well = morse({ wellDepth: D, bondLength: 1.4, stiffness: a });
  const frequency = a * Math.sqrt((2 * D) / mu);
  const exact = (v: number): number =>
    -D + frequency * (v + 0.5) - (frequency * (v + 0.5)) ** 2 / (4 * D);

  test("0.009801942, 0.028555896, 0.046176610 above the minimum, to 10⁻⁹ hartree", () => {
    const { energies } = vibrationalLevels({
      curve: well.energy,
      reducedMass: mu,
      count: 3,
      from: 0,
      to: 10,
    });
    const known = [0.009801942, 0.028555896, 0.04617661];
    for (const [v, level] of known.entries()) {
      expect(Math.abs(energies[v]! + D - level)).toBeLessThan(1e-9);
      expect(Math.abs(energies[v]! - exact(v))).toBeLessThan(1e-9);
    }
  });

  const wide = { curve: well.energy, reducedMass: mu, from: 0, to: 400, intervals: 20_000 };
  test("18 levels are bound, each where the formula says; a 19th is refused", () => {
    const { energies } = vibrationalLevels({ ...wide, count: 18 });
    expect(energies[17]).toBeLessThan(0);
    for (const [v, energy] of energies.entries())
      expect(Math.abs(energy - exact(v))).toBeLessThan(1e-6);
    expect(() => vibrationalLevels({ ...wide, count: 19 })).toThrow(
      new RangeError(
        "vibrationalLevels: level 18 must have died away at the outer end, 400 bohr, but reaches " +
          "it: the grid is too short, or the curve binds fewer levels",
      ),
    );
  }, 20_000);

  test("the error falls as h⁴", () => {
    const error = (intervals: number): number => {
      const short = { curve: well.energy, reducedMass: mu, count: 2, from: 0, to: 10 };
      return Math.abs(vibrationalLevels({ ...short, intervals }).energies[1]! - exact(1));
    };
    expect(Math.log2(error(200) / error(400))).toBeCloseTo(4, 1);
  });
});

describe("wave functions", () => {
  const { waveFunctions, distances: grid } = vibrationalLevels({ ...h2, count: 4 });
  const h = grid[1]! - grid[0]!;
  const integral = (v: number, w: number): number =>
    waveFunctions[v]!.reduce((sum, chi, i) => sum + chi * waveFunctions[w]![i]! * h, 0);

  test("∫ χ² dR = 1, and orthogonal", () => {
    for (let v = 0; v < 4; v++)
      for (let w = 0; w < 4; w++) expect(integral(v, w)).toBeCloseTo(v === w ? 1 : 0, 10);
  });
  test("the grid: 3999 points, evenly between the ends, where χ = 0", () => {
    expect(grid.length).toBe(3999);
    expect(h).toBeCloseTo(9.6 / 4000, 12);
    expect([grid[0]! - 0.4, 10 - grid.at(-1)!].map((gap) => gap / h)).toEqual([
      expect.closeTo(1, 8),
      expect.closeTo(1, 8),
    ]);
  });
  test("state v has v nodes, and its innermost lobe is positive", () => {
    for (const [v, wave] of waveFunctions.entries()) {
      const largest = Math.max(...wave.map(Math.abs));
      const lobes = [...wave].filter((chi) => Math.abs(chi) > 0.01 * largest);
      expect(lobes[0]).toBeGreaterThan(0);
      expect(lobes.filter((chi, i) => i > 0 && chi * lobes[i - 1]! < 0).length).toBe(v);
    }
  });
  test("the ground state of a harmonic well is the Gauss function (M ω / π)^¼ e^(−M ω x² / 2)", () => {
    const oscillator = vibrationalLevels({
      curve: (x) => x ** 2 / 2,
      reducedMass: 1,
      count: 3,
      from: -10,
      to: 10,
    });
    for (const [v, energy] of oscillator.energies.entries()) expect(energy).toBeCloseTo(v + 0.5, 7);
    const middle = oscillator.distances.findIndex((x) => Math.abs(x - 1) < 1e-9);
    expect(oscillator.waveFunctions[0]![middle]).toBeCloseTo(Math.PI ** -0.25 * Math.exp(-0.5), 5);
  });
});

describe("refusals", () => {
  test.each<[string, Partial<Vibration>, string]>([
    [
      "an inner end in the well",
      { from: 1 },
      "level 0 must have died away at the inner end, 1 bohr, but reaches it: the grid is too " +
        "short, or the curve binds fewer levels",
    ],
    [
      "an outer end in the well",
      { to: 2 },
      "level 0 must have died away at the outer end, 2 bohr, but reaches it: the grid is too " +
        "short, or the curve binds fewer levels",
    ],
    [
      "a curve that binds nothing",
      { curve: () => 0 },
      "level 0 must have died away at the inner end, 0.4 bohr, but reaches it: the grid is too " +
        "short, or the curve binds fewer levels",
    ],
    [
      "more states than the data hold",
      { count: 15 },
      "level 14 must have died away at the outer end, 10 bohr, but reaches it: the grid is too " +
        "short, or the curve binds fewer levels",
    ],
    [
      "a mass of zero",
      { reducedMass: 0 },
      "reducedMass must be a positive number of electron masses, got 0",
    ],
    ["ends out of order", { to: 0.3 }, "from must be below to in bohr, got 0.4 and 0.3"],
    ["few intervals", { intervals: 10 }, "intervals must be a whole number from 20, got 10"],
    [
      "no states",
      { count: 0 },
      "count must be a whole number from 1 to 200 (a tenth of the intervals), got 0",
    ],
    [
      "states without number",
      { count: 201 },
      "count must be a whole number from 1 to 200 (a tenth of the intervals), got 201",
    ],
    [
      "a curve that is not finite",
      { curve: (R) => (R > 5 ? Number.NaN : 0) },
      "curve must give a finite number of hartree at 5.0032 bohr, got NaN",
    ],
  ])("%s", (_name, change, message) => {
    expect(() => vibrationalLevels({ ...h2, ...change })).toThrow(
      new RangeError(`vibrationalLevels: ${message}`),
    );
  });
  test("a grid too coarse for the waves", () => {
    expect(() => vibrationalLevels({ ...h2, intervals: 100, count: 8 })).toThrow(
      /^vibrationalLevels: intervals must be more than 100 for level \d: halving the spacing moved it by [\d.e-]+ hartree$/,
    );
  });
});
