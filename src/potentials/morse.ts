import { requirePositive } from "../units/requirePositive.js";
import type { PairTerm } from "./potential.js";

export interface MorseParameters {
  /** Depth of the well below the separated atoms, hartree. Positive. */
  readonly wellDepth: number;
  /** Distance of the minimum, bohr. Positive. */
  readonly bondLength: number;
  /** Inverse width of the well, 1/bohr. Positive. */
  readonly stiffness: number;
}

/**
 * Morse's model of a chemical bond,
 *
 *   u(r) = D (1 − e^(−a (r − r₀)))² − D
 *
 * so u(r₀) = −D, u(∞) = 0 and u″(r₀) = 2 D a².
 *
 * Holds: smooth and finite for every r ≥ 0, including r = 0 (the wall is soft).
 * Source: P. M. Morse, Phys. Rev. 34, 57 (1929).
 *
 * @throws RangeError when a parameter is not a positive finite number
 */
export function morse({ wellDepth, bondLength, stiffness }: MorseParameters): PairTerm {
  requirePositive("morse: wellDepth", wellDepth, "hartree");
  requirePositive("morse: bondLength", bondLength, "bohr");
  requirePositive("morse: stiffness", stiffness, "1/bohr");
  const decay = (r: number): number => Math.exp(-stiffness * (r - bondLength));
  return {
    energy: (r) => wellDepth * ((1 - decay(r)) ** 2 - 1),
    slope: (r) => 2 * wellDepth * stiffness * decay(r) * (1 - decay(r)),
  };
}
