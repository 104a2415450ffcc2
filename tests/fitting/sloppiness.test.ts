import { describe, expect, test } from "vitest";
import { fitPotential } from "../../src/fitting/fitPotential.js";
import type { CurveForm } from "../../src/fitting/form.js";
import { buckinghamForm } from "../../src/fitting/pairForms.js";
import { sloppiness } from "../../src/fitting/sloppiness.js";
import { dimer } from "./neonArgon.js";

const fit = fitPotential({
  form: buckinghamForm,
  start: { wall: 200, range: 0.4, dispersion: 7 },
  data: dimer("neon"),
});
const found = sloppiness(fit);

describe("Buckingham's wall, range and dispersion on neon", () => {
  test("the eigenvalues fall, over more than four decades", () => {
    const [a, b, c] = found.eigenvalues;
    expect(a! > b! && b! > c! && c! > 0).toBe(true);
    expect(a! / c!).toBeGreaterThan(1e4);
  });
  test("directions have length 1 and are orthogonal", () => {
    for (const [i, one] of found.directions.entries())
      for (const [j, other] of found.directions.entries()) {
        const product = fit.free.reduce((sum, name) => sum + one[name] * other[name], 0);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
      }
  });
  test("a step of 1/√eigenvalue costs ½ for small steps, in units of s²", () => {
    for (const [d, eigenvalue] of found.eigenvalues.entries()) {
      const step = 1e-2 / Math.sqrt(eigenvalue);
      const costs = [step, -step].map(
        (s) =>
          fitPotential({
            form: buckinghamForm,
            start: found.moved(d, s),
            fixed: ["wall", "range", "dispersion"],
            data: dimer("neon"),
          }).cost - fit.cost,
      );
      expect((costs[0]! + costs[1]!) / 2 / (0.5 * 1e-4)).toBeCloseTo(1, 1);
    }
  });
  test("unknown deviations: the scatter s takes their place", () => {
    const { places, energies } = dimer("neon");
    const start = fit.parameters;
    const free = fitPotential({ form: buckinghamForm, start, data: { places, energies } });
    const deviations = Math.sqrt(free.variance!);
    const known = fitPotential({
      form: buckinghamForm,
      start,
      data: { places, energies, deviations },
    });
    const [a, b] = [free, known].map((one) => sloppiness(one).eigenvalues);
    for (const [i, value] of a!.entries()) expect(value / b![i]!).toBeCloseTo(1, 5);
  });
  test("moved changes parameters by factors, and by nothing for no step", () => {
    expect(found.moved(0, 0)).toEqual(fit.parameters);
    const { wall } = found.moved(2, 0.1);
    expect(wall / fit.parameters.wall).toBeCloseTo(Math.exp(0.1 * found.directions[2]!.wall), 12);
  });
});

describe("refusals", () => {
  const line: CurveForm<"a" | "b"> = {
    name: "line",
    units: { a: "hartree", b: "hartree/bohr" },
    energy: (x, [a, b]) => a! + b! * x,
  };
  test("a parameter that is 0", () => {
    const zero = fitPotential({
      form: line,
      start: { a: 0, b: 0 },
      data: { places: [1, 2], energies: [0, 0] },
    });
    expect(() => sloppiness(zero)).toThrow(
      "sloppiness: a must not be 0, its changes have no scale",
    );
  });
  test("residuals that are all 0", () => {
    const perfect = fitPotential({
      form: line,
      start: { a: 1, b: 1 },
      data: { places: [1, 2, 3], energies: [2, 3, 4] },
    });
    expect(() => sloppiness(perfect)).toThrow(
      "sloppiness: residuals must not all be 0, they set the scale",
    );
  });
});
