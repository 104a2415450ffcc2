import { erf } from "../numerics/erf.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";
import { betweenCharges, requireCharges } from "./coulomb.js";
import { addWaves } from "./ewaldWaves.js";
import { pairSum } from "./pairSum.js";
import type { Potential } from "./potential.js";

export interface EwaldOptions {
  /** How far pairs are summed directly, bohr. Positive. It changes the cost, not the result. */
  readonly cutoff: number;
  /** How large the parts that are left out may be, relative to those at their start. Default 1e-9. */
  readonly accuracy?: number;
}

/**
 * Charges in a repeating cell, after Ewald: around each is put a Gaussian cloud of the opposite charge,
 * so that pairs beyond the cutoff no longer feel each other; what the clouds did is taken back as a sum
 * of waves, and what each did to its own charge as a constant:
 *
 *   E = Σ_pairs q_i q_j erfc(α r_ij)/r_ij
 *     + (2π/V) Σ_{k≠0} e^(−k²/4α²)/k² |Σ_j q_j e^(i k·x_j)|² − (α/√π) Σ_j q_j²
 *
 * with α r_c = s and k up to 2 α s, where e^(−s²) is the accuracy. This is the limit of large pieces of
 * crystal inside a conductor. The cost of the waves grows as the square of the number of atoms.
 *
 * Source: P. P. Ewald, Ann. Phys. 369, 253 (1921).
 *
 * @throws RangeError for a cutoff that is not positive, an accuracy that is not between 0 and 1; from
 *         `energyAndForces` for a system without a cell or charges, or with a charge as a whole
 */
export function ewald({ cutoff, accuracy = 1e-9 }: EwaldOptions): Potential {
  requirePositive("ewald: cutoff", cutoff, "bohr");
  if (!(accuracy > 0 && accuracy < 1))
    throw new RangeError(`ewald: accuracy must be between 0 and 1, got ${accuracy}`);
  const s = Math.sqrt(-Math.log(accuracy));
  const alpha = s / cutoff;
  const erfc = (x: number): number => 1 - erf(x);
  const gauss = (r: number): number =>
    ((2 * alpha) / Math.sqrt(Math.PI)) * Math.exp(-((alpha * r) ** 2));
  const nearby = pairSum("ewald", cutoff, {
    ...betweenCharges(
      (r) => erfc(alpha * r) / r,
      (r) => -erfc(alpha * r) / r ** 2 - gauss(r) / r,
    ),
    require: requireNeutralCell,
  });
  return {
    cutoff,
    neighbourKind: "half",
    energyAndForces(system, neighbours) {
      const result = nearby.energyAndForces(system, neighbours);
      addWaves(result, system, alpha, 2 * alpha * s);
      for (const [i, q] of system.charges!.entries())
        result.atomicEnergies[i]! -= (alpha / Math.sqrt(Math.PI)) * q * q;
      return { ...result, energy: result.atomicEnergies.reduce((sum, share) => sum + share, 0) };
    },
  };
}

function requireNeutralCell(system: System): void {
  const charges = requireCharges("ewald", system);
  if (!system.cell)
    throw new RangeError("ewald: the system must have a cell, got open space (use coulomb)");
  const total = charges.reduce((sum, q) => sum + q, 0);
  const size = charges.reduce((sum, q) => sum + Math.abs(q), 0);
  if (Math.abs(total) > 1e-9 * size)
    throw new RangeError(`ewald: the charges must add up to 0 e, got ${total}`);
}
