import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { fewestSwitches, tullyTransmission } from "../../src/quantum/surfaceHopping.js";
import type { TullyName } from "../../src/quantum/tully.js";
import { readDataTable } from "../../src/structures/dataTable.js";

const NAMES = ["simpleAvoidedCrossing", "dualAvoidedCrossing", "extendedCoupling"] as const;
const anyModel = fc.constantFrom(...NAMES);

describe("exact: data/tully, spectral elements with scipy, to 10⁻⁸", () => {
  const table = readDataTable("tully/transmission.csv");
  const rows = [...table.model!].map((model, i) => ({
    model: NAMES[model - 1]!,
    momentum: table.momentum![i]!,
    expected: [
      table.transmittedLower![i]!,
      table.transmittedUpper![i]!,
      table.reflectedLower![i]!,
      table.reflectedUpper![i]!,
    ],
  }));
  test.each(rows)("$model at $momentum", ({ model, momentum, expected }) => {
    const { transmitted, reflected } = tullyTransmission({ model, momentum });
    for (const [i, p] of [...transmitted, ...reflected].entries())
      expect(Math.abs(p - expected[i]!)).toBeLessThan(1e-8);
  });
});

test("the sum is 1 to 10⁻⁹ and no probability lies outside 0 to 1, at any momentum", () => {
  fc.assert(
    fc.property(anyModel, fc.double({ min: 0.01, max: 60, noNaN: true }), (model, momentum) => {
      const { transmitted, reflected } = tullyTransmission({ model, momentum });
      const all = [...transmitted, ...reflected];
      expect(Math.abs(all.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThan(1e-9);
      for (const p of all) expect(p >= 0 && p <= 1 + 1e-9).toBe(true);
    }),
    { numRuns: 30 },
  );
});

describe("channels close where the docstring says, and closed ones get exactly 0", () => {
  // Thresholds √(2M · height of the upper state over the lower one on the left).
  test.each<[TullyName, "transmitted" | "reflected", number]>([
    ["simpleAvoidedCrossing", "transmitted", Math.sqrt(4000 * 0.02)],
    ["dualAvoidedCrossing", "transmitted", Math.sqrt(4000 * 0.05)],
    ["extendedCoupling", "transmitted", Math.sqrt(4000 * (Math.hypot(0.2, 6e-4) + 6e-4))],
    ["extendedCoupling", "reflected", Math.sqrt(4000 * 0.0012)],
  ])("%s, upper state, %s, %d", (model, side, threshold) => {
    const upper = (momentum: number): number => tullyTransmission({ model, momentum })[side][1];
    expect(upper(0.9999 * threshold)).toBe(0);
    expect(upper(1.001 * threshold)).toBeGreaterThan(0);
  });
  test("the numbers: 8.94, 14.14, 28.3, 2.2", () => {
    const heights = [0.02, 0.05, Math.hypot(0.2, 6e-4) + 6e-4, 0.0012];
    expect(heights.map((height) => Math.sqrt(4000 * height))).toEqual([
      expect.closeTo(8.94, 2),
      expect.closeTo(14.14, 2),
      expect.closeTo(28.3, 1),
      expect.closeTo(2.2, 1),
    ]);
  });
  test("I: the barrier of 0.005 hartree lets through little below k = 4.47, nearly all above", () => {
    const lower = (momentum: number): number =>
      tullyTransmission({ model: "simpleAvoidedCrossing", momentum }).transmitted[0];
    expect(Math.sqrt(4000 * 0.005)).toBeCloseTo(4.47, 2);
    expect(lower(3.5)).toBeLessThan(0.02);
    expect(lower(5.5)).toBeGreaterThan(0.96);
  });
});

test("the mass is Tully's 2000 unless another is given", () => {
  const at = (mass?: number): number =>
    tullyTransmission({
      model: "dualAvoidedCrossing",
      momentum: 20,
      ...(mass === undefined ? {} : { mass }),
    }).transmitted[0];
  expect(at()).toBe(at(2000));
  expect(at(1000)).not.toBeCloseTo(at(), 2);
});

describe("fewest switches", () => {
  const run = (model: TullyName, momentum: number, trajectories = 2000) =>
    fewestSwitches({ model, momentum, trajectories, random: seededRandom(1) });

  test.each([10, 15, 20, 30])("I at k = %d: within 0.03 of exact, standard error 0.011", (k) => {
    const hops = run("simpleAvoidedCrossing", k);
    const exact = tullyTransmission({ model: "simpleAvoidedCrossing", momentum: k });
    expect(Math.abs(hops.transmitted[0] - exact.transmitted[0])).toBeLessThan(0.03);
    expect(Math.abs(hops.transmitted[1] - exact.transmitted[1])).toBeLessThan(0.03);
    expect(hops.reflected).toEqual([0, 0]);
  });
  test("II keeps the interference of the two crossings when fast: k = 30 and 50", () => {
    for (const momentum of [30, 50]) {
      const exact = tullyTransmission({ model: "dualAvoidedCrossing", momentum });
      const off = run("dualAvoidedCrossing", momentum, 1000).transmitted[0] - exact.transmitted[0];
      expect(Math.abs(off)).toBeLessThan(0.05);
    }
  });
  test("II shifts it when slow: at k = 18 exact 0.18 goes up, hopping less than half of it", () => {
    expect(
      tullyTransmission({ model: "dualAvoidedCrossing", momentum: 18 }).transmitted[1],
    ).toBeCloseTo(0.182, 3);
    expect(run("dualAvoidedCrossing", 18, 1000).transmitted[1]).toBeLessThan(0.09);
  });
  test("III: what goes back is right in sum, but swings between the states, where exact does not", () => {
    const lowerShare = ({ reflected }: { readonly reflected: readonly number[] }): number =>
      reflected[0]! / (reflected[0]! + reflected[1]!);
    const momenta = [8, 10, 12];
    const exact = momenta.map((momentum) =>
      tullyTransmission({ model: "extendedCoupling", momentum }),
    );
    const hops = momenta.map((momentum) => run("extendedCoupling", momentum, 500));
    for (const [i, { transmitted }] of exact.entries())
      expect(Math.abs(hops[i]!.transmitted[0] - transmitted[0])).toBeLessThan(0.06);
    expect(exact.map(lowerShare)).toEqual([0.256, 0.3, 0.331].map((p) => expect.closeTo(p, 3)));
    const [slow, middle, fast] = hops.map(lowerShare);
    expect(slow).toBeLessThan(0.15);
    expect(middle).toBeGreaterThan(0.85);
    expect(fast).toBeLessThan(0.15);
  });
  test("a particle cannot tunnel: I at k = 4.4 comes back, of the exact one 41 % passes", () => {
    expect(run("simpleAvoidedCrossing", 4.4, 100).reflected).toEqual([1, 0]);
    expect(
      tullyTransmission({ model: "simpleAvoidedCrossing", momentum: 4.4 }).transmitted[0],
    ).toBeCloseTo(0.41, 2);
  });
  test("hops up that lack the energy are frustrated: I at k = 7, none at 10", () => {
    expect(run("simpleAvoidedCrossing", 7, 300).frustratedHops).toBeGreaterThan(0.1);
    expect(run("simpleAvoidedCrossing", 10, 300).frustratedHops).toBe(0);
  });
  test("fractions of the particles, in sum 1", () => {
    fc.assert(
      fc.property(anyModel, fc.double({ min: 4, max: 30, noNaN: true }), (model, momentum) => {
        const { transmitted, reflected } = run(model, momentum, 5);
        const all = [...transmitted, ...reflected];
        expect(all.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        for (const p of all) expect(5 * p).toBeCloseTo(Math.round(5 * p), 12);
      }),
      { numRuns: 20 },
    );
  });
  test("the same seed gives the same result, another seed another one", () => {
    const once = run("simpleAvoidedCrossing", 15, 200);
    expect(run("simpleAvoidedCrossing", 15, 200)).toEqual(once);
    const random = seededRandom(2);
    const other = fewestSwitches({
      model: "simpleAvoidedCrossing",
      momentum: 15,
      trajectories: 200,
      random,
    });
    expect(other.transmitted).not.toEqual(once.transmitted);
  });
  test("the energy error falls as Δt²", () => {
    const error = (timeStep: number): number =>
      fewestSwitches({
        model: "dualAvoidedCrossing",
        momentum: 20,
        trajectories: 1,
        random: () => 1, // never hops, so that the way is the same for all steps
        timeStep,
      }).energyError;
    expect(Math.log2(error(8) / error(4))).toBeCloseTo(2, 1);
    expect(Math.log2(error(4) / error(2))).toBeCloseTo(2, 1);
    expect(error(2)).toBeLessThan(1e-5);
  });
  test("without a time step: what moves the fastest particle by 0.05 bohr", () => {
    const particle = { model: "simpleAvoidedCrossing", momentum: 10, trajectories: 50 } as const;
    const [own, chosen] = [{}, { timeStep: (0.05 * 2000) / 10 }].map((more) =>
      fewestSwitches({ ...particle, random: seededRandom(1), ...more }),
    );
    expect(own).toEqual(chosen);
  });
});

describe("refusals", () => {
  test.each([
    [{ momentum: 0 }, "momentum must be a positive number of ħ/bohr, got 0"],
    [{ momentum: -3 }, "momentum must be a positive number of ħ/bohr, got -3"],
    [{ mass: 0 }, "mass must be a positive number of electron masses, got 0"],
    [
      { momentum: Number.POSITIVE_INFINITY },
      "momentum must be a positive number of ħ/bohr, got Infinity",
    ],
  ])("%j", (wrong, message) => {
    const good = { model: "simpleAvoidedCrossing", momentum: 10 } as const;
    expect(() => tullyTransmission({ ...good, ...wrong })).toThrow(
      new RangeError(`tullyTransmission: ${message}`),
    );
    const hopping = { ...good, trajectories: 1, random: seededRandom(1) };
    expect(() => fewestSwitches({ ...hopping, ...wrong })).toThrow(
      new RangeError(`fewestSwitches: ${message}`),
    );
  });
  test("an unknown model, with the three names", () => {
    expect(() => tullyTransmission({ model: "III" as TullyName, momentum: 10 })).toThrow(
      'model must be one of simpleAvoidedCrossing, dualAvoidedCrossing, extendedCoupling, got "III"',
    );
  });
  test.each([
    [{ trajectories: 0 }, "trajectories must be a positive whole number, got 0"],
    [{ trajectories: 1.5 }, "trajectories must be a positive whole number, got 1.5"],
    [{ timeStep: -1 }, "timeStep must be a positive number of atomic units of time, got -1"],
    [
      { timeStep: 150 },
      "timeStep must be at most 100 atomic units of time, in which a particle moves by 0.5 bohr, got 150",
    ],
  ])("%j", (wrong, message) => {
    const good = {
      model: "simpleAvoidedCrossing",
      momentum: 10,
      trajectories: 1,
      random: seededRandom(1),
    } as const;
    expect(() => fewestSwitches({ ...good, ...wrong })).toThrow(
      new RangeError(`fewestSwitches: ${message}`),
    );
  });
  test("a particle that does not get out in a million steps", () => {
    const endless = {
      model: "simpleAvoidedCrossing",
      momentum: 10,
      trajectories: 1,
      random: seededRandom(1),
      timeStep: 1e-6,
    } as const;
    expect(() => fewestSwitches(endless)).toThrow(
      /^fewestSwitches: every particle must get out in 1000000 steps, but at a momentum of 10 ħ\/bohr and a time step of 0.000001 one is still at -7.99/,
    );
  });
  test("no generator", () => {
    const wrong = { model: "simpleAvoidedCrossing", momentum: 10, trajectories: 1 } as never;
    expect(() => fewestSwitches(wrong)).toThrow(
      new TypeError(
        "fewestSwitches: random must be a generator like seededRandom(1), got undefined",
      ),
    );
  });
});
