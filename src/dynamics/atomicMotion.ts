import type { Potential } from "../potentials/potential.js";
import type { System } from "../structures/system.js";
import { coordinateMasses } from "./kineticEnergy.js";
import { listForRun } from "./listForRun.js";
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
 * Positions are not put back into the cell, so that a path can be followed through its faces. For
 * temperatures, thermostats and long runs there is `simulate`, which takes the same path.
 */
export function atomicMotion({ system, potential, skin, ...rest }: AtomicMotion): Motion {
  const list = listForRun(potential, skin);
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
