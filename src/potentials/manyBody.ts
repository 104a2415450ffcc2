import type { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";
import { listFor } from "./listFor.js";
import type { Potential } from "./potential.js";
import { refuseEnergy } from "./refuseEnergy.js";

/** A sum over atoms of terms that each see several neighbours. Index letters: n atoms, s sites, c = 3. */
export interface ManyBodyForm {
  /** Refuses systems that it cannot work with. */
  require?(system: System): void;
  /**
   * Adds to the forces, hartree/bohr, shape [s·c], and to the energies, hartree, shape [s], what the
   * atoms of the list and their neighbours have to do with each other.
   */
  addInto(forces: Float64Array, energies: Float64Array, system: System, list: NeighbourList): void;
}

/**
 * The potential of a form. Its virial needs no terms: the energy of the list depends on where the sites
 * are and on nothing else, so that minus its derivative with respect to strain is Σ x ⊗ f over all sites.
 *
 * @throws from `energyAndForces` RangeError for an energy that is not finite, and what the form and
 *         `NeighbourList` refuse: two atoms at one point
 */
export function manyBody(
  where: string,
  kind: "half" | "full",
  cutoff: number,
  form: ManyBodyForm,
): Potential {
  let siteForces = new Float64Array(0);
  let siteEnergies = new Float64Array(0);
  return {
    cutoff,
    neighbourKind: kind,
    energyAndForces(system, neighbours) {
      const list = addAll(system, neighbours);
      const forces = new Float64Array(system.positions.length);
      const atomicEnergies = new Float64Array(system.atomicNumbers.length);
      list.sumImagesInto(forces, siteForces);
      list.sumImagesInto(atomicEnergies, siteEnergies);
      const energy = atomicEnergies.reduce((sum, share) => sum + share, 0);
      if (!Number.isFinite(energy)) refuseEnergy(where, energy, list);
      return { energy, forces, virial: virialOf(siteForces, list), atomicEnergies };
    },
    forcesInto(out, system, neighbours) {
      addAll(system, neighbours).sumImagesInto(out, siteForces);
    },
  };

  function addAll(system: System, neighbours?: NeighbourList): NeighbourList {
    form.require?.(system);
    const list = listFor(where, kind, cutoff, system, neighbours);
    const sites = list.atoms.length;
    if (siteEnergies.length < sites) {
      siteForces = new Float64Array(3 * sites);
      siteEnergies = new Float64Array(sites);
    } else {
      siteForces.fill(0, 0, 3 * sites);
      siteEnergies.fill(0, 0, sites);
    }
    form.addInto(siteForces, siteEnergies, system, list);
    return list;
  }
}

function virialOf(forces: Float64Array, { atoms, positions: x }: NeighbourList): Float64Array {
  const virial = new Float64Array(9);
  for (let s = 0; s < atoms.length; s++)
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) virial[3 * a + b]! += x[3 * s + a]! * forces[3 * s + b]!;
  return virial;
}
