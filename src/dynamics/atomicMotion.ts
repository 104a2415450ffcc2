import type { Potential } from "../potentials/potential.js";
import { massesOf } from "../structures/massesOf.js";
import { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";
import type { Motion } from "./velocityVerlet.js";

export interface AtomicMotion {
  /** Where the atoms start. Without masses, they have those of their elements. */
  readonly system: System;
  /** bohr per atomic unit of time, shape [n·c]. */
  readonly velocities: ArrayLike<number>;
  readonly potential: Potential;
  /** How much farther than the cutoff the list of neighbours looks, bohr. Default: an eighth of it. */
  readonly skin?: number;
  /** As in `Motion`. */
  readonly timeStep: number;
  readonly steps: number;
  readonly every?: number;
}

/**
 * Atoms that move under a potential, for `velocityVerlet`: one list of neighbours for the whole run.
 * Positions are not put back into the cell, so that a path can be followed through its faces.
 */
export function atomicMotion({ system, potential, skin, ...rest }: AtomicMotion): Motion {
  const { cutoff, neighbourKind: kind } = potential;
  const list = kind && new NeighbourList({ cutoff, kind, skin: skin ?? defaultSkin(cutoff) });
  const at = (positions: Float64Array): System => ({ ...system, positions });
  return {
    ...rest,
    positions: system.positions,
    masses: coordinateMasses(system),
    energyAndForces: (positions) => potential.energyAndForces(at(positions), list),
    ...(potential.forcesInto && {
      forcesInto: (out: Float64Array, positions: Float64Array): void =>
        potential.forcesInto!(out, at(positions), list),
    }),
  };
}

const defaultSkin = (cutoff: number): number => (Number.isFinite(cutoff) ? cutoff / 8 : 0);

/** The mass that belongs to each coordinate, electron masses, shape [n·c]. */
function coordinateMasses(system: System): Float64Array {
  const masses = massesOf(system);
  return Float64Array.from({ length: 3 * masses.length }, (_, i) => masses[Math.floor(i / 3)]!);
}
