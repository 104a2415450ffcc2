import { describe, expect, test } from "vitest";
import type { PairForm, Values } from "../../src/fitting/form.js";
import {
  buckinghamForm,
  lennardJonesForm,
  morseForm,
  pairsInStructures,
} from "../../src/fitting/pairForms.js";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { pairPotential } from "../../src/potentials/pairPotential.js";
import { crystal } from "../../src/structures/crystal.js";
import { expectClose } from "../support/closeTo.js";

const cases: readonly (readonly [PairForm, Values<string>, readonly number[]])[] = [
  [lennardJonesForm, { epsilon: 4e-4, sigma: 6.4 }, [5, 6.4, 7.2, 11]],
  [morseForm, { wellDepth: 0.17, bondLength: 1.4, stiffness: 1.03 }, [0.3, 1.4, 2, 6]],
  [buckinghamForm, { wall: 200, range: 0.41, dispersion: 6.8 }, [4, 5.7, 6.2, 10]],
];

describe.each(cases)("$name", (form, values, distances) => {
  const list = Float64Array.from(Object.values(values));
  test("energy is that of the term", () => {
    const term = form.term(values);
    for (const r of distances) {
      const expected = term.energy(r);
      expect(Math.abs(form.energy(r, list) - expected)).toBeLessThan(
        1e-13 * Math.abs(form.energy(4.5, list)),
      );
    }
  });
  test("derivatives by the parameters are those of the energy, one row for each place", () => {
    const p = list.length;
    const out = new Float64Array(p * distances.length);
    form.derivativesInto!(out, distances, list);
    for (const [i, r] of distances.entries()) {
      const steps = list.map((value) => value * 1e-5);
      const scaled = centralGradient(
        (t) =>
          form.energy(
            r,
            list.map((value, j) => value + steps[j]! * t[j]!),
          ),
        list.map(() => 0),
        1,
      );
      expectClose(
        out.subarray(i * p, i * p + p).map((d, j) => (d * list[j]!) / form.energy(4.5, list)),
        scaled.map((d, j) => ((d / steps[j]!) * list[j]!) / form.energy(4.5, list)),
        1e-7,
      );
    }
  });
  test("NaN for a parameter that is negative", () => {
    for (let j = 0; j < list.length; j++)
      expect(
        form.energy(
          6,
          list.map((value, i) => (i === j ? -value : value)),
        ),
      ).toBeNaN();
  });
  test("names are in the order of the lists", () => {
    expect(Object.keys(form.units)).toEqual(Object.keys(values));
  });
});

test("Buckingham's form goes on nearer than the barrier, where the term refuses", () => {
  const values = { wall: 200, range: 0.41, dispersion: 6.8 };
  expect(() => buckinghamForm.term(values).energy(0.5)).toThrow(RangeError);
  expect(buckinghamForm.energy(0.5, Float64Array.from(Object.values(values)))).toBeLessThan(0);
});

test("pairsInStructures is pairPotential", () => {
  const system = crystal("fcc", { symbols: ["Ar"], latticeConstant: 10 });
  const values = { epsilon: 4e-4, sigma: 6.4 };
  const options = { cutoff: 15, truncation: "shift" } as const;
  expect(
    pairsInStructures(lennardJonesForm, options).potential(values).energyAndForces(system).energy,
  ).toBe(pairPotential(lennardJonesForm.term(values), options).energyAndForces(system).energy);
});
