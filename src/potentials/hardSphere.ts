import { requirePositive } from "../units/requirePositive.js";
import type { PairTerm } from "./potential.js";

/**
 * Balls that do not feel each other until they touch,
 *
 *   u(r) = ∞ for r < d, 0 otherwise
 *
 * so the energy does not tell overlapping balls how to part: inside there is no slope, and time steps
 * of a fixed length cannot move them. Dynamics goes from collision to collision instead.
 *
 * @param diameter  d in bohr. Positive.
 * @throws RangeError when the diameter is not a positive finite number; from `slope` for r < d
 */
export function hardSphere({ diameter }: { readonly diameter: number }): PairTerm {
  requirePositive("hardSphere: diameter", diameter, "bohr");
  return {
    energy: (r) => (r < diameter ? Number.POSITIVE_INFINITY : 0),
    slope: (r) => {
      if (r < diameter)
        throw new RangeError(
          `hardSphere: slope must be asked for at ${diameter} bohr or more, got ${r}`,
        );
      return 0;
    },
  };
}
