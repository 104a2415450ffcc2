import { bandedCholeskyInto, solveBandedInto } from "../numerics/bandedCholesky.js";
import { lanczosEigenpairs } from "../numerics/lanczos.js";
import { seededRandom } from "../numerics/random.js";
import { addScaledInto, dot } from "../numerics/vectors.js";
import { type AdiabaticStates, adiabaticBasis } from "./adiabaticStates.js";
import {
  axesOf,
  axisStates,
  type ElectronIonLevels,
  type ElectronIonModel,
  levelsOnGrid,
  requireQuietEnds,
  requireStates,
} from "./electronIon.js";

/** Levels of the ion on one surface. Index letters: s states, g ion positions. */
export interface SurfaceLevels {
  /** Ascending, hartree, shape [s]. */
  readonly energies: Float64Array;
  /** χ(R), shape [s][g], with ∫ χ² dR = 1, in bohr^(−1/2). */
  readonly waveFunctions: readonly Float64Array[];
}

/**
 * The ion's own equation on one surface, −(1/2M) χ″ + E(R) χ = ε χ: with E = E_k it is Born and
 * Oppenheimer's, with E = E_k + (1/2M)⟨dΦ_k|dΦ_k⟩ the adiabatic one.
 *
 * @param surface  E at the points of the model's ion grid, hartree, shape [g]
 * @throws RangeError for more states than points, or a state that reaches an edge of the grid
 */
export function surfaceLevels(
  model: ElectronIonModel,
  surface: Float64Array,
  states: number,
): SurfaceLevels {
  const { ion } = axesOf(model);
  requireStates("surfaceLevels", states, ion.points.length, "points of ionGrid");
  if (surface.length !== ion.points.length)
    throw new RangeError(
      `surfaceLevels: surface must have one energy for each of the ${ion.points.length} points ` +
        `of ionGrid, got ${surface.length}`,
    );
  const { values, vectors } = axisStates(ion, surface, states);
  for (const [v, wave] of vectors.entries())
    requireQuietEnds(`surfaceLevels: level ${v}`, wave, model.ionGrid, "ionGrid");
  return { energies: values, waveFunctions: vectors };
}

/** Levels of electron and ion, and how they are spread over the surfaces k. */
export interface BornHuangLevels extends ElectronIonLevels {
  /** χ_k(R) of each level, shape [s][k][g], in bohr^(−1/2). */
  readonly amplitudes: readonly (readonly Float64Array[])[];
  /** ∫ χ_k² dR, shape [s][k]: a level's share on each surface; they add up to 1. */
  readonly populations: readonly Float64Array[];
}

/**
 * The lowest levels of electron and ion together by Born and Huang's expansion in the electron's
 * states, Ψ(r, R) = Σ_k χ_k(R) Φ_k(r; R). On the grids it is exact when all states are taken: the
 * ion's kinetic energy T couples two of its positions g and g′ by T_gg′ ⟨Φ_k(R_g) | Φ_l(R_g′)⟩, and
 * these overlaps hold all couplings between surfaces. With fewer surfaces energies come out too
 * high, never too low, and fall with every further one (variational).
 *
 * Source: M. Born and K. Huang, Dynamical Theory of Crystal Lattices (Oxford, 1954), appendix VIII.
 *
 * @throws RangeError as `exactLevels` does, and when surfaces is not a whole number from 1 to the
 *         points of the electron's grid
 */
export function bornHuangLevels(
  model: ElectronIonModel,
  { states, surfaces }: { readonly states: number; readonly surfaces: number },
): BornHuangLevels {
  const { ion, electron } = axesOf(model);
  const basis = adiabaticBasis(model, surfaces);
  const g = ion.points.length;
  requireStates("bornHuangLevels", states, g * surfaces, "points of ionGrid times surfaces");
  // Shifted and inverted the lowest levels lie furthest apart: Lanczos needs some thirty steps.
  const below = basis.energies[0]!.reduce((a, b) => Math.min(a, b)); // T ≥ 0: no level can lie there
  const { rows, width } = bandedHamiltonian(basis, ion.kinetic, electron.spacing, below);
  if (!bandedCholeskyInto(rows, rows, width))
    throw new Error("bornHuangLevels: no level may lie below the lowest surface, but one does");
  const inverted = lanczosEigenpairs({
    multiply: (out, vector) => {
      for (let i = 0; i < out.length; i++) out[i] = -vector[i]!;
      solveBandedInto(out, rows, width);
    },
    size: g * surfaces,
    states,
    random: seededRandom(1), // the first direction; any will do
  });
  const vectors = inverted.vectors;
  const amplitudes = vectors.map((vector) =>
    basis.energies.map((_, k) =>
      ion.points.map((_R, i) => vector[i * surfaces + k]! / Math.sqrt(ion.spacing)),
    ),
  );
  return {
    ...levelsOnGrid(
      "bornHuangLevels",
      model,
      inverted.values.map((value) => below - 1 / value),
      vectors.map((vector) => expand(basis, vector, electron.spacing)),
    ),
    amplitudes,
    populations: amplitudes.map((level) =>
      Float64Array.from(level, (chi) => ion.spacing * dot(chi, chi)),
    ),
  };
}

/**
 * H − shift between the products of Φ_k(r; R_g) and a function at R_g; index g · surfaces + k, laid
 * out as `bandedCholeskyInto` wants it: finite differences couple few neighbours, sinc functions all.
 */
function bandedHamiltonian(
  { waveFunctions, energies, ionPositions }: AdiabaticStates,
  kinetic: Float64Array,
  electronSpacing: number,
  shift: number,
): { rows: Float64Array; width: number } {
  const surfaces = waveFunctions.length;
  const reach = Math.min(kinetic.length, ionPositions.length) - 1;
  const width = (reach + 1) * surfaces - 1;
  const rows = new Float64Array(ionPositions.length * surfaces * (width + 1));
  for (let g = 0; g < ionPositions.length; g++)
    for (let k = 0; k < surfaces; k++) {
      const i = g * surfaces + k;
      const row = i * width + width; // entry (i, j) lies at row + j
      for (let h = Math.max(0, g - reach); h < g; h++)
        for (let l = 0; l < surfaces; l++) {
          const overlap = electronSpacing * dot(waveFunctions[k]![g]!, waveFunctions[l]![h]!);
          rows[row + h * surfaces + l] = kinetic[g - h]! * overlap;
        }
      rows[row + i] = kinetic[0]! + energies[k]![g]! - shift;
    }
  return { rows, width };
}

/** Σ_k χ_k Φ_k on both grids, shape [g·p]; Σ χ² = 1 gives Σ Ψ² = 1. */
function expand(
  { waveFunctions, ionPositions, electronPositions }: AdiabaticStates,
  vector: Float64Array,
  electronSpacing: number,
): Float64Array {
  const p = electronPositions.length;
  const surfaces = waveFunctions.length;
  const psi = new Float64Array(ionPositions.length * p);
  for (let g = 0; g < ionPositions.length; g++)
    for (let k = 0; k < surfaces; k++)
      addScaledInto(
        psi.subarray(g * p, (g + 1) * p),
        vector[g * surfaces + k]! * Math.sqrt(electronSpacing),
        waveFunctions[k]![g]!,
      );
  return psi;
}
