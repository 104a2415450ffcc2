import type { System } from "../structures/system.js";

/** Index letters: n atoms, c = 3 Cartesian axes. */
export interface EnergyAndForces {
  /** Potential energy, hartree. */
  readonly energy: number;
  /** −∂energy/∂positions, hartree/bohr, shape [n·c]. */
  readonly forces: Float64Array;
  /** Sum of distance ⊗ force over the interactions, hartree, shape [c·c]. */
  readonly virial: Float64Array;
  /** The share of each atom, hartree, shape [n]; their sum is `energy`. */
  readonly atomicEnergies: Float64Array;
}

/** Anything that can drive dynamics or be fitted: a formula, a spline, a neural network. */
export interface Potential {
  /** Atoms farther apart than this do not feel each other, bohr. Infinity: no such distance. */
  readonly cutoff: number;
  energyAndForces(system: System): EnergyAndForces;
}

/** A function of one distance, and its derivative: all that a new pair form has to supply. */
export interface PairTerm {
  /** u(r) in hartree, r in bohr. */
  energy(r: number): number;
  /** du/dr in hartree/bohr. The force that drives the atoms apart is −slope. */
  slope(r: number): number;
}
