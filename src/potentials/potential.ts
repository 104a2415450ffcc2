import type { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";

/** Index letters: n atoms, c = 3 Cartesian axes. */
export interface EnergyAndForces {
  /** Potential energy, hartree; in a cell, that of one cell. */
  readonly energy: number;
  /** −∂energy/∂positions, hartree/bohr, shape [n·c]. */
  readonly forces: Float64Array;
  /**
   * Sum of distance ⊗ force over the interactions, hartree, shape [c·c]: minus the derivative of the
   * energy with respect to strain. Atoms that push each other apart make its diagonal positive.
   */
  readonly virial: Float64Array;
  /** The share of each atom, hartree, shape [n]; their sum is `energy`. */
  readonly atomicEnergies: Float64Array;
}

/** Anything that can drive dynamics or be fitted: a formula, a spline, a neural network. */
export interface Potential {
  /** Atoms farther apart than this do not feel each other, bohr. Infinity: no such distance. */
  readonly cutoff: number;
  /** The kind of list it takes. Absent: it does without one. */
  readonly neighbourKind?: "half" | "full";
  /**
   * @param neighbours  a list of that kind with at least this cutoff, for whoever calls more than once:
   *   it is brought up to date here. Without one, a list is made and thrown away.
   */
  energyAndForces(system: System, neighbours?: NeighbourList): EnergyAndForces;
  /** The forces alone, written to `out`, shape [n·c]: for the steps of a run that need no energy. */
  forcesInto?(out: Float64Array, system: System, neighbours?: NeighbourList): void;
}

/** A function of one distance, and its derivative: all that a new pair form has to supply. */
export interface PairTerm {
  /** u(r) in hartree, r in bohr. */
  energy(r: number): number;
  /** du/dr in hartree/bohr. The force that drives the atoms apart is −slope. */
  slope(r: number): number;
}
