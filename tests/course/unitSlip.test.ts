import { expect, test } from "vitest";
import { unitSlip } from "../../src/course/unitSlip.js";

const want = [0.1, -0.04, 0];
const times = (factor: number): number[] => want.map((number) => factor * number);

test.each([
  ["hartree", 27.2114, "it looks like eV; the answer is asked in hartree"],
  ["hartree", 27.2, "it looks like eV; the answer is asked in hartree"],
  ["eV", 1 / 27.2114, "it looks like hartree; the answer is asked in eV"],
  ["hartree", 219474.6, "it looks like cm⁻¹; the answer is asked in hartree"],
  ["cm⁻¹", 1 / 8065.54, "it looks like eV; the answer is asked in cm⁻¹"],
  ["bohr", 0.529, "it looks like angstrom; the answer is asked in bohr"],
  ["fs", 41.341, "it looks like atomic units of time; the answer is asked in fs"],
  ["electron masses", 5.4858e-4, "it looks like u; the answer is asked in electron masses"],
  ["hartree/bohr", 51.422, "it looks like eV/angstrom; the answer is asked in hartree/bohr"],
  ["hartree/bohr", 27.2114, "it looks like eV/bohr; the answer is asked in hartree/bohr"],
  ["hartree/bohr", 1.8897, "it looks like hartree/angstrom; the answer is asked in hartree/bohr"],
  ["hartree", -1, "it has the opposite sign"],
  ["degrees", -1, "it has the opposite sign"],
  [undefined, -1, "it has the opposite sign"],
])("in %s, off by a factor of %f: %s", (unit, factor, sentence) => {
  expect(unitSlip(times(factor), want, unit)).toBe(sentence);
});

test.each([
  ["hartree", times(2)],
  ["hartree", times(1)],
  ["hartree", times(26.9)],
  ["hartree", [2.72114, -0.04, 0]], // the factor fits one input only
  ["hartree", [2.72114, -1.088456, 0.1]],
  ["degrees", times(27.2114)],
  [undefined, times(27.2114)],
])("in %s, %j: no guess", (unit, got) => {
  expect(unitSlip(got, want, unit)).toBeUndefined();
});

test("all zero says nothing about units", () => {
  expect(unitSlip([0, 0], [0, 0], "hartree")).toBeUndefined();
});
