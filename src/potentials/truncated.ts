import { inspect } from "node:util";
import { requirePositive } from "../units/requirePositive.js";
import type { PairTerm } from "./potential.js";

/**
 * What is done to a term that is cut off at r_c:
 * - "none": u(r), which jumps to 0 there;
 * - "shift": u(r) − u(r_c), whose slope jumps to 0;
 * - "forceShift": u(r) − u(r_c) − (r − r_c) u′(r_c), whose slope ends at 0 too.
 */
export type Truncation = "none" | "shift" | "forceShift";

/**
 * A term that is 0 from a distance on. The energy of atoms in motion is conserved with "shift" and
 * "forceShift", not with "none": there every atom that crosses the cutoff gains or loses u(r_c).
 *
 * @param cutoff  r_c in bohr; with "none" it may be Infinity
 * @throws RangeError for a cutoff that is not positive, or at which the term is not finite; TypeError
 *         for another word as truncation
 */
export function truncated(term: PairTerm, cutoff: number, truncation: Truncation): PairTerm {
  if (!["none", "shift", "forceShift"].includes(truncation))
    throw new TypeError(
      `truncated: truncation must be "none", "shift" or "forceShift", got ${inspect(truncation)}`,
    );
  if (cutoff !== Number.POSITIVE_INFINITY || truncation !== "none")
    requirePositive("truncated: cutoff", cutoff, "bohr");
  if (truncation === "none")
    return {
      energy: (r) => (r < cutoff ? term.energy(r) : 0),
      slope: (r) => (r < cutoff ? term.slope(r) : 0),
    };
  const offset = term.energy(cutoff);
  const tilt = truncation === "forceShift" ? term.slope(cutoff) : 0;
  if (!Number.isFinite(offset) || !Number.isFinite(tilt))
    throw new RangeError(
      `truncated: the term must be finite at the cutoff of ${cutoff} bohr, ` +
        `got energy ${offset} and slope ${tilt}`,
    );
  return {
    energy: (r) => (r < cutoff ? term.energy(r) - offset - tilt * (r - cutoff) : 0),
    slope: (r) => (r < cutoff ? term.slope(r) - tilt : 0),
  };
}
