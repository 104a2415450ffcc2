import { EV_IN_JOULE, HARTREE_IN_EV } from "../units/constants.js";

/** Boltzmann's constant, hartree per kelvin: 1.380649 · 10⁻²³ J/K, exact in the SI. */
export const BOLTZMANN: number = 1.380649e-23 / EV_IN_JOULE / HARTREE_IN_EV;

/** kT in hartree of a temperature in kelvin: at 300 K it is 0.00095 hartree. */
export function hartreeFromKelvin(temperatureKelvin: number): number {
  return temperatureKelvin * BOLTZMANN;
}

/** The temperature in kelvin that belongs to kT in hartree: one hartree is 315 775 K. */
export function kelvinFromHartree(kT: number): number {
  return kT / BOLTZMANN;
}

/**
 * In how many ways n atoms move, for kT = 2 K / (that number): three for each atom, less three as long as
 * nothing sets their common centre in motion. A single atom has its three.
 */
export function degreesOfFreedom(n: number, movesCentre: boolean): number {
  return movesCentre || n === 1 ? 3 * n : 3 * n - 3;
}
