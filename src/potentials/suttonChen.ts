import { bohrFromAngstrom, hartreeFromEv } from "../units/convert.js";
import { requirePositive } from "../units/requirePositive.js";
import { manyBody } from "./manyBody.js";
import type { Potential } from "./potential.js";
import { addSuttonChenInto } from "./suttonChenForces.js";

/** The letters are those of the paper. */
export interface SuttonChenParameters {
  /** Unit of energy, hartree. */
  readonly epsilon: number;
  /** Strength of the embedding. */
  readonly c: number;
  /** Powers of the repulsion and of the density; n > m. */
  readonly n: number;
  readonly m: number;
  /** Unit of length, bohr: the edge of the cube of the perfect crystal. */
  readonly a: number;
}

export interface SuttonChenOptions {
  /** Pairs farther apart than this do not count, bohr; cut, not shifted. */
  readonly cutoff: number;
}

/**
 * A metal in two powers: the embedding is a square root,
 *
 *   E = ε Σᵢ (½ Σ_j (a/r_ij)ⁿ − c √ρᵢ),   ρᵢ = Σ_j (a/r_ij)ᵐ
 *
 * The square root is what the second moment of the electrons' energies gives (M. W. Finnis and
 * J. E. Sinclair, Philos. Mag. A 50, 45 (1984)): twice the neighbours bind √2 times as strongly.
 * The parameters hold for sums over the whole crystal, which converge slowly, as r^(3−m): at a cutoff of
 * 2a copper has lost 1.3 % of its energy.
 *
 * Source: A. P. Sutton and J. Chen, Philos. Mag. Lett. 61, 139 (1990).
 *
 * @throws RangeError for parameters that are not positive, n not above m, m not above 3; from
 *         `energyAndForces` what `NeighbourList` refuses
 */
export function suttonChen(
  parameters: SuttonChenParameters,
  { cutoff }: SuttonChenOptions,
): Potential {
  const { epsilon, c, n, m, a } = parameters;
  requirePositive("suttonChen: epsilon", epsilon, "hartree");
  requirePositive("suttonChen: c", c, "epsilon");
  requirePositive("suttonChen: a", a, "bohr");
  requirePositive("suttonChen: cutoff", cutoff, "bohr");
  if (!(m > 3 && n > m && Number.isFinite(n)))
    throw new RangeError(`suttonChen: powers must be n > m > 3, got n ${n} and m ${m}`);
  return manyBody("suttonChen", "half", cutoff, {
    addInto: (forces, energies, _, list) =>
      addSuttonChenInto(forces, energies, list, parameters, cutoff),
  });
}

const set = (
  energyEv: number,
  c: number,
  n: number,
  m: number,
  aAngstrom: number,
): SuttonChenParameters => ({
  epsilon: hartreeFromEv(energyEv),
  c,
  n,
  m,
  a: bohrFromAngstrom(aAngstrom),
});

/** Sutton and Chen's table: fcc metals, each with its own edge a and cohesive energy. */
export const suttonChenMetals: Readonly<
  Record<"Cu" | "Ni" | "Ag" | "Au" | "Al", SuttonChenParameters>
> = {
  Cu: set(1.2382e-2, 39.432, 9, 6, 3.61),
  Ni: set(1.5707e-2, 39.432, 9, 6, 3.52),
  Ag: set(2.5415e-3, 144.41, 12, 6, 4.09),
  Au: set(1.2793e-2, 34.408, 10, 8, 4.08),
  Al: set(3.3147e-2, 16.399, 7, 6, 4.05),
};
