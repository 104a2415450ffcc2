import { gaussLegendre } from "../numerics/quadrature.js";
import { requirePositive } from "../units/requirePositive.js";
import type { PairTerm } from "./potential.js";

export interface TailCorrections {
  /** To add to the energy per atom, hartree. */
  readonly energyPerAtom: number;
  /** To add to the pressure, hartree/bohr³. */
  readonly pressure: number;
}

/**
 * What a cut-off term ("none") leaves out, if beyond the cutoff the atoms are spread evenly,
 *
 *   E/N = 2π ρ ∫ u(r) r² dr,   P = −(2π/3) ρ² ∫ u′(r) r³ dr,   from r_c to ∞
 *
 * right for a liquid, wrong for a crystal. For Lennard-Jones the energy is
 * (8/3) π ρ ε σ³ ((σ/r_c)⁹/3 − (σ/r_c)³).
 *
 * @param cutoff   r_c in bohr
 * @param density  ρ, atoms per bohr³
 * @throws RangeError for a cutoff or density that is not positive, and a term that falls too slowly for
 *         the integrals to exist, such as Coulomb's
 */
export function tailCorrections(
  term: PairTerm,
  { cutoff, density }: { readonly cutoff: number; readonly density: number },
): TailCorrections {
  requirePositive("tailCorrections: cutoff", cutoff, "bohr");
  requirePositive("tailCorrections: density", density, "atoms/bohr³");
  const energy = integral((r) => term.energy(r) * r ** 2, cutoff);
  const slope = integral((r) => term.slope(r) * r ** 3, cutoff);
  return {
    energyPerAtom: 2 * Math.PI * density * energy,
    pressure: ((-2 * Math.PI) / 3) * density ** 2 * slope,
  };
}

/** ∫ f(r) dr from r_c to ∞, by t = r_c/r: powers of r become powers of t, and infinity 0. */
function integral(f: (r: number) => number, cutoff: number): number {
  const [coarse, fine] = [40, 80].map((n) => {
    const { points, weights } = gaussLegendre(n, 0, 1);
    return points.reduce((sum, t, k) => sum + weights[k]! * f(cutoff / t) * (cutoff / t ** 2), 0);
  }) as [number, number];
  if (!(Math.abs(fine - coarse) <= 1e-8 * Math.abs(fine)))
    throw new RangeError(
      "tailCorrections: the term must fall faster than 1/r³, got integrals of " +
        `${coarse} and ${fine} with 40 and 80 points`,
    );
  return fine;
}
