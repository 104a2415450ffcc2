import type { System } from "../../structures/system.js";
import type { EnergyAndForces, Potential } from "../potential.js";

/** A sum over interactions of known atoms in open space. Index letters: n atoms, c = 3 Cartesian axes. */
export interface ForceTerm {
  /** Adds to the forces, hartree/bohr, shape [n·c], and to the shares of the energy, hartree, shape [n]. */
  addInto(forces: Float64Array, energies: Float64Array, positions: Float64Array): void;
}

/**
 * The potential that is the sum of some terms. Its virial is Σ x ⊗ f over the atoms, because in open space
 * the energy depends on where they are and on nothing else.
 *
 * @param require  refuses systems that the terms are not made for
 */
export function openPotential(
  where: string,
  terms: readonly ForceTerm[],
  require: (system: System) => void,
): Potential {
  let shares = new Float64Array(0); // of forcesInto, which nobody reads
  return {
    cutoff: Number.POSITIVE_INFINITY,
    energyAndForces(system): EnergyAndForces {
      require(system);
      const { positions } = system;
      const forces = new Float64Array(positions.length);
      const atomicEnergies = new Float64Array(positions.length / 3);
      for (const term of terms) term.addInto(forces, atomicEnergies, positions);
      const energy = atomicEnergies.reduce((sum, share) => sum + share, 0);
      if (!Number.isFinite(energy))
        throw new RangeError(
          `${where}: the energy must be a finite number of hartree, got ${energy}`,
        );
      return { energy, forces, virial: virialOf(positions, forces), atomicEnergies };
    },
    forcesInto(out, system) {
      require(system);
      const { positions } = system;
      if (shares.length !== positions.length / 3) shares = new Float64Array(positions.length / 3);
      out.fill(0);
      for (const term of terms) term.addInto(out, shares, positions);
    },
  };
}

/** Measured from the first atom: where the system is in space must not cost digits. */
function virialOf(x: Float64Array, forces: Float64Array): Float64Array {
  const virial = new Float64Array(9);
  for (let i = 0; i < x.length; i += 3)
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) virial[3 * a + b]! += (x[i + a]! - x[a]!) * forces[i + b]!;
  return virial;
}
