import { requirePositive } from "../units/requirePositive.js";
import type { Potential } from "./potential.js";
import { tersoff } from "./tersoff.js";

export interface BondOrderParameters {
  /** Repulsion and attraction, hartree. */
  readonly repulsion: number;
  readonly attraction: number;
  /** How fast they decay, 1/bohr. The repulsion faster. */
  readonly repulsionDecay: number;
  readonly attractionDecay: number;
  /** Where a bond begins to be cut off, and where it has ended, bohr. */
  readonly cutFrom: number;
  readonly cutTo: number;
}

/**
 * The idea of bond order, bare of angles: neighbours share what an atom has to give,
 *
 *   E = ½ Σᵢ Σ_j≠i f_C(r_ij) (A e^(−λ₁ r) − Z_ij^(−1/2) B e^(−λ₂ r)),   Z_ij = 1 + Σ_k≠i,j f_C(r_ik)
 *
 * Z_ij counts the neighbours of i with j as a whole one, so that each bond of an atom with Z equal
 * neighbours has the order Z^(−1/2). At its best distance such an atom has the energy
 * −const · Z^((S − 2) / (2S − 2)), S = λ₁/λ₂: for S = 2 all coordinations bind alike, below few
 * neighbours win, above many.
 *
 * It is `tersoff` with an angle that does not count: n = β = 1, c = λ₃ = 0.
 *
 * Source: L. Pauling, J. Am. Chem. Soc. 69, 542 (1947); G. C. Abell, Phys. Rev. B 31, 6184 (1985).
 *
 * @throws RangeError for parameters that are not positive, attractionDecay not below repulsionDecay,
 *         cutTo not beyond cutFrom
 */
export function bondOrder(parameters: BondOrderParameters): Potential {
  const { repulsion, attraction, repulsionDecay, attractionDecay, cutFrom, cutTo } = parameters;
  requirePositive("bondOrder: repulsion", repulsion, "hartree");
  requirePositive("bondOrder: attraction", attraction, "hartree");
  requirePositive("bondOrder: repulsionDecay", repulsionDecay, "1/bohr");
  requirePositive("bondOrder: attractionDecay", attractionDecay, "1/bohr");
  requirePositive("bondOrder: cutFrom", cutFrom, "bohr");
  if (!(attractionDecay < repulsionDecay && Number.isFinite(repulsionDecay)))
    throw new RangeError(
      `bondOrder: attractionDecay must be below repulsionDecay = ${repulsionDecay} 1/bohr, ` +
        `got ${attractionDecay}`,
    );
  if (!(cutTo > cutFrom && Number.isFinite(cutTo)))
    throw new RangeError(`bondOrder: cutTo must be beyond cutFrom = ${cutFrom} bohr, got ${cutTo}`);
  return tersoff({
    A: repulsion,
    B: attraction,
    lambda1: repulsionDecay,
    lambda2: attractionDecay,
    lambda3: 0,
    m: 1,
    beta: 1,
    n: 1,
    c: 0,
    d: 1,
    h: 0,
    gamma: 1,
    R: (cutTo + cutFrom) / 2,
    D: (cutTo - cutFrom) / 2,
  });
}
