import type { System } from "../structures/system.js";
import { type PairInteraction, pairSum } from "./pairSum.js";
import type { Potential } from "./potential.js";

/**
 * Charges in open space, every pair of them:
 *
 *   E = Σ q_i q_j / r_ij  over the pairs i < j
 *
 * The charges are those of the system, in e. The cost grows as the square of the number of atoms. A
 * cell has infinitely many pairs, and their sum depends on the order: `ewald` says which one.
 *
 * @throws from `energyAndForces` RangeError for a system with a cell or without charges
 */
export function coulomb(): Potential {
  return pairSum("coulomb", Number.POSITIVE_INFINITY, {
    ...betweenCharges(
      (r) => 1 / r,
      (r) => -1 / r ** 2,
    ),
    require: (system) => {
      requireCharges("coulomb", system);
      if (system.cell)
        throw new RangeError("coulomb: the system must be in open space, got a cell (use ewald)");
    },
  });
}

/** q_s q_t f(r) for the sites of a list. */
export function betweenCharges(
  energy: (r: number) => number,
  slope: (r: number) => number,
): PairInteraction {
  let charges = new Float64Array(0);
  return {
    energy: (r, s, t) => charges[s]! * charges[t]! * energy(r),
    slope: (r, s, t) => charges[s]! * charges[t]! * slope(r),
    prepare: (system, { atoms }) => {
      charges = Float64Array.from(atoms, (i) => system.charges![i]!);
    },
  };
}

export function requireCharges(where: string, { charges }: System): Float64Array {
  if (!charges) throw new RangeError(`${where}: the system must have charges, got none`);
  return charges;
}
