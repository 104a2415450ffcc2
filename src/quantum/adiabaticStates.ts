import { dot } from "../numerics/vectors.js";
import {
  axesOf,
  axisStates,
  type ElectronIonModel,
  requireQuietEnds,
  requireStates,
} from "./electronIon.js";

/** The electron's states with the ion held at R. Index letters: s states, p points. */
export interface ElectronicStates {
  /** E_k(R), ascending, hartree, shape [s]. */
  readonly energies: Float64Array;
  /** Φ_k(r; R), shape [p], with ∫ Φ² dr = 1, in bohr^(−1/2); the start is positive. */
  readonly waveFunctions: readonly Float64Array[];
}

/** The same for all ion positions. Index letters: s states, g ion positions, p points. */
export interface AdiabaticStates {
  /** Bohr, shape [g]. */
  readonly ionPositions: Float64Array;
  /** Bohr, shape [p]. */
  readonly electronPositions: Float64Array;
  /** The surfaces E_k(R), hartree, shape [s][g]. */
  readonly energies: readonly Float64Array[];
  /** Φ_k(r; R), bohr^(−1/2), shape [s][g][p]. The sign is the one that changes least with R. */
  readonly waveFunctions: readonly (readonly Float64Array[])[];
}

/**
 * The clamped-ion equation, in which R is a number and not a coordinate:
 *
 *   [ −½ d²/dr² + V(r, R) ] Φ_k(r; R) = E_k(R) Φ_k(r; R)
 *
 * E_k includes the repulsion between ions, if V does.
 *
 * @throws RangeError for more states than grid points, and for a state that reaches an edge of the
 *         electron's grid
 */
export function electronicStates(
  model: ElectronIonModel,
  R: number,
  states: number,
): ElectronicStates {
  requireStates("electronicStates", states, model.electronGrid.points, "points of electronGrid");
  const { electron } = axesOf(model);
  const potential = electron.points.map((r) => model.potential(r, R));
  const { values, vectors } = axisStates(electron, potential, states);
  for (const [k, wave] of vectors.entries())
    requireQuietEnds(`electronicStates: state ${k}`, wave, model.electronGrid, "electronGrid");
  return { energies: values, waveFunctions: vectors };
}

/**
 * The electron's states for every point of the ion's grid, with signs that follow each other: the
 * overlap of Φ_k at neighbouring R is positive ("smooth gauge"). The sign at the first R is that of
 * `electronicStates`.
 *
 * Limit: where two surfaces come closer within one step of R than they change over it, neighbouring
 * states share little and the sign is left to chance; take a finer ion grid.
 */
export function adiabaticStates(model: ElectronIonModel, states: number): AdiabaticStates {
  const found = adiabaticBasis(model, states);
  for (const [k, functions] of found.waveFunctions.entries())
    for (const [g, wave] of functions.entries()) {
      const what = `adiabaticStates: state ${k} at R = ${found.ionPositions[g]} bohr`;
      requireQuietEnds(what, wave, model.electronGrid, "electronGrid");
    }
  return found;
}

/** `adiabaticStates` without a look at the edges, for states that only help to expand others. */
export function adiabaticBasis(model: ElectronIonModel, states: number): AdiabaticStates {
  requireStates("adiabaticStates", states, model.electronGrid.points, "points of electronGrid");
  const { ion, electron } = axesOf(model);
  const energies = Array.from({ length: states }, () => new Float64Array(ion.points.length));
  const waveFunctions: Float64Array[][] = Array.from({ length: states }, () => []);
  for (const [g, R] of ion.points.entries()) {
    const potential = electron.points.map((r) => model.potential(r, R));
    const guesses = g < 2 ? [] : waveFunctions.map((of) => continued(of[g - 1]!, of[g - 2]!));
    const { values, vectors } = axisStates(electron, potential, states, guesses);
    for (let k = 0; k < states; k++) {
      energies[k]![g] = values[k]!;
      const before = waveFunctions[k]![g - 1];
      waveFunctions[k]!.push(before ? alike(vectors[k]!, before) : vectors[k]!);
    }
  }
  return { ionPositions: ion.points, electronPositions: electron.points, energies, waveFunctions };
}

/** One step further on a straight line. */
function continued(last: Float64Array, before: Float64Array): Float64Array {
  const next = new Float64Array(last.length);
  for (let i = 0; i < next.length; i++) next[i] = 2 * last[i]! - before[i]!;
  return next;
}

/** The vector or its negative: the one with positive overlap. */
export function alike(vector: Float64Array, other: Float64Array): Float64Array {
  return dot(vector, other) < 0 ? vector.map((entry) => -entry) : vector;
}
