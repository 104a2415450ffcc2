import type { ForceTerm } from "./forceTerm.js";
import type { Pair } from "./topology.js";

/** An energy of the distance of two atoms. Index letter: p pairs. */
export interface PairsTerm {
  /** u_p(r) in hartree, r in bohr. */
  energy(p: number, r: number): number;
  /** u_p′(r) in hartree/bohr. */
  slope(p: number, r: number): number;
}

/**
 * A sum over given pairs. Each atom has half of a pair's energy.
 *
 * @throws from `addInto` RangeError for two atoms at one point
 */
export function overPairs(pairs: readonly Pair[], term: PairsTerm): ForceTerm {
  const atoms = Int32Array.from(pairs.flat());
  return {
    addInto(forces, energies, x) {
      for (let p = 0; p < pairs.length; p++) {
        const i = atoms[2 * p]!;
        const j = atoms[2 * p + 1]!;
        const dx = x[3 * i]! - x[3 * j]!;
        const dy = x[3 * i + 1]! - x[3 * j + 1]!;
        const dz = x[3 * i + 2]! - x[3 * j + 2]!;
        const r = Math.sqrt(dx * dx + dy * dy + dz * dz);
        if (r === 0) throw new RangeError(`charmm: atoms ${i} and ${j} must not be at one point`);
        const half = term.energy(p, r) / 2;
        energies[i]! += half;
        energies[j]! += half;
        const push = -term.slope(p, r) / r;
        forces[3 * i]! += push * dx;
        forces[3 * i + 1]! += push * dy;
        forces[3 * i + 2]! += push * dz;
        forces[3 * j]! -= push * dx;
        forces[3 * j + 1]! -= push * dy;
        forces[3 * j + 2]! -= push * dz;
      }
    },
  };
}
