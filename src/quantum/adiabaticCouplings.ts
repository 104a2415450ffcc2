import { dot } from "../numerics/vectors.js";
import { type AdiabaticStates, alike, electronicStates } from "./adiabaticStates.js";
import { axesOf, type ElectronIonModel } from "./electronIon.js";

/** Half-width of the difference quotient in R, bohr. */
const STEP = 1e-4;

/**
 * How the electron's states change with the ion's position, dΦ_k/dR ≈ (Φ_k(r; R + h) −
 * Φ_k(r; R − h)) / 2h with h = 0.0001 bohr: the error is about h² times the third derivative.
 *
 * @returns bohr^(−3/2), shape [s][g][p]
 */
export function stateDerivatives(
  model: ElectronIonModel,
  { ionPositions, waveFunctions }: AdiabaticStates,
): Float64Array[][] {
  const derivatives: Float64Array[][] = waveFunctions.map(() => []);
  for (const [g, R] of ionPositions.entries()) {
    const above = electronicStates(model, R + STEP, waveFunctions.length).waveFunctions;
    const below = electronicStates(model, R - STEP, waveFunctions.length).waveFunctions;
    for (const [k, functions] of waveFunctions.entries()) {
      const [right, left] = [alike(above[k]!, functions[g]!), alike(below[k]!, functions[g]!)];
      derivatives[k]!.push(right.map((entry, i) => (entry - left[i]!) / (2 * STEP)));
    }
  }
  return derivatives;
}

/**
 * The couplings d_ij(R) = ⟨Φ_i | dΦ_j/dR⟩ from the states at R ± 0.0001 bohr. They are what is left
 * of the ion's kinetic energy between two surfaces; d_ji = −d_ij, d_ii = 0.
 *
 * @returns 1/bohr, shape [s][s][g]
 */
export function couplingsByDifference(
  model: ElectronIonModel,
  states: AdiabaticStates,
): Float64Array[][] {
  const { spacing } = axesOf(model).electron;
  const derivatives = stateDerivatives(model, states);
  return states.waveFunctions.map((bras) =>
    derivatives.map((kets) => states.ionPositions.map((_, g) => spacing * dot(bras[g]!, kets[g]!))),
  );
}

/**
 * The same couplings without any derivative of a state (the off-diagonal Hellmann-Feynman formula),
 *
 *   d_ij(R) = ⟨Φ_i | ∂V/∂R | Φ_j⟩ / (E_j − E_i)
 *
 * large where two surfaces come close. d_ii = 0.
 *
 * @returns 1/bohr, shape [s][s][g]
 */
export function couplingsByForce(
  model: ElectronIonModel,
  states: AdiabaticStates,
): Float64Array[][] {
  const { energies, ionPositions } = states;
  const slopes = slopeElements(model, states);
  return energies.map((lower, i) =>
    energies.map((upper, j) =>
      ionPositions.map((_, g) => (i === j ? 0 : slopes(i, j, g) / (upper[g]! - lower[g]!))),
    ),
  );
}

/**
 * The slope of each surface by Hellmann and Feynman's theorem, dE_k/dR = ⟨Φ_k | ∂V/∂R | Φ_k⟩: the
 * states' own change does not matter. The force on a classical ion is minus this.
 *
 * @returns hartree/bohr, shape [s][g]
 */
export function surfaceSlopes(model: ElectronIonModel, states: AdiabaticStates): Float64Array[] {
  const slopes = slopeElements(model, states);
  return states.energies.map((_, k) => states.ionPositions.map((_R, g) => slopes(k, k, g)));
}

/**
 * What Born and Oppenheimer leave out on one surface, (1/2M) ⟨dΦ_k/dR | dΦ_k/dR⟩: the ion's kinetic
 * energy that is in the electron's wave function. Never negative.
 *
 * @returns hartree, shape [s][g]
 */
export function diagonalCorrections(
  model: ElectronIonModel,
  states: AdiabaticStates,
): Float64Array[] {
  const { spacing } = axesOf(model).electron;
  return stateDerivatives(model, states).map((functions) =>
    states.ionPositions.map(
      (_, g) => (spacing * dot(functions[g]!, functions[g]!)) / (2 * model.ionMass),
    ),
  );
}

/** ⟨Φ_i | ∂V/∂R | Φ_j⟩ at ion position g. */
function slopeElements(
  model: ElectronIonModel,
  { ionPositions, electronPositions, waveFunctions }: AdiabaticStates,
): (i: number, j: number, g: number) => number {
  const { spacing } = axesOf(model).electron;
  const slopes = Array.from(ionPositions, (R) =>
    electronPositions.map((r) => spacing * model.ionSlope(r, R)),
  );
  return (i, j, g) => {
    const bra = waveFunctions[i]![g]!;
    return dot(
      bra.map((entry, k) => entry * slopes[g]![k]!),
      waveFunctions[j]![g]!,
    );
  };
}
