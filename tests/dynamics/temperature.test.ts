import { expect, test } from "vitest";
import {
  BOLTZMANN,
  degreesOfFreedom,
  hartreeFromKelvin,
  kelvinFromHartree,
} from "../../src/dynamics/temperature.js";

test("Boltzmann's constant is CODATA's 3.166811563e-6 hartree/K", () => {
  expect(BOLTZMANN / 3.1668115634564e-6).toBeCloseTo(1, 11);
});
test("at 300 K kT is 0.00095 hartree, and back", () => {
  expect(hartreeFromKelvin(300)).toBeCloseTo(0.00095, 7);
  expect(kelvinFromHartree(hartreeFromKelvin(94.4))).toBeCloseTo(94.4, 12);
});
test("one hartree is 315 775 K", () => {
  expect(kelvinFromHartree(1)).toBeCloseTo(315775.02, 2);
});
test("three for each atom, less three as long as the centre rests; a single atom has its three", () => {
  expect([degreesOfFreedom(10, true), degreesOfFreedom(10, false)]).toEqual([30, 27]);
  expect([degreesOfFreedom(1, true), degreesOfFreedom(1, false)]).toEqual([3, 3]);
});
