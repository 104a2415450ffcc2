import { type Eigenpairs, lowestEigenpairs } from "../numerics/tridiagonal.js";
import { requirePositive } from "../units/requirePositive.js";

export interface Vibration {
  /** Potential energy at a distance, hartree; R in bohr. */
  readonly curve: (R: number) => number;
  /** Reduced mass M₁ M₂ / (M₁ + M₂) of the two nuclei, electron masses. Positive. */
  readonly reducedMass: number;
  /** How many levels, from the lowest. */
  readonly count: number;
  /** Ends of the grid, bohr. The wave functions must have died away before either. */
  readonly from: number;
  readonly to: number;
  /** Intervals of the coarser of the two grids. Default 2000. */
  readonly intervals?: number;
}

/** Index letters: s states, g grid points. */
export interface VibrationalLevels {
  /** Ascending, on the energy scale of the curve, hartree, shape [s]. */
  readonly energies: Float64Array;
  /** The finer grid, bohr, shape [g]. */
  readonly distances: Float64Array;
  /**
   * χ(R) for each state, shape [g], with ∫ χ² dR = 1, in bohr^(−1/2). The innermost lobe is
   * positive; state v has v nodes.
   */
  readonly waveFunctions: readonly Float64Array[];
}

/** Largest allowed |χ| at an end of the grid if the wall there were taken away, over its maximum. */
const EDGE = 1e-4;

/**
 * Levels of the nuclei on a Born-Oppenheimer curve, without rotation:
 *
 *   −(1/2μ) χ″ + E(R) χ = ε χ,   χ = 0 at both ends of the grid
 *
 * The second difference is solved on two grids, h and h/2, and the energies are extrapolated as
 * (4 ε(h/2) − ε(h)) / 3: the error falls as h⁴. Wave functions are those of the finer grid (h²).
 * The H₂ and D₂ levels of `data/h2` come out to 0.2 cm⁻¹, those of a Morse well to 10⁻⁹ hartree.
 *
 * @throws RangeError for a mass that is not positive, ends out of order, a curve that is not
 *         finite on the grid, a state that reaches an end of the grid (too short a grid, or more
 *         states than the curve binds), and a grid too coarse for the waves
 */
export function vibrationalLevels(vibration: Vibration): VibrationalLevels {
  requireVibration(vibration);
  const { intervals = 2000, count } = vibration;
  const coarse = solve(vibration, intervals);
  const fine = solve(vibration, 2 * intervals);
  const lowest = fine.potential.reduce((a, b) => Math.min(a, b));
  for (let v = 0; v < count; v++) {
    requireQuietEnds(vibration, fine, v);
    const height = fine.values[v]! - lowest;
    const change = Math.abs(fine.values[v]! - coarse.values[v]!);
    if (change > 0.01 * height)
      throw new RangeError(
        `vibrationalLevels: intervals must be more than ${intervals} for level ${v}: ` +
          `halving the spacing moved it by ${change} hartree`,
      );
  }
  const weight = 1 / Math.sqrt(fine.spacing); // turns Σ χ² = 1 into ∫ χ² dR = 1
  return {
    energies: fine.values.map((value, v) => (4 * value - coarse.values[v]!) / 3),
    distances: fine.distances,
    waveFunctions: fine.vectors.map((vector) => vector.map((entry) => entry * weight)),
  };
}

interface GridSolution extends Eigenpairs {
  readonly spacing: number;
  readonly distances: Float64Array;
  readonly potential: Float64Array;
}

/** The inner points of the grid only: at its ends χ = 0. */
function solve(vibration: Vibration, intervals: number): GridSolution {
  const { curve, reducedMass, count, from, to } = vibration;
  const spacing = (to - from) / intervals;
  const distances = Float64Array.from(
    { length: intervals - 1 },
    (_, i) => from + (i + 1) * spacing,
  );
  const potential = distances.map((R) => {
    const energy = curve(R);
    if (!Number.isFinite(energy))
      throw new RangeError(
        `vibrationalLevels: curve must give a finite number of hartree at ${R} bohr, got ${energy}`,
      );
    return energy;
  });
  const hop = 1 / (2 * reducedMass * spacing ** 2);
  const diagonal = potential.map((energy) => energy + 2 * hop);
  const offDiagonal = new Float64Array(intervals - 2).fill(-hop);
  return { ...lowestEigenpairs({ diagonal, offDiagonal }, count), spacing, distances, potential };
}

/**
 * Beyond the turning point χ falls as e^(−κx), κ² = 2μ (E(R) − ε). A wall cuts such a tail of
 * height A down to zero with the slope 2κA, which the point next to the wall shows.
 */
function requireQuietEnds(
  { reducedMass, from, to }: Vibration,
  grid: GridSolution,
  v: number,
): void {
  const wave = grid.vectors[v]!;
  const last = wave.length - 1;
  const largest = wave.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  for (const [i, end] of [
    [0, `the inner end, ${from} bohr`],
    [last, `the outer end, ${to} bohr`],
  ] as const) {
    const decay = Math.sqrt(2 * reducedMass * (grid.potential[i]! - grid.values[v]!));
    const tail = Math.abs(wave[i]!) / grid.spacing / (2 * decay);
    if (!(tail <= EDGE * largest))
      throw new RangeError(
        `vibrationalLevels: level ${v} must have died away at ${end}, but reaches it: ` +
          "the grid is too short, or the curve binds fewer levels",
      );
  }
}

function requireVibration({ reducedMass, count, from, to, intervals = 2000 }: Vibration): void {
  requirePositive("vibrationalLevels: reducedMass", reducedMass, "electron masses");
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new RangeError(`vibrationalLevels: from must be below to in bohr, got ${from} and ${to}`);
  if (!(Number.isInteger(intervals) && intervals >= 20))
    throw new RangeError(
      `vibrationalLevels: intervals must be a whole number from 20, got ${intervals}`,
    );
  if (!(Number.isInteger(count) && count >= 1 && count <= intervals / 10))
    throw new RangeError(
      `vibrationalLevels: count must be a whole number from 1 to ${intervals / 10} ` +
        `(a tenth of the intervals), got ${count}`,
    );
}
