import type { ForceTerm } from "./forceTerm.js";
import { overPairs } from "./pairs.js";
import type { CharmmParameters, Well } from "./parameters.js";
import type { Pair, Topology } from "./topology.js";

/** The pairs that are not excluded. Index letter: p pairs. */
export interface NonbondedPairs {
  readonly pairs: readonly Pair[];
  /** From this p on, pairs three bonds apart. */
  readonly start14: number;
}

/** All pairs of atoms but the excluded ones; those three bonds apart come last. */
export function nonbondedPairs({ types, excluded, pairs14 }: Topology): NonbondedPairs {
  const others = new Set([...excluded, ...pairs14].map(([i, j]) => i * types.length + j));
  const pairs: Pair[] = [];
  for (let i = 0; i < types.length; i++)
    for (let j = i + 1; j < types.length; j++)
      if (!others.has(i * types.length + j)) pairs.push([i, j]);
  return { pairs: [...pairs, ...pairs14], start14: pairs.length };
}

/**
 * The Lennard-Jones energy in CHARMM's form, and its mixing rule for unlike atoms,
 *
 *   E = ε ((R/r)¹² − 2 (R/r)⁶),   ε = √(ε_i ε_j),   R = R_i/2 + R_j/2
 *
 * with the minimum −ε at R. It is `lennardJones` with σ = 2^(−1/6) R. Pairs three bonds apart take the
 * wells made for them.
 */
export function lennardJonesTerm(
  { types }: Topology,
  { pairs, start14 }: NonbondedPairs,
  { atoms }: CharmmParameters,
): ForceTerm {
  const depth = new Float64Array(pairs.length);
  const minimum = new Float64Array(pairs.length);
  for (const [p, [i, j]] of pairs.entries()) {
    const [one, other] = [atoms[types[i]!]!, atoms[types[j]!]!];
    const well =
      p < start14 ? mixedWell(one.well, other.well) : mixedWell(one.well14, other.well14);
    depth[p] = well.depth;
    minimum[p] = 2 * well.halfMinimum;
  }
  return overPairs(pairs, {
    energy(p, r) {
      const sixth = (minimum[p]! / r) ** 6;
      return depth[p]! * (sixth * sixth - 2 * sixth);
    },
    slope(p, r) {
      const sixth = (minimum[p]! / r) ** 6;
      return (12 * depth[p]! * (sixth - sixth * sixth)) / r;
    },
  });
}

/** √(ε_i ε_j) and the mean of R_i/2 and R_j/2: half of the sum R_i/2 + R_j/2. */
export function mixedWell(one: Well, other: Well): Well {
  return {
    depth: Math.sqrt(one.depth * other.depth),
    halfMinimum: (one.halfMinimum + other.halfMinimum) / 2,
  };
}

/** E = q_i q_j / (ε_r r), times `chargeScale14` for pairs three bonds apart. */
export function coulombTerm(
  { charges }: Topology,
  { pairs, start14 }: NonbondedPairs,
  { chargeScale14, relativePermittivity }: CharmmParameters,
): ForceTerm {
  const product = Float64Array.from(pairs, ([i, j], p) => {
    const scale = p < start14 ? 1 : chargeScale14;
    return (scale * charges[i]! * charges[j]!) / relativePermittivity;
  });
  return overPairs(pairs, {
    energy: (p, r) => product[p]! / r,
    slope: (p, r) => -product[p]! / (r * r),
  });
}
