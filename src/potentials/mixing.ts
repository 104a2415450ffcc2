import { type LennardJonesParameters, lennardJones } from "./lennardJones.js";
import type { SpeciesTerms } from "./pairPotential.js";

/**
 * How two unlike atoms are guessed from two like pairs; the wells are always ε_ab = √(ε_a ε_b).
 * - "lorentzBerthelot": σ_ab = (σ_a + σ_b) / 2, as for hard spheres (LAMMPS: arithmetic);
 * - "geometric": σ_ab = √(σ_a σ_b).
 */
export type MixingRule = "lorentzBerthelot" | "geometric";

/** The parameters for a pair of unlike atoms. @throws RangeError for an unknown rule */
export function mixed(
  a: LennardJonesParameters,
  b: LennardJonesParameters,
  rule: MixingRule,
): LennardJonesParameters {
  if (rule !== "lorentzBerthelot" && rule !== "geometric")
    throw new RangeError(`mixed: rule must be "lorentzBerthelot" or "geometric", got "${rule}"`);
  return {
    epsilon: Math.sqrt(a.epsilon * b.epsilon),
    sigma: rule === "geometric" ? Math.sqrt(a.sigma * b.sigma) : (a.sigma + b.sigma) / 2,
  };
}

/**
 * The terms of a mixture for `pairPotential`, from the parameters of each element:
 * `mixedTerms({ Ar: …, Kr: … }, "lorentzBerthelot")` has Ar-Ar, Ar-Kr and Kr-Kr.
 *
 * @throws RangeError as `mixed` and `lennardJones` do
 */
export function mixedTerms(
  elements: Readonly<Record<string, LennardJonesParameters>>,
  rule: MixingRule,
): SpeciesTerms {
  const list = Object.entries(elements);
  return Object.fromEntries(
    list.flatMap(([nameA, a], i) =>
      list
        .slice(i)
        .map(([nameB, b]) => [`${nameA}-${nameB}`, lennardJones(mixed(a, b, rule))] as const),
    ),
  );
}
