import { expect, test } from "vitest";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { type MixingRule, mixed, mixedTerms } from "../../src/potentials/mixing.js";

const a = { epsilon: 1, sigma: 4 };
const b = { epsilon: 9, sigma: 9 };

test("√(ε_a ε_b) in both rules; (σ_a + σ_b)/2 or √(σ_a σ_b)", () => {
  expect(mixed(a, b, "lorentzBerthelot")).toEqual({ epsilon: 3, sigma: 6.5 });
  expect(mixed(a, b, "geometric")).toEqual({ epsilon: 3, sigma: 6 });
});

test("two like atoms stay what they are", () => {
  for (const rule of ["lorentzBerthelot", "geometric"] as const)
    expect(mixed(b, b, rule)).toEqual(b);
});

test("mixedTerms has Ar-Ar, Ar-Kr and Kr-Kr", () => {
  const terms = mixedTerms({ Ar: a, Kr: b }, "geometric");
  expect(Object.keys(terms)).toEqual(["Ar-Ar", "Ar-Kr", "Kr-Kr"]);
  expect(terms["Ar-Kr"]!.energy(5)).toBe(lennardJones({ epsilon: 3, sigma: 6 }).energy(5));
});

test("refuses another rule", () =>
  expect(() => mixed(a, b, "harmonic" as MixingRule)).toThrow(
    new RangeError('mixed: rule must be "lorentzBerthelot" or "geometric", got "harmonic"'),
  ));
