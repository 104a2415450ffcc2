import { expect, test } from "vitest";
import {
  lammpsBuckingham,
  lammpsLennardJones,
  lammpsMorse,
} from "../../src/exchange/lammpsNative.js";
import { bohrFromAngstrom, hartreeFromEv } from "../../src/units/convert.js";

const angstrom = bohrFromAngstrom;
const numbersIn = (text: string): number[] => text.split(" ").map(Number);
const expectNumbers = (text: string, wanted: number[]): void => {
  expect(numbersIn(text)).toHaveLength(wanted.length);
  for (const [i, value] of numbersIn(text).entries()) expect(value).toBeCloseTo(wanted[i]!, 10);
};
const cutoff = angstrom(8.5);

test("lj/cut has epsilon and sigma, morse D, alpha and r0, buck A, rho and C, in units metal", () => {
  const argon = { epsilon: hartreeFromEv(0.0103), sigma: angstrom(3.4) };
  const lj = lammpsLennardJones(argon, { cutoff });
  expect(lj.style).toBe("lj/cut");
  expectNumbers(lj.settings, [8.5]);
  expectNumbers(lj.coefficients("Ar", "Ar", ""), [0.0103, 3.4]);
  const copper = {
    wellDepth: hartreeFromEv(0.3429),
    stiffness: 1.3588 / angstrom(1),
    bondLength: angstrom(2.866),
  };
  const morse = lammpsMorse(copper, { cutoff });
  expect(morse.style).toBe("morse");
  expectNumbers(morse.coefficients("Cu", "Cu", ""), [0.3429, 1.3588, 2.866]);
  const neon = {
    wall: hartreeFromEv(5000),
    range: angstrom(0.21),
    dispersion: hartreeFromEv(4) * angstrom(1) ** 6,
  };
  const buck = lammpsBuckingham(neon, { cutoff });
  expect(buck.style).toBe("buck");
  expectNumbers(buck.coefficients("Ne", "Ne", ""), [5000, 0.21, 4]);
});

test("the truncation chooses shift or a smooth style, and the remark says it", () => {
  const set = { epsilon: 1, sigma: 1 };
  const none = lammpsLennardJones(set, { cutoff });
  expect([none.shift, none.remark]).toEqual([
    false,
    "cut off at 8.5 angstrom, not shifted, so the energy jumps there",
  ]);
  const shift = lammpsLennardJones(set, { cutoff, truncation: "shift" });
  expect([shift.style, shift.shift, shift.remark]).toEqual([
    "lj/cut",
    true,
    "cut off at 8.5 angstrom, the energy shifted to 0 there, so the force jumps",
  ]);
  const smooth = lammpsLennardJones(set, { cutoff, truncation: "forceShift" });
  expect([smooth.style, smooth.shift]).toEqual(["lj/smooth/linear", false]);
  expect(smooth.remark).toBe("cut off at 8.5 angstrom, energy and force shifted to 0 there");
  const morse = { wellDepth: 1, bondLength: 1, stiffness: 1 };
  expect(lammpsMorse(morse, { cutoff, truncation: "forceShift" }).style).toBe(
    "morse/smooth/linear",
  );
});

test("one set for each pair of species, found in either order", () => {
  const pair = lammpsLennardJones(
    { "Ar-Ar": { epsilon: 1, sigma: 2 }, "Ar-Kr": { epsilon: 3, sigma: 4 } },
    { cutoff },
  );
  expect(pair.coefficients("Kr", "Ar", "")).toBe(pair.coefficients("Ar", "Kr", ""));
  expect(() => pair.coefficients("Kr", "Kr", "")).toThrow(
    "lammpsLennardJones: there must be an entry for Kr-Kr, got Ar-Ar, Ar-Kr",
  );
});

test("what the terms refuse is refused, and so is a smooth buck, which LAMMPS does not have", () => {
  expect(() => lammpsLennardJones({ epsilon: -1, sigma: 1 }, { cutoff })).toThrow(
    "lennardJones: epsilon must be a positive number of hartree, got -1",
  );
  expect(() =>
    lammpsMorse({ "Cu-Cu": { wellDepth: 1, bondLength: 0, stiffness: 1 } }, { cutoff }),
  ).toThrow("morse: bondLength");
  const neon = { wall: 1, range: 1, dispersion: 0 };
  expect(() => lammpsBuckingham(neon, { cutoff, truncation: "forceShift" })).toThrow(
    'lammpsBuckingham: truncation must be "none" or "shift", got "forceShift" (use lammpsTable)',
  );
  expect(() => lammpsBuckingham(neon, { cutoff: -1 })).toThrow(
    "lammpsBuckingham: cutoff must be a positive number of bohr, got -1",
  );
});
