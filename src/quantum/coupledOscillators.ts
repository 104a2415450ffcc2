import { requirePositive } from "../units/requirePositive.js";
import type { ElectronIonModel } from "./electronIon.js";

export interface CoupledOscillators {
  /** k_x of the electron, hartree/bohr². Positive. */
  readonly electronStiffness: number;
  /** k_X of the ion, hartree/bohr². Positive. */
  readonly ionStiffness: number;
  /** g, hartree/bohr². Smaller in size than √(k_x k_X). */
  readonly coupling: number;
  /** M of the ion, electron masses. Positive. */
  readonly ionMass: number;
}

export interface CoupledOscillatorRequest {
  /** How many levels, from the lowest. */
  readonly states: number;
  readonly approximation: "bornOppenheimer" | "adiabatic" | "exact";
  /** State m of the electron, for the two approximations. Default 0, the lowest surface. */
  readonly surface?: number;
}

/**
 * Levels of an electron and an ion on springs that pull at each other,
 *
 *   V(x, X) = ½ k_x x² + ½ k_X X² + g x X
 *
 * by formula, m and n from 0 on:
 *
 *   exact            ω₊ (m + ½) + ω₋ (n + ½), ω² the eigenvalues of (k_x, g/√M; g/√M, k_X/M)
 *   bornOppenheimer  ω (m + ½) + Ω (n + ½),   ω² = k_x, Ω² = (k_X − g²/k_x) / M
 *   adiabatic        the same + (g/k_x)² ω (m + ½) / 2M
 *
 * "exact" has all m and n; the two approximations are on one surface, of one m. On the lowest, the
 * first is never above and the second never below the exact ground state; the second stays above
 * level by level, the first does not stay below.
 *
 * @returns energies in hartree, ascending, shape [states]
 * @throws  RangeError when a stiffness or the mass is not positive, when the coupling is so strong
 *          that nothing is bound, when states is not a whole number from 1 or surface not from 0
 */
export function coupledOscillatorLevels(
  oscillators: CoupledOscillators,
  { states, approximation, surface = 0 }: CoupledOscillatorRequest,
): Float64Array {
  requireOscillators(oscillators);
  if (!(Number.isInteger(states) && states >= 1))
    throw new RangeError(
      `coupledOscillatorLevels: states must be a whole number from 1, got ${states}`,
    );
  if (!(Number.isInteger(surface) && surface >= 0))
    throw new RangeError(
      `coupledOscillatorLevels: surface must be a whole number from 0, got ${surface}`,
    );
  const [electron, ion] = frequencies(oscillators, approximation);
  const level = (m: number, n: number): number => electron * (m + 0.5) + ion * (n + 0.5);
  if (approximation !== "exact")
    return Float64Array.from({ length: states }, (_, n) => level(surface, n));
  const levels: number[] = [];
  for (let m = 0; m < states; m++)
    for (let n = 0; (m + 1) * (n + 1) <= states; n++) levels.push(level(m, n)); // the rest is higher
  return Float64Array.from(levels.sort((a, b) => a - b).slice(0, states));
}

/** What a quantum costs in either oscillator. */
function frequencies(
  { electronStiffness, ionStiffness, coupling, ionMass }: CoupledOscillators,
  approximation: CoupledOscillatorRequest["approximation"],
): [number, number] {
  const shift = coupling / electronStiffness; // the electron follows the ion by −shift · X
  const electron = Math.sqrt(electronStiffness);
  const ion = Math.sqrt((ionStiffness - coupling * shift) / ionMass);
  switch (approximation) {
    case "bornOppenheimer":
      return [electron, ion];
    case "adiabatic":
      return [electron * (1 + shift ** 2 / (2 * ionMass)), ion];
    case "exact": {
      const mean = (electronStiffness + ionStiffness / ionMass) / 2;
      const determinant = (electronStiffness * ionStiffness - coupling ** 2) / ionMass;
      const upper = mean + Math.sqrt(mean ** 2 - determinant);
      return [Math.sqrt(upper), Math.sqrt(determinant / upper)];
    }
    default:
      throw new RangeError(
        'coupledOscillatorLevels: approximation must be "bornOppenheimer", "adiabatic" or ' +
          `"exact", got ${JSON.stringify(approximation)}`,
      );
  }
}

/**
 * The same as a model for the grid, with sinc functions for 10⁻⁹ hartree in the lowest ten levels.
 *
 * @throws RangeError as `coupledOscillatorLevels` does
 */
export function coupledOscillators(oscillators: CoupledOscillators): ElectronIonModel {
  requireOscillators(oscillators);
  const { electronStiffness, ionStiffness, coupling, ionMass } = oscillators;
  const shift = Math.abs(coupling) / electronStiffness;
  const [electron, ion] = frequencies(oscillators, "bornOppenheimer");
  // Twelve standard deviations, of positions for the reach and of momenta for the spacing.
  const ionReach = 12 * Math.sqrt(1 / (2 * ionMass * ion));
  const ionMomentum = 12 * Math.sqrt((ionMass * ion) / 2);
  const electronReach = 12 * Math.sqrt(1 / (2 * electron)) + shift * ionReach;
  const electronMomentum = 12 * Math.sqrt(electron / 2);
  return {
    potential: (x, X) =>
      (electronStiffness * x ** 2) / 2 + (ionStiffness * X ** 2) / 2 + coupling * x * X,
    ionSlope: (x, X) => ionStiffness * X + coupling * x,
    ionMass,
    electronGrid: around(electronReach, electronMomentum),
    ionGrid: around(ionReach, ionMomentum),
  };
}

const around = (reach: number, momentum: number): { from: number; to: number; points: number } => ({
  from: -reach,
  to: reach,
  points: Math.ceil((2 * reach * momentum) / Math.PI),
});

function requireOscillators(oscillators: CoupledOscillators): void {
  const { electronStiffness, ionStiffness, coupling, ionMass } = oscillators;
  requirePositive("coupledOscillators: electronStiffness", electronStiffness, "hartree/bohr²");
  requirePositive("coupledOscillators: ionStiffness", ionStiffness, "hartree/bohr²");
  requirePositive("coupledOscillators: ionMass", ionMass, "electron masses");
  const most = Math.sqrt(electronStiffness * ionStiffness);
  if (!(Math.abs(coupling) < most))
    throw new RangeError(
      "coupledOscillators: coupling must be smaller in size than √(k_x k_X) = " +
        `${most} hartree/bohr², got ${coupling}`,
    );
}
