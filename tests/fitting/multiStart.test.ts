import { describe, expect, test } from "vitest";
import type { CurveProblem } from "../../src/fitting/fitPotential.js";
import { fitPotential } from "../../src/fitting/fitPotential.js";
import { multiStart } from "../../src/fitting/multiStart.js";
import { seededRandom } from "../../src/numerics/random.js";

/** A wave whose frequency is to be found: a minimum beside every other. */
const places = Array.from({ length: 30 }, (_, i) => i / 5);
const problem: CurveProblem<"k"> = {
  form: { name: "wave", units: { k: "1/bohr" }, energy: (x, [k]) => Math.sin(k! * x) },
  start: { k: 0.5 },
  bounds: { k: { min: 0.2, max: 8 } },
  data: { places, energies: places.map((x) => Math.sin(3 * x)) },
};

describe("a wave", () => {
  test("one start finds the minimum downhill, many the lowest", () => {
    expect(Math.abs(fitPotential(problem).parameters.k - 3)).toBeGreaterThan(0.5);
    const { fits, failed } = multiStart(problem, { starts: 20, random: seededRandom(1) });
    expect(fits[0]!.parameters.k).toBeCloseTo(3, 8);
    expect(fits.length + failed).toBe(21);
  });
  test("best first", () => {
    const { fits } = multiStart(problem, { starts: 10, random: seededRandom(2) });
    for (const [i, { cost }] of fits.slice(1).entries())
      expect(cost).toBeGreaterThanOrEqual(fits[i]!.cost);
  });
  test("the same seed, the same fits", () => {
    const run = () =>
      multiStart(problem, { starts: 5, random: seededRandom(7) }).fits.map((fit) => fit.cost);
    expect(run()).toEqual(run());
  });
  test("starts at which the form is not finite are counted", () => {
    const { failed, fits } = multiStart(
      {
        ...problem,
        form: { ...problem.form, energy: (x, [k]) => (k! > 5 ? Number.NaN : Math.sin(k! * x)) },
      },
      { starts: 40, random: seededRandom(1) },
    );
    expect(failed).toBeGreaterThan(0);
    expect(fits.length).toBe(41 - failed);
  });
});

describe("refusals", () => {
  test("a parameter without two bounds", () => {
    expect(() =>
      multiStart({ ...problem, bounds: { k: { min: 0 } } }, { starts: 2, random: Math.random }),
    ).toThrow("multiStart: bounds of k must have both min and max");
  });
  test("a count that is not positive", () => {
    expect(() => multiStart(problem, { starts: 0, random: Math.random })).toThrow(
      "multiStart: starts must be a positive whole number, got 0",
    );
  });
});
