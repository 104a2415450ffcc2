import { inspect } from "node:util";
import { expect, test } from "vitest";
import * as constants from "../../src/units/constants.js";
import { quantity } from "../../src/units/quantity.js";

test.each([
  ["hartree", "eV", constants.HARTREE_IN_EV],
  ["hartree", "cm^-1", constants.HARTREE_IN_INVERSE_CM],
  ["hartree", "cm⁻¹", constants.HARTREE_IN_INVERSE_CM],
  ["bohr", "angstrom", constants.BOHR_IN_ANGSTROM],
  ["bohr", "Å", constants.BOHR_IN_ANGSTROM],
  ["atomictime", "fs", constants.ATOMIC_TIME_IN_FS],
  ["electronmass", "dalton", constants.ELECTRON_MASS_IN_U],
  ["electronmass", "u", constants.ELECTRON_MASS_IN_U],
])("1 %s in %s is the constant of units/constants", (from, to, known) => {
  expect(quantity(1, from).in(to) / known).toBeCloseTo(1, 14);
  expect(quantity(known, to).in(from)).toBeCloseTo(1, 14);
});

// NIST, CODATA 2022, where not said otherwise.
test.each([
  ["hartree", "J", 4.359744722206e-18],
  ["electronvolt", "J", 1.602176634e-19],
  ["dalton", "kg", 1.66053906892e-27],
  ["electronmass", "kg", 9.1093837139e-31],
  ["atomictime", "s", 2.4188843265864e-17],
  ["hartree", "kcal/mol", 627.50947406], // from the hartree, Avogadro's number and 4.184 J
  ["hartree", "kJ/mol", 2625.49963948], // the same
  ["kcal", "J", 4184],
  ["eV", "cm⁻¹", 8065.543937],
  ["hartree/bohr", "eV/angstrom", 51.422067],
  ["hartree/bohr", "N", 8.2387235038e-8],
  ["hartree/bohr^3", "GPa", 29421.015697],
  ["electronmass*bohr^2/atomictime^2", "hartree", 1],
  ["kcal/mol/angstrom", "meV/Å", 43.364104],
])("1 %s is %s", (from, to, known) => {
  expect(quantity(1, from).in(to) / known).toBeCloseTo(1, 7);
});

test("there and back, as text", () => {
  expect(String(quantity(27.211386245981, "eV").to("hartree"))).toBe("1 hartree");
  expect(inspect(quantity(-0.5, "hartree"))).toBe("-0.5 hartree");
  expect(JSON.parse(JSON.stringify(quantity(2, " bohr ")))).toEqual({ value: 2, unit: "bohr" });
});

test("a sum is in the unit of the left one", () => {
  const bond = quantity(1, "bohr").plus(quantity(1, "angstrom"));
  expect(bond.unit).toBe("bohr");
  expect(bond.value).toBeCloseTo(1 + 1 / constants.BOHR_IN_ANGSTROM, 14);
  expect(quantity(1, "hartree").minus(quantity(1, "eV")).in("eV")).toBeCloseTo(26.211386246, 9);
});

test.each([
  ["hartree", "over", "bohr", 0.5, "hartree/bohr"],
  ["hartree", "times", "hartree", 2, "hartree^2"],
  ["hartree/bohr", "times", "bohr", 2, "hartree"],
  ["eV", "over", "meV", 500, ""],
  ["bohr", "over", "bohr", 0.5, ""],
  ["fs", "over", "fs^2", 0.5, "1/fs"],
  ["kcal/mol", "over", "angstrom", 0.5, "kcal/mol/angstrom"],
  ["cm^-1", "over", "bohr", 0.5, "cm⁻¹/bohr"],
] as const)("1 %s %s 2 %s", (left, operation, right, value, unit) => {
  const result = quantity(1, left)[operation](quantity(2, right));
  expect(result.unit).toBe(unit);
  expect(result.value).toBeCloseTo(value, 12);
  if (unit !== "") expect(result.to(unit).value).toBeCloseTo(value, 12);
});

test("numbers scale, powers raise", () => {
  expect(String(quantity(3, "bohr").times(2))).toBe("6 bohr");
  expect(String(quantity(3, "bohr").over(2))).toBe("1.5 bohr");
  expect(String(quantity(3, "bohr").power(2))).toBe("9 bohr^2");
  expect(quantity(9, "bohr^2").power(0.5).in("bohr")).toBeCloseTo(3, 14);
  expect(
    String(quantity(3, "bohr").over(quantity(2, "bohr")).plus(quantity(1, "m").power(0))),
  ).toBe("2.5");
});

test("a vibration from a force constant: omega = sqrt(k / mu), every unit carried", () => {
  const k = quantity(0.37, "hartree/bohr^2");
  const mu = quantity(constants.PROTON_MASS / 2, "electronmass");
  const omega = k.over(mu).power(0.5);
  const bare = Math.sqrt(0.37 / (constants.PROTON_MASS / 2));
  expect(omega.times(quantity(1, "atomictime")).value).toBeCloseTo(bare, 12);
  expect(omega.in("1/atomictime")).toBeCloseTo(bare, 12);
});

test("1/cm is an inverse length, cm^-1 an energy", () => {
  expect(quantity(1, "1/cm").in("1/m")).toBeCloseTo(100, 10);
  expect(() => quantity(1, "1/cm").to("hartree")).toThrow(
    "to: cannot turn an inverse length (1/cm) into an energy (hartree)",
  );
});

test.each([
  [
    () => quantity(1, "hartree").plus(quantity(1, "bohr")),
    "plus: cannot add a length (bohr) to an energy (hartree)",
  ],
  [
    () => quantity(1, "fs").minus(quantity(1, "hartree/bohr")),
    "minus: cannot subtract a force (hartree/bohr) from a time (fs)",
  ],
  [
    () => quantity(1, "hartree").plus(3 as never),
    "plus: cannot add a pure number to an energy (hartree)",
  ],
  [() => quantity(1, "dalton").to("eV"), "to: cannot turn a mass (dalton) into an energy (eV)"],
  [() => quantity(1, "K").in("eV"), "to: cannot turn a temperature (K) into an energy (eV)"],
  [
    () => quantity(1, "hartree*bohr^2").in("eV"),
    "to: cannot turn a quantity (hartree*bohr^2) into an energy (eV)",
  ],
  [
    () => quantity(1, "hartre"),
    'quantity: cannot read the unit "hartre": Unit "hartre" not found.',
  ],
  [() => quantity(1, "constructor"), 'quantity: cannot read the unit "constructor": '],
  [() => quantity(1, ""), "quantity: unit must be text such as \"hartree\", got ''"],
  [() => quantity(1, 7 as never), 'quantity: unit must be text such as "hartree", got 7'],
  [() => quantity(1, "2 bohr"), 'quantity: a unit must hold no number but exponents, got "2 bohr"'],
  [() => quantity(1, "degC"), 'quantity: temperatures must be in K, got "degC"'],
  [
    () => quantity(1, "eV").times("bohr" as never),
    "quantity: it must be a quantity or a number, got 'bohr'",
  ],
])("a mistake of kind is told in words: %s", (action, message) => {
  expect(action).toThrow(TypeError);
  expect(action).toThrow(message);
});

test.each([
  [() => quantity(Number.NaN, "eV"), "quantity: value must be a finite number, got NaN"],
  [() => quantity("1" as never, "eV"), "quantity: value must be a finite number, got '1'"],
  [() => quantity(1, "eV").over(0), "quantity: value must be a finite number, got Infinity"],
  [() => quantity(-4, "eV").power(0.5), "power: a root of -4 eV must not be taken, it is negative"],
])("a mistake of value is told in words: %s", (action, message) => {
  expect(action).toThrow(new RangeError(message));
});
