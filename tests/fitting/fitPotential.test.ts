import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type CurveProblem, fitPotential } from "../../src/fitting/fitPotential.js";
import type { CurveForm, PairForm, Values } from "../../src/fitting/form.js";
import {
  buckinghamForm,
  lennardJonesForm,
  morseForm,
  pairsInStructures,
} from "../../src/fitting/pairForms.js";
import {
  stillingerWeberForm,
  suttonChenForm,
  withAtomEnergy,
} from "../../src/fitting/structureForms.js";
import { normal, seededRandom } from "../../src/numerics/random.js";
import type { Potential } from "../../src/potentials/potential.js";
import { stillingerWeberSilicon } from "../../src/potentials/stillingerWeber.js";
import { suttonChenMetals } from "../../src/potentials/suttonChen.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import type { Frame } from "../../src/structures/frame.js";
import { supercell } from "../../src/structures/supercell.js";
import { bohrFromAngstrom, inverseCmFromHartree } from "../../src/units/convert.js";
import { expectClose } from "../support/closeTo.js";
import { dimer } from "./neonArgon.js";

const forms: readonly (readonly [PairForm, Values<string>, Values<string>])[] = [
  [lennardJonesForm, { epsilon: 4e-4, sigma: 6.4 }, { epsilon: 1e-4, sigma: 5.9 }],
  [
    morseForm,
    { wellDepth: 0.17, bondLength: 1.4, stiffness: 1.03 },
    { wellDepth: 0.1, bondLength: 1.6, stiffness: 0.8 },
  ],
  [
    buckinghamForm,
    { wall: 200, range: 0.41, dispersion: 6.8 },
    { wall: 150, range: 0.42, dispersion: 5 },
  ],
];

describe("noise-free data give the true parameters back to 1e-8", () => {
  for (const [form, truth, start] of forms)
    for (const derivatives of ["analytic", "numerical"])
      test(`${form.name}, ${derivatives} derivatives`, () => {
        const places = Array.from({ length: 40 }, (_, i) => (form === morseForm ? 0.9 : 5) + i / 8);
        const { derivativesInto: _, ...rest } = form;
        const fit = fitPotential({
          form: derivatives === "analytic" ? form : rest,
          start,
          data: { places, energies: places.map(form.term(truth).energy) },
        });
        expect(fit.converged).toBe(true);
        for (const [name, value] of Object.entries(truth))
          expect(Math.abs(fit.parameters[name]! / value - 1)).toBeLessThan(1e-8);
      });

  const frames = (potential: Potential, perfect: Frame["system"]): Frame[] =>
    [0.1, 0.3, 0.5].map((deviation, seed) => {
      const system = displaced(perfect, { deviation, random: seededRandom(seed) });
      const { energy, forces, virial } = potential.energyAndForces(system);
      return { system, energy, forces, virial };
    });
  const deviations = { energyPerAtom: 1e-4, force: 1e-3, stress: 1e-5 };
  const backTo = (parameters: Values<string>, truth: Values<string>): void => {
    for (const [name, value] of Object.entries(truth))
      expect(Math.abs(parameters[name]! / value - 1), name).toBeLessThan(1e-8);
  };

  test("pairs in structures: Lennard-Jones", () => {
    const form = pairsInStructures(lennardJonesForm, { cutoff: 14, truncation: "shift" });
    const truth = { epsilon: 4e-4, sigma: 6.4 };
    const perfect = crystal("fcc", { symbols: ["Ar"], latticeConstant: 10 });
    const { parameters } = fitPotential({
      form,
      start: { epsilon: 2e-4, sigma: 6 },
      data: { frames: frames(form.potential(truth), perfect), deviations },
    });
    backTo(parameters, truth);
  });
  test("Sutton-Chen, a fixed", () => {
    const form = suttonChenForm({ cutoff: bohrFromAngstrom(7) });
    const truth = suttonChenMetals.Cu;
    const perfect = crystal("fcc", { symbols: ["Cu"], latticeConstant: truth.a });
    const { parameters, undetermined } = fitPotential({
      form,
      start: { ...truth, epsilon: 1.2 * truth.epsilon, c: 35, n: 10, m: 6.5 },
      fixed: ["a"],
      data: { frames: frames(form.potential(truth), perfect), deviations },
    });
    expect(undetermined).toEqual([]);
    backTo(parameters, { ...truth });
  });
  test("Stillinger-Weber with the energy of an atom, powers fixed", () => {
    const form = withAtomEnergy(stillingerWeberForm);
    const truth = { ...stillingerWeberSilicon, atomEnergy: -5 };
    const perfect = crystal("diamond", { symbols: ["Si"], latticeConstant: 10.26 });
    const { q: _, ...rest } = truth;
    const { parameters } = fitPotential({
      form,
      start: { ...truth, sigma: 4, lambda: 18, gamma: 1.1, A: 6, B: 0.65, atomEnergy: -4.9 },
      fixed: ["epsilon", "a", "p", "q", "cosTheta0"],
      data: { frames: frames(form.potential(truth), perfect), deviations },
    });
    backTo(parameters, rest);
  });
});

const scipy: Record<
  "neon" | "argon",
  Record<string, Record<"start" | "parameters" | "deviations", number[]> & { cost: number }>
> = JSON.parse(readFileSync(resolve(import.meta.dirname, "scipy.reference.json"), "utf8"));

describe.each(["neon", "argon"] as const)("%s", (name) => {
  for (const form of [lennardJonesForm, morseForm, buckinghamForm] as readonly PairForm[])
    test(`${form.name}: cost equal to scipy's least_squares to 1e-10, parameters and deviations`, () => {
      const expected = scipy[name][form.name]!;
      const names = Object.keys(form.units);
      const start = Object.fromEntries(names.map((key, j) => [key, expected.start[j]!]));
      const fit = fitPotential({ form, start, data: dimer(name) });
      expect(fit.converged).toBe(true);
      expect(Math.abs(fit.cost - expected.cost)).toBeLessThan(1e-10);
      expect(fit.cost).toBeLessThan(expected.cost * (1 + 1e-9));
      for (const [j, key] of names.entries()) {
        expect(Math.abs(fit.parameters[key]! / expected.parameters[j]! - 1)).toBeLessThan(1e-5);
        expect(Math.abs(fit.deviations[key]! / expected.deviations[j]! - 1)).toBeLessThan(1e-4);
      }
    });
});

test("the fits of the course's table: Ne 24.6 K, 2.8768 Å; A 4.562e7 cm⁻¹, b 4.721/Å, C 3.262e4", () => {
  const KELVIN = 315775.02480398; // of a hartree
  const BOHR = 0.529177210544;
  const pair = fitPotential({
    form: lennardJonesForm,
    start: { epsilon: 1e-4, sigma: 5.4 },
    data: dimer("neon"),
  }).parameters;
  expect(pair.epsilon * KELVIN).toBeCloseTo(24.6, 1);
  expect(pair.sigma * BOHR).toBeCloseTo(2.8768, 4);
  const { wall, range, dispersion } = fitPotential({
    form: buckinghamForm,
    start: { wall: 200, range: 0.4, dispersion: 7 },
    data: dimer("neon"),
  }).parameters;
  expect(inverseCmFromHartree(wall) / 1e7).toBeCloseTo(4.562, 3);
  expect(1 / (range * BOHR)).toBeCloseTo(4.721, 3);
  expect((inverseCmFromHartree(dispersion) * BOHR ** 6) / 1e4).toBeCloseTo(3.262, 3);
});

/** a + b x. */
const line: CurveForm<"a" | "b"> = {
  name: "line",
  units: { a: "hartree", b: "hartree/bohr" },
  energy: (x, [a, b]) => a! + b! * x,
};
const places = [0, 1, 2, 3];
const noisy = [1.1, 2.9, 5.2, 6.8];

describe("what a fit says about itself", () => {
  test("without deviations: covariance s² (JᵀJ)⁻¹, s² = Σ residual²/(m − k), rms = √(Σ residual²/m)", () => {
    const fit = fitPotential({
      form: line,
      start: { a: 0, b: 1 },
      data: { places, energies: noisy },
    });
    // From the formulas for a straight line: b = 1.94, a = 1.09, Σ residual² = 0.082.
    expectClose([fit.parameters.a, fit.parameters.b], [1.09, 1.94], 1e-9);
    expectClose([fit.variance!, fit.rms], [0.041, Math.sqrt(0.082 / 4)], 1e-9);
    expectClose(fit.covariance!, [0.041 * 0.7, -0.041 * 0.3, -0.041 * 0.3, 0.041 * 0.2], 1e-9);
    expectClose(fit.hessian, [4, 6, 6, 14], 1e-8);
    expectClose([fit.deviations.b!], [Math.sqrt(0.041 * 0.2)], 1e-9);
  });
  test("with deviations: covariance (JᵀJ)⁻¹", () => {
    const fit = fitPotential({
      form: line,
      start: { a: 0, b: 1 },
      data: { places, energies: noisy, deviations: 0.5 },
    });
    expectClose(fit.covariance!, [0.25 * 0.7, -0.25 * 0.3, -0.25 * 0.3, 0.25 * 0.2], 1e-9);
    expect(fit.variance).toBe(1);
  });
  test("fixed parameters keep their start and are in no matrix", () => {
    const fit = fitPotential({
      form: line,
      start: { a: 1, b: 1 },
      fixed: ["a"],
      data: { places, energies: noisy },
    });
    expect(fit.parameters.a).toBe(1);
    expect(fit.free).toEqual(["b"]);
    expect(fit.hessian.length).toBe(1);
  });
  test("a weight counts as so many points", () => {
    const problem = { form: line, start: { a: 0, b: 1 } };
    const weighted = fitPotential({
      ...problem,
      data: { places, energies: noisy },
      weights: [1, 2, 0, 1],
    });
    const repeated = fitPotential({
      ...problem,
      data: { places: [0, 1, 1, 3], energies: [1.1, 2.9, 2.9, 6.8] },
    });
    expectClose(Object.values(weighted.parameters), Object.values(repeated.parameters), 1e-9);
  });
  test("a prior adds ((parameter − mean)/deviation)²: the mean of both, weighted", () => {
    const constant: CurveForm<"a"> = {
      name: "constant",
      units: { a: "hartree" },
      energy: (_, [a]) => a!,
      derivativesInto: (out) => out.fill(1),
    };
    for (const form of [constant, { ...constant, derivativesInto: undefined }]) {
      const fit = fitPotential({
        form: form as CurveForm<"a">,
        start: { a: 3 },
        data: { places: [0], energies: [2], deviations: 0.1 },
        priors: { a: { mean: 1, deviation: 0.2 } },
      });
      expectClose([fit.parameters.a, fit.deviations.a!], [1.8, Math.sqrt(1 / 125)], 1e-9);
      expectClose([fit.rms, fit.cost], [2, 0.5 * (4 + 16)], 1e-6);
    }
  });
});

describe("bounds", () => {
  const problem: CurveProblem<"a" | "b"> = {
    form: line,
    start: { a: 0.5, b: 1 },
    data: { places, energies: noisy },
  };
  test.each([
    { a: { min: 0, max: 3 }, b: { min: 0, max: 4 } },
    { a: { min: 0 }, b: { max: 4 } },
  ])("that do not touch the minimum change nothing: %o", (bounds) => {
    const free = fitPotential(problem);
    const fit = fitPotential({ ...problem, bounds });
    expect(fit.atBound).toEqual([]);
    expectClose(Object.values(fit.parameters), Object.values(free.parameters), 1e-8);
    expectClose(fit.covariance!, free.covariance!, 1e-7);
  });
  test.each([
    { b: { min: 0, max: 1.5 } },
    { b: { max: 1.5 } },
  ])("that cut it off: the parameter lies on the bound, the others have their best there: %o", (bounds) => {
    const fit = fitPotential({ ...problem, bounds });
    expect(fit.atBound).toEqual(["b"]);
    expect(fit.free).toEqual(["a"]);
    expect(fit.converged).toBe(true);
    expectClose([fit.parameters.b, fit.parameters.a], [1.5, 1.75], 1e-9);
  });
  test("all parameters at bounds", () => {
    const fit = fitPotential({ ...problem, bounds: { a: { max: 0.8 }, b: { max: 1.5 } } });
    expect([...fit.atBound].sort()).toEqual(["a", "b"]);
    expectClose(Object.values(fit.parameters), [0.8, 1.5], 1e-12);
    expect(fit.covariance).toBeUndefined();
  });
  test("no step leaves them", () => {
    let outside = 0;
    fitPotential({
      ...problem,
      form: {
        ...line,
        energy: (x, [a, b]) => {
          if (!(b! >= 0 && b! <= 1.5)) outside++;
          return a! + b! * x;
        },
      },
      bounds: { b: { min: 0, max: 1.5 } },
    });
    expect(outside).toBe(0);
  });
});

describe("what the data do not determine is named", () => {
  const sum: CurveForm<"a" | "b" | "c"> = {
    name: "sum",
    units: { a: "hartree", b: "hartree", c: "hartree" },
    energy: (x, [a, b, c]) => a! + b! + c! * x,
  };
  test("a sum", () => {
    const fit = fitPotential({
      form: sum,
      start: { a: 1, b: 1, c: 1 },
      data: { places, energies: noisy },
    });
    expect(fit.undetermined).toEqual([["a", "b"]]);
    expect(fit.covariance).toBeUndefined();
    expect(fit.deviations).toEqual({});
  });
  test("a parameter without influence", () => {
    const fit = fitPotential({
      form: { ...sum, energy: (x, [a, , c]) => a! + c! * x },
      start: { a: 1, b: 1, c: 1 },
      data: { places, energies: noisy },
    });
    expect(fit.undetermined).toEqual([["b"]]);
    expect(fit.parameters.b).toBe(1);
  });
  test("ε and A of Stillinger-Weber", () => {
    const system = displaced(
      supercell(crystal("diamond", { symbols: ["Si"], latticeConstant: 10.26 }), [1, 1, 1]),
      { deviation: 0.2, random: seededRandom(3) },
    );
    const { energy, forces } = stillingerWeberForm
      .potential(stillingerWeberSilicon)
      .energyAndForces(system);
    const fit = fitPotential({
      form: stillingerWeberForm,
      start: { ...stillingerWeberSilicon, A: 7 },
      fixed: ["sigma", "a", "gamma", "cosTheta0", "B", "p", "q"],
      data: { frames: [{ system, energy, forces }], deviations: { force: 1e-3 } },
    });
    expect(fit.undetermined).toEqual([["epsilon", "lambda", "A"]]);
  });
});

describe("refusals", () => {
  const good: CurveProblem<"a" | "b"> = {
    form: line,
    start: { a: 0, b: 1 },
    data: { places, energies: noisy },
  };
  const { system } = { system: crystal("fcc", { symbols: ["Ar"], latticeConstant: 10 }) };
  const structures = {
    form: pairsInStructures(lennardJonesForm, { cutoff: 12 }),
    start: { epsilon: 4e-4, sigma: 6.4 },
    data: { frames: [{ system, energy: 1 }], deviations: { energyPerAtom: 1e-3 } },
  };
  // biome-ignore lint/suspicious/noExplicitAny: what a person without types may write
  test.each<[any, string]>([
    [
      { ...good, data: { places: [1], energies: [1] } },
      "data must be at least as many as the 2 parameters to be found (a, b), got 1",
    ],
    [{ ...good, start: { a: 0 } }, "b must be a finite number of hartree/bohr, got undefined"],
    [{ ...good, start: { a: 0, b: 1, z: 2 } }, "names must be parameters of line (a, b), got z"],
    [{ ...good, fixed: ["z"] }, "names must be parameters of line (a, b), got z"],
    [
      { ...good, bounds: { a: { min: 1, max: 2 } } },
      "start of a must lie between its bounds 1 and 2 hartree, got 0",
    ],
    [
      { ...good, bounds: { a: { min: 0 } } },
      "start of a must lie between its bounds 0 and ∞ hartree, got 0",
    ],
    [
      { ...good, bounds: { a: { min: 2, max: 1 } } },
      "min of a must be below max, got 2 and 1 hartree",
    ],
    [
      { ...good, bounds: { a: { min: Number.NaN } } },
      "min of a must be a finite number of hartree, got NaN; leave it out for none",
    ],
    [
      { ...good, priors: { a: { mean: 0, deviation: 1 } } },
      "data must have deviations when there are priors (a), else one cannot be weighed against the other",
    ],
    [
      { ...good, data: { ...good.data, deviations: 1 }, priors: { a: { mean: 0, deviation: 0 } } },
      "prior deviation of a must be a positive number of hartree, got 0",
    ],
    [
      { ...good, data: { places, energies: [1, 2] } },
      "there must be as many places as energies, got 4 and 2",
    ],
    [
      { ...good, data: { places, energies: [1, 2, Number.NaN, 4] } },
      "the energy of data point 2 (at 2) must be a finite number of hartree, got NaN",
    ],
    [
      { ...good, data: { places: [0, Number.NaN, 2, 3], energies: noisy } },
      "the place of data point 1 must be finite, got NaN",
    ],
    [
      { ...good, data: { places, energies: noisy, deviations: [1, 1, 0, 1] } },
      "the deviation of data point 2 (at 2) must be a positive number of hartree, got 0",
    ],
    [{ ...good, weights: [1] }, "there must be a weight for each of the 4 data, got 1"],
    [
      { ...good, weights: [1, -1, 1, 1] },
      "the weight of data point 1 (at 1) must be a number from 0, got -1",
    ],
    [
      { ...good, form: { ...line, energy: (x: number) => 1 / x } },
      "line must be finite at the start (a 0, b 1), got Infinity for data point 0 (at 0)",
    ],
    [
      { ...structures, data: { ...structures.data, deviations: {} } },
      "deviations must hold energyPerAtom, force or stress, else nothing is fitted",
    ],
    [
      { ...structures, data: { ...structures.data, deviations: { energy: 1 } } },
      "deviations must be of energyPerAtom, force or stress, got energy",
    ],
    [
      { ...structures, data: { ...structures.data, deviations: { force: 1 } } },
      "frame 0 must have forces, they are to be fitted",
    ],
    [
      {
        ...structures,
        data: {
          frames: [{ system, energy: Number.NaN, info: { name: "si7" } }],
          deviations: { energyPerAtom: 1 },
        },
      },
      "energy of frame 0 (si7) must be finite, got NaN",
    ],
  ])("%#: %s", (problem, message) => {
    expect(() => fitPotential(problem)).toThrow(new RangeError(`fitPotential: ${message}`));
  });
  test("a start that the potential refuses: its own words", () => {
    expect(() =>
      fitPotential({ ...structures, start: { epsilon: -1, sigma: 6 }, fixed: ["epsilon"] }),
    ).toThrow("lennardJones: epsilon must be a positive number of hartree, got -1");
  });
});

test("noise of the stated size: parameters scatter as the deviations say", () => {
  const gauss = normal(seededRandom(5));
  const truth = { wellDepth: 0.17, bondLength: 1.4, stiffness: 1.03 };
  const at = Array.from({ length: 50 }, (_, i) => 0.9 + i / 10);
  const curve = morseForm.term(truth);
  const pulls: number[] = [];
  for (let n = 0; n < 200; n++) {
    const { parameters, deviations } = fitPotential({
      form: morseForm,
      start: truth,
      data: {
        places: at,
        energies: at.map((r) => curve.energy(r) + 1e-3 * gauss()),
        deviations: 1e-3,
      },
    });
    for (const name of ["wellDepth", "bondLength", "stiffness"] as const)
      pulls.push((parameters[name] - truth[name]) / deviations[name]!);
  }
  const square = pulls.reduce((sum, pull) => sum + pull * pull, 0) / pulls.length;
  expect(square).toBeGreaterThan(0.85);
  expect(square).toBeLessThan(1.15);
});
