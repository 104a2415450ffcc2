import { describe, expect, test } from "vitest";
import { bootstrap } from "../../src/fitting/bootstrap.js";
import type { CurveProblem } from "../../src/fitting/fitPotential.js";
import { normal, seededRandom } from "../../src/numerics/random.js";

const gauss = normal(seededRandom(11));
const energies = Array.from({ length: 50 }, () => 3 + 0.5 * gauss());
const problem: CurveProblem<"a"> = {
  form: { name: "constant", units: { a: "hartree" }, energy: (_, [a]) => a! },
  start: { a: 1 },
  data: { places: energies.map((_, i) => i), energies },
};
const mean = energies.reduce((sum, E) => sum + E, 0) / 50;
const spread = Math.sqrt(energies.reduce((sum, E) => sum + (E - mean) ** 2, 0) / 50);

describe("the mean of 50 numbers", () => {
  const { samples, failed, interval } = bootstrap(problem, {
    samples: 2000,
    random: seededRandom(3),
  });
  test("scatters by their deviation/√50", () => {
    expect(samples.length + failed).toBe(2000);
    const square = samples.reduce((sum, { a }) => sum + (a - mean) ** 2, 0) / samples.length;
    expect(Math.sqrt(square) / (spread / Math.sqrt(50))).toBeCloseTo(1, 1);
  });
  test("its 95 % interval is about ±1.96 of that", () => {
    const [low, high] = interval("a");
    expect((high - low) / (2 * 1.96 * (spread / Math.sqrt(50)))).toBeCloseTo(1, 1);
    expect(low).toBeLessThan(mean);
    expect(high).toBeGreaterThan(mean);
  });
  test("interval leaves out (1 − level)/2 of the samples at each side", () => {
    const [low, high] = interval("a", 0.5);
    const below = samples.filter(({ a }) => a < low).length / samples.length;
    const above = samples.filter(({ a }) => a > high).length / samples.length;
    expect(below).toBeCloseTo(0.25, 2);
    expect(above).toBeCloseTo(0.25, 2);
  });
  test("the same seed, the same samples", () => {
    const again = bootstrap(problem, { samples: 5, random: seededRandom(3) });
    expect(again.samples).toEqual(samples.slice(0, 5));
  });
});

test("sets of fewer different points than parameters are counted, not fitted", () => {
  const { samples, failed } = bootstrap(
    {
      form: {
        name: "line",
        units: { a: "hartree", b: "hartree/bohr" },
        energy: (x, [a, b]) => a! + b! * x,
      },
      start: { a: 0, b: 1 },
      data: { places: [0, 1, 2], energies: [0, 1.1, 1.9] },
    },
    { samples: 200, random: seededRandom(1) },
  );
  expect(failed).toBeGreaterThan(0);
  expect(samples.length + failed).toBe(200);
});

test.each<[() => unknown, string]>([
  [
    () => bootstrap(problem, { samples: 0, random: Math.random }),
    "bootstrap: samples must be a positive whole number, got 0",
  ],
  [
    () => bootstrap(problem, { samples: 3, random: Math.random }).interval("a", 1),
    "bootstrap: level must be between 0 and 1, got 1",
  ],
])("refusal %#", (run, message) => {
  expect(run).toThrow(new RangeError(message));
});
