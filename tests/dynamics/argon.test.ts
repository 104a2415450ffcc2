import { describe, expect, test } from "vitest";
import {
  diffusionCoefficient,
  meanSquareDisplacement,
} from "../../src/dynamics/meanSquareDisplacement.js";
import { radialDistribution } from "../../src/dynamics/radialDistribution.js";
import { kelvinFromHartree } from "../../src/dynamics/temperature.js";
import { velocityAutocorrelation } from "../../src/dynamics/velocityAutocorrelation.js";
import { bohrFromAngstrom } from "../../src/units/convert.js";
import { argon, CM2_PER_S, lammps, ps } from "./argon.js";

// The long runs, with a seventh of the error, are in argon.full.test.ts.
describe("liquid argon as Rahman had it, 12 ps", () => {
  const path = [...argon(1, 800, 1200)];
  test("the temperature is 94.4 K", () => {
    const mean = path.reduce((sum, { kT }) => sum + kelvinFromHartree(kT), 0) / path.length;
    expect(Math.abs(mean - 94.4)).toBeLessThan(2);
  });
  test("g(r) is LAMMPS's: none of 272 bins is 0.2 off, the first peak 2.8 high at 3.7 Å", () => {
    const { y } = lammps("rahman_gr");
    const farthest = bohrFromAngstrom(0.05 * y.length);
    const frames = path.filter((_, f) => f % 10 === 0);
    const { values } = radialDistribution(frames, { farthest, bins: y.length });
    expect(Math.max(...values.map((g, k) => Math.abs(g - y[k]!)))).toBeLessThan(0.2);
    const peak = values.indexOf(Math.max(...values));
    expect(Math.abs(0.05 * (peak + 0.5) - 3.7)).toBeLessThan(0.08);
    expect(Math.abs(values[peak]! - 2.83)).toBeLessThan(0.1);
  });
  test("the velocity autocorrelation is LAMMPS's within 0.03, with its least value at 0.44 ps", () => {
    const { x, y } = lammps("rahman_vacf");
    const { values } = velocityAutocorrelation(path, { longest: 1.5 * ps });
    for (const [k, c] of values.entries()) expect(Math.abs(c - y[k]!)).toBeLessThan(0.03);
    expect(Math.abs(x[values.indexOf(Math.min(...values))]! - 0.44)).toBeLessThan(0.1);
  });
  test("the diffusion coefficient is 2.57e-5 cm²/s within 15 %", () => {
    const msd = meanSquareDisplacement(path, { longest: 4 * ps });
    const D = diffusionCoefficient(msd, { from: ps, to: 4 * ps }) * CM2_PER_S;
    expect(Math.abs(D / 2.57e-5 - 1)).toBeLessThan(0.15);
  });
});
