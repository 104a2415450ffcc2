import { describe, expect, test } from "vitest";
import { blockedMean } from "../../src/dynamics/blockedMean.js";
import {
  diffusionCoefficient,
  meanSquareDisplacement,
} from "../../src/dynamics/meanSquareDisplacement.js";
import { radialDistribution } from "../../src/dynamics/radialDistribution.js";
import { kelvinFromHartree } from "../../src/dynamics/temperature.js";
import type { TimedFrame } from "../../src/dynamics/timeAverage.js";
import { velocityAutocorrelation } from "../../src/dynamics/velocityAutocorrelation.js";
import { angstromFromBohr, bohrFromAngstrom } from "../../src/units/convert.js";
import { argon, CM2_PER_S, lammps, ps } from "./argon.js";

/** Of one bohr. */
const NM = angstromFromBohr(1) / 10;
const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

describe("liquid argon as Rahman had it, four runs of 150 ps", () => {
  const temperatures: number[] = [];
  const bins = lammps("rahman_gr").y.length;
  const runs = [1, 2, 3, 4].map((seed) => {
    const path: TimedFrame[] = [];
    for (const { system, velocities, time, kT } of argon(seed, 3000, 15_000)) {
      path.push({ system, velocities, time });
      temperatures.push(kelvinFromHartree(kT));
    }
    const farthest = bohrFromAngstrom(0.05 * bins);
    const msd = meanSquareDisplacement(path, { longest: 10 * ps });
    return {
      g: radialDistribution(
        path.filter((_, f) => f % 25 === 0),
        { farthest, bins },
      ).values,
      c: velocityAutocorrelation(path, { longest: 3 * ps }).values,
      msd: msd.values,
      D: diffusionCoefficient(msd, { from: 2 * ps, to: 10 * ps }) * CM2_PER_S,
    };
  });
  const meanOf = (name: "g" | "c" | "msd"): number[] =>
    Array.from(runs[0]![name], (_, k) => mean(runs.map((run) => run[name][k]!)));

  test("the temperature is 94.4 K within its error", () => {
    const { mean: middle, error } = blockedMean(temperatures);
    console.log(`argon: ${middle.toFixed(2)} ± ${error.toFixed(2)} K`);
    expect(error).toBeLessThan(0.3);
    expect(Math.abs(middle - 94.4)).toBeLessThan(4 * error + 0.15); // 0.15: that of whole steps is colder
  });
  test("g(r) is LAMMPS's within 0.04, its peaks at 3.7, 7.1 and 10.2 Å", () => {
    const { x, y } = lammps("rahman_gr");
    const g = meanOf("g");
    const off = g.map((value, k) => Math.abs(value - y[k]!));
    console.log(`argon: g differs by at most ${Math.max(...off).toFixed(4)}`);
    expect(Math.max(...off)).toBeLessThan(0.04);
    for (const [low, high, at] of [
      [3, 5, 3.7],
      [6, 8, 7.08],
      [9.6, 11, 10.23],
    ] as const) {
      const inside = [...x.keys()].filter((k) => x[k]! > low && x[k]! < high);
      const peak = inside.reduce((best, k) => (g[k]! > g[best]! ? k : best));
      expect(Math.abs(x[peak]! - at)).toBeLessThan(0.16);
    }
  });
  test("the velocity autocorrelation is LAMMPS's within 0.006: −0.081 at 0.44 ps", () => {
    const { x, y } = lammps("rahman_vacf");
    const c = meanOf("c");
    const off = c.map((value, k) => Math.abs(value - y[k]!));
    console.log(`argon: c differs by at most ${Math.max(...off).toFixed(4)}`);
    expect(Math.max(...off)).toBeLessThan(0.006);
    const least = c.indexOf(Math.min(...c));
    expect(Math.abs(c[least]! + 0.081)).toBeLessThan(0.005);
    expect(Math.abs(x[least]! - 0.44)).toBeLessThan(0.05);
  });
  test("the mean square displacement is LAMMPS's within 2 % from 0.2 ps on", () => {
    const { x, y } = lammps("rahman_msd");
    const off = meanOf("msd").map((square, k) => (square * NM ** 2) / y[k]! - 1);
    const late = off.filter((_, k) => x[k]! >= 0.2).map(Math.abs);
    console.log(`argon: the mean square displacement differs by at most ${Math.max(...late)}`);
    expect(late.length).toBeGreaterThan(240);
    expect(Math.max(...late)).toBeLessThan(0.02);
  });
  test("the diffusion coefficient is 2.57e-5 cm²/s within its error", () => {
    const D = mean(runs.map((run) => run.D));
    const error = Math.sqrt(mean(runs.map((run) => (run.D - D) ** 2)) / 3);
    console.log(`argon: D = ${D.toExponential(3)} ± ${error.toExponential(1)} cm²/s`);
    expect(error).toBeLessThan(0.06e-5);
    expect(Math.abs(D - 2.57e-5)).toBeLessThan(4 * error + 0.05e-5); // LAMMPS's own error
  });
});
