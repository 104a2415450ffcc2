import type { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";
import { listFor } from "./listFor.js";
import type { Potential } from "./potential.js";
import { refuseEnergy } from "./refuseEnergy.js";

/**
 * What two sites of a neighbour list have to do with each other. A `PairTerm` is one; others also look at
 * which sites they are, for their species or charges. Index letters: s sites, c = 3.
 */
export interface PairInteraction {
  /** u(r) in hartree. */
  energy(r: number, s: number, t: number): number;
  /** u′(r) in hartree/bohr. */
  slope(r: number, s: number, t: number): number;
  /** Refuses systems that it cannot work with. */
  require?(system: System): void;
  /** Told before each sum which atoms the sites are. */
  prepare?(system: System, list: NeighbourList): void;
  /** A faster way to what `addForces` does. */
  addForces?(forces: Float64Array, list: NeighbourList): void;
}

/** The potential that is the sum of an interaction over all pairs within the cutoff, bohr. */
export function pairSum(where: string, cutoff: number, interaction: PairInteraction): Potential {
  let siteForces = new Float64Array(0);
  return {
    cutoff,
    neighbourKind: "half",
    energyAndForces(system, neighbours) {
      const list = prepare(system, neighbours);
      const siteEnergies = new Float64Array(list.atoms.length);
      const virial = new Float64Array(9);
      addAll(siteForces, siteEnergies, virial, list, cutoff, interaction);
      const energy = siteEnergies.reduce((sum, share) => sum + share, 0);
      if (!Number.isFinite(energy)) refuseEnergy(where, energy, list);
      const forces = new Float64Array(system.positions.length);
      const atomicEnergies = new Float64Array(system.atomicNumbers.length);
      list.sumImagesInto(forces, siteForces);
      list.sumImagesInto(atomicEnergies, siteEnergies);
      return { energy, forces, virial, atomicEnergies };
    },
    forcesInto(out, system, neighbours) {
      const list = prepare(system, neighbours);
      if (interaction.addForces) interaction.addForces(siteForces, list);
      else addForces(siteForces, list, cutoff, interaction);
      list.sumImagesInto(out, siteForces);
    },
  };

  function prepare(system: System, neighbours?: NeighbourList): NeighbourList {
    interaction.require?.(system);
    const list = listFor(where, "half", cutoff, system, neighbours);
    interaction.prepare?.(system, list);
    const { length } = list.positions;
    if (siteForces.length < length) siteForces = new Float64Array(length);
    else siteForces.fill(0, 0, length);
    return list;
  }
}

/** Forces on sites, shape [s·c], added to what is there. */
function addForces(
  forces: Float64Array,
  { atomCount, positions: x, first, neighbours }: NeighbourList,
  cutoff: number,
  interaction: PairInteraction,
): void {
  const square = cutoff * cutoff;
  for (let s = 0; s < atomCount; s++)
    for (let p = first[s]!; p < first[s + 1]!; p++) {
      const t = neighbours[p]!;
      const dx = x[3 * s]! - x[3 * t]!;
      const dy = x[3 * s + 1]! - x[3 * t + 1]!;
      const dz = x[3 * s + 2]! - x[3 * t + 2]!;
      const r2 = dx * dx + dy * dy + dz * dz;
      if (r2 >= square) continue;
      const r = Math.sqrt(r2);
      const push = -interaction.slope(r, s, t) / r;
      forces[3 * s]! += dx * push;
      forces[3 * s + 1]! += dy * push;
      forces[3 * s + 2]! += dz * push;
      forces[3 * t]! -= dx * push;
      forces[3 * t + 1]! -= dy * push;
      forces[3 * t + 2]! -= dz * push;
    }
}

/** The same with energies, half of a pair's to either site, and the virial, shape [c·c]. */
function addAll(
  forces: Float64Array,
  energies: Float64Array,
  virial: Float64Array,
  list: NeighbourList,
  cutoff: number,
  interaction: PairInteraction,
): void {
  for (let s = 0; s < list.atomCount; s++)
    addAllOf(s, forces, energies, virial, list, cutoff, interaction);
  for (const [lower, upper] of [
    [3, 1],
    [6, 2],
    [7, 5],
  ] as const)
    virial[lower] = virial[upper]!;
}

/** The pairs of one site; of the symmetric virial, the diagonal and what is above it. */
function addAllOf(
  s: number,
  forces: Float64Array,
  energies: Float64Array,
  virial: Float64Array,
  { positions: x, first, neighbours }: NeighbourList,
  cutoff: number,
  interaction: PairInteraction,
): void {
  const square = cutoff * cutoff;
  const end = first[s + 1]!;
  for (let p = first[s]!; p < end; p++) {
    const t = neighbours[p]!;
    const dx = x[3 * s]! - x[3 * t]!;
    const dy = x[3 * s + 1]! - x[3 * t + 1]!;
    const dz = x[3 * s + 2]! - x[3 * t + 2]!;
    const r2 = dx * dx + dy * dy + dz * dz;
    if (r2 >= square) continue;
    const r = Math.sqrt(r2);
    const half = interaction.energy(r, s, t) / 2;
    energies[s]! += half;
    energies[t]! += half;
    const push = -interaction.slope(r, s, t) / r;
    const fx = dx * push;
    const fy = dy * push;
    const fz = dz * push;
    forces[3 * s]! += fx;
    forces[3 * s + 1]! += fy;
    forces[3 * s + 2]! += fz;
    forces[3 * t]! -= fx;
    forces[3 * t + 1]! -= fy;
    forces[3 * t + 2]! -= fz;
    virial[0]! += dx * fx;
    virial[1]! += dx * fy;
    virial[2]! += dx * fz;
    virial[4]! += dy * fy;
    virial[5]! += dy * fz;
    virial[8]! += dz * fz;
  }
}
