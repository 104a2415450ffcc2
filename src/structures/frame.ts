import type { System } from "./system.js";

/**
 * A structure with what is known about it, as it stands in a file of structures or of a trajectory.
 * Index letters: n atoms, c = 3 Cartesian axes.
 */
export interface Frame {
  readonly system: System;
  /** Potential energy, hartree. */
  readonly energy?: number;
  /** −∂energy/∂positions, hartree/bohr, shape [n·c]. */
  readonly forces?: Float64Array;
  /** Sum of distance ⊗ force, hartree, shape [c·c]; minus the cell's volume times its stress. */
  readonly virial?: Float64Array;
  /** bohr per atomic unit of time, shape [n·c]. */
  readonly velocities?: Float64Array;
  /** Anything else that is said of the whole, by name, in the file's units. */
  readonly info?: Readonly<Record<string, InfoValue>>;
  /** Anything else that is said of each atom: n rows of one or more, in the file's units. */
  readonly columns?: Readonly<Record<string, Column>>;
}

export type InfoValue = string | number | boolean | readonly number[] | readonly boolean[];

/** Numbers or words, shape [n·width] with the width of one row told by the length. */
export type Column = Float64Array | readonly string[];
