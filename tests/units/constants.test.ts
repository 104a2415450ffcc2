import { expect, test } from "vitest";
import * as constants from "../../src/units/constants.js";

// scipy 1.17.1, scipy.constants.physical_constants (CODATA 2022), name by name.
test.each([
  ["HARTREE_IN_EV", constants.HARTREE_IN_EV, 27.211386245981],
  ["HARTREE_IN_INVERSE_CM", constants.HARTREE_IN_INVERSE_CM, 21947463.136314 / 100],
  ["BOHR_IN_ANGSTROM", constants.BOHR_IN_ANGSTROM, 5.29177210544e-11 * 1e10],
  ["ATOMIC_TIME_IN_FS", constants.ATOMIC_TIME_IN_FS, 2.4188843265864e-17 * 1e15],
  ["ELECTRON_MASS_IN_U", constants.ELECTRON_MASS_IN_U, 0.0005485799090441],
  ["U_IN_KG", constants.U_IN_KG, 1.66053906892e-27],
  ["EV_IN_JOULE", constants.EV_IN_JOULE, 1.602176634e-19],
  ["AVOGADRO", constants.AVOGADRO, 6.02214076e23],
  ["PROTON_MASS", constants.PROTON_MASS, 1836.152673426],
  ["DEUTERON_MASS", constants.DEUTERON_MASS, 3670.482967655],
])("%s is the CODATA 2022 value", (_name, ours, codata) => {
  expect(Math.abs(ours / codata - 1)).toBeLessThan(4 * Number.EPSILON);
});

test("the hartree in cm⁻¹ and the atomic time agree: both come from hartree / h", () => {
  // hartree / (h c) = 1 / (2π c · atomic time)
  const speedOfLightInCmPerFs = 2.99792458e-5;
  const inverseCm = 1 / (2 * Math.PI * speedOfLightInCmPerFs * constants.ATOMIC_TIME_IN_FS);
  expect(inverseCm / constants.HARTREE_IN_INVERSE_CM).toBeCloseTo(1, 12);
});

test("the proton in u: its mass ratio times the electron mass", () => {
  // CODATA 2022, proton mass in u: 1.0072764665789(83)
  expect(constants.PROTON_MASS * constants.ELECTRON_MASS_IN_U).toBeCloseTo(1.0072764665789, 11);
});
