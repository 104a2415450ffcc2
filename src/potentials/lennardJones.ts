import { requirePositive } from "../units/requirePositive.js";
import type { PairTerm } from "./potential.js";

export interface LennardJonesParameters {
  /** Depth of the well, hartree. Positive. */
  readonly epsilon: number;
  /** Distance at which the energy changes sign, bohr. Positive. */
  readonly sigma: number;
}

/**
 * Two atoms without a bond: a wall, and the attraction of fluctuating dipoles,
 *
 *   u(r) = 4ε ((σ/r)¹² − (σ/r)⁶)
 *
 * so u(σ) = 0, and the minimum is −ε at R_min = 2^(1/6) σ, where u″ = 72 ε / R_min². The tail
 * −4ε σ⁶/r⁶ is physics, the wall a convenience: it is the tail squared.
 *
 * Source: J. E. Lennard-Jones, Proc. Phys. Soc. 43, 461 (1931).
 *
 * @throws RangeError when a parameter is not a positive finite number
 */
export function lennardJones({ epsilon, sigma }: LennardJonesParameters): PairTerm {
  requirePositive("lennardJones: epsilon", epsilon, "hartree");
  requirePositive("lennardJones: sigma", sigma, "bohr");
  const attraction = 4 * epsilon * sigma ** 6;
  const repulsion = attraction * sigma ** 6;
  const term: PairTerm = {
    energy: (r) => {
      const sixth = 1 / (r * r * r * r * r * r);
      return (repulsion * sixth - attraction) * sixth;
    },
    slope: (r) => {
      const sixth = 1 / (r * r * r * r * r * r);
      return (6 * (attraction - 2 * repulsion * sixth) * sixth) / r;
    },
  };
  coefficients.set(term, { repulsion, attraction });
  return term;
}

/** u(r) = repulsion/r¹² − attraction/r⁶, hartree·bohr¹² and hartree·bohr⁶. */
export interface TwelveSix {
  readonly repulsion: number;
  readonly attraction: number;
}

/** Apart from the terms, so that no copy of a term with another energy can inherit them. */
const coefficients = new WeakMap<PairTerm, TwelveSix>();

/** The coefficients of a term that `lennardJones` made; undefined for every other. */
export function twelveSixOf(term: PairTerm): TwelveSix | undefined {
  return coefficients.get(term);
}

/**
 * σ = 2^(−1/6) R_min, for parameters that state where the minimum is: CHARMM's
 * ε ((R_min/r)¹² − 2 (R_min/r)⁶) is the same function.
 */
export function sigmaOfMinimum(minimum: number): number {
  return minimum / 2 ** (1 / 6);
}
