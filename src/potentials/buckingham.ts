import { inspect } from "node:util";
import { requirePositive } from "../units/requirePositive.js";
import type { PairTerm } from "./potential.js";

export interface BuckinghamParameters {
  /** Strength of the wall, hartree. Positive. */
  readonly wall: number;
  /** Distance in which the wall falls to 1/e, bohr. Positive. */
  readonly range: number;
  /** Strength of the attraction, hartree·bohr⁶. From 0; 0 gives the wall of Born and Mayer. */
  readonly dispersion: number;
}

/** A Buckingham term and the distance down to which it makes sense. */
export interface BuckinghamTerm extends PairTerm {
  /** Top of the barrier, bohr: nearer than this, the attraction wins and the atoms fall together. */
  readonly barrier: number;
}

/**
 * Two closed shells: an exponential wall, as overlapping electron clouds have it, and dispersion,
 *
 *   u(r) = A e^(−r/ρ) − C/r⁶
 *
 * Holds beyond the barrier only: for r → 0 the wall stays finite and u falls to −∞. Nearer than the top
 * of that barrier, at 0 < r < 7ρ, energy and slope are refused.
 *
 * Source: R. A. Buckingham, Proc. R. Soc. Lond. A 168, 264 (1938).
 *
 * @throws RangeError for a parameter that is not positive (C: negative), or an attraction so strong that
 *         there is no barrier; from `energy` and `slope` for r nearer than the barrier
 */
export function buckingham({ wall, range, dispersion }: BuckinghamParameters): BuckinghamTerm {
  requirePositive("buckingham: wall", wall, "hartree");
  requirePositive("buckingham: range", range, "bohr");
  if (!(dispersion >= 0 && Number.isFinite(dispersion)))
    throw new RangeError(
      `buckingham: dispersion must be a number of hartree·bohr⁶ from 0, got ${inspect(dispersion)}`,
    );
  const barrier = dispersion === 0 ? 0 : findBarrier(wall, range, dispersion);
  const checked = (r: number): number => {
    if (r >= barrier) return r;
    throw new RangeError(
      `buckingham: r must be ${barrier} bohr or more, where the barrier is, got ${r}`,
    );
  };
  const repulsion = (r: number): number => wall * Math.exp(-checked(r) / range);
  const over = (r: number, power: number): number => (dispersion === 0 ? 0 : r ** -power); // not 0/0
  return {
    barrier,
    energy: (r) => repulsion(r) - dispersion * over(r, 6),
    slope: (r) => -repulsion(r) / range + 6 * dispersion * over(r, 7),
  };
}

/** Where u′ = 0 first: r⁷ e^(−r/ρ) = 6 C ρ / A. The left side rises from 0 to its top at r = 7ρ. */
function findBarrier(wall: number, range: number, dispersion: number): number {
  const rises = (r: number): boolean =>
    r ** 7 * Math.exp(-r / range) < (6 * dispersion * range) / wall;
  let [low, high] = [0, 7 * range];
  if (rises(high))
    throw new RangeError(
      `buckingham: dispersion must leave a barrier, below ` +
        `${((7 * range) ** 7 * Math.exp(-7) * wall) / (6 * range)} hartree·bohr⁶, got ${dispersion}`,
    );
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (rises(middle)) low = middle;
    else high = middle;
  }
  return high;
}
