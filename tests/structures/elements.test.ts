import { expect, test } from "vitest";
import {
  atomicNumberOf,
  covalentRadius,
  elementSymbols,
  standardMass,
} from "../../src/structures/elements.js";
import { BOHR_IN_ANGSTROM, ELECTRON_MASS_IN_U } from "../../src/units/constants.js";
import reference from "./elements.reference.json" with { type: "json" };

const ase = reference.elements as [string, number, number | null][];

test("the symbols are those of ASE, the index is the number of protons", () => {
  expect(elementSymbols).toEqual(["", ...ase.map(([symbol]) => symbol)]);
});

test("each symbol leads back to its number", () => {
  for (let number = 1; number <= 118; number++)
    expect(atomicNumberOf(elementSymbols[number]!)).toBe(number);
});

/** Weights in u that were changed by more than 1e-5 of themselves after the table that ASE uses. */
const CHANGED = { Ar: 39.95, Yb: 173.045, Zr: 91.222, Hf: 178.486 };

/** Without a stable isotope, and without a standard weight. */
const WITHOUT_WEIGHT = (number: number): boolean =>
  [43, 61].includes(number) || (number >= 84 && number <= 89) || number >= 93;

test("weights are those of ASE, of 2016, to 1e-5, but for the four that were changed since", () => {
  for (const [i, [symbol, weight]] of ase.entries()) {
    if (WITHOUT_WEIGHT(i + 1)) continue;
    const ours = standardMass(i + 1) * ELECTRON_MASS_IN_U;
    const wanted = (CHANGED as Record<string, number>)[symbol] ?? weight;
    expect(Math.abs(ours / wanted - 1), symbol).toBeLessThan(1e-5);
  }
});

test.each([
  ["Zr", 91.222],
  ["Gd", 157.249],
  ["Lu", 174.96669],
])("%s has the weight of 2024, %f u", (symbol, weight) => {
  expect(standardMass(atomicNumberOf(symbol)) * ELECTRON_MASS_IN_U).toBeCloseTo(weight, 9);
});

test("hydrogen as found in nature weighs 1837.47 electron masses", () => {
  expect(standardMass(1)).toBeCloseTo(1837.47, 2);
});

test("covalent radii are Cordero's, as ASE has them, up to curium", () => {
  for (const [i, [symbol, , radius]] of ase.entries())
    if (radius !== null)
      expect(covalentRadius(i + 1) * BOHR_IN_ANGSTROM, symbol).toBeCloseTo(radius, 12);
});

test.each([
  ["cu", 'atomicNumberOf: symbol must be that of an element, got "cu"; did you mean "Cu"?'],
  ["Xx", 'atomicNumberOf: symbol must be that of an element, got "Xx"'],
  ["", 'atomicNumberOf: symbol must be that of an element, got ""'],
])('the symbol "%s" is refused', (symbol, sentence) => {
  expect(() => atomicNumberOf(symbol)).toThrow(new RangeError(sentence));
});

test.each([0, 119, 1.5, Number.NaN])("atomic number %f is refused", (number) => {
  for (const ask of [standardMass, covalentRadius])
    expect(() => ask(number)).toThrow(
      new RangeError(
        `${ask.name}: atomicNumber must be a whole number from 1 to 118, got ${number}`,
      ),
    );
});

test("an element without a standard weight, or without a radius, is refused by name", () => {
  for (let number = 1; number <= 118; number++)
    if (WITHOUT_WEIGHT(number)) expect(() => standardMass(number)).toThrow(RangeError);
  expect(() => standardMass(43)).toThrow(
    new RangeError(
      "standardMass: atomicNumber must be that of an element with a standard atomic weight, got 43 (Tc)",
    ),
  );
  expect(() => covalentRadius(97)).toThrow(
    new RangeError(
      "covalentRadius: atomicNumber must be that of an element with a covalent radius, got 97 (Bk)",
    ),
  );
});
