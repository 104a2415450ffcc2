import {
  addStencilInto,
  type Grid,
  gridBetween,
  kineticStencil,
  type StencilOrder,
  stencilMatrix,
} from "../numerics/grid.js";
import { sincKineticStencil } from "../numerics/sincGrid.js";
import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import { type Eigenpairs, lowestEigenpairs } from "../numerics/tridiagonal.js";
import { dot } from "../numerics/vectors.js";
import { requirePositive } from "../units/requirePositive.js";

/** Points evenly between two walls, bohr. */
export interface GridChoice {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** Finite differences of this order for the kinetic energy. Absent: sinc functions. */
  readonly order?: StencilOrder;
}

/**
 * One electron at r and one ion at R on a line, the smallest molecule whose Schrödinger equation
 *
 *   [ −(1/2M) ∂²/∂R² − ½ ∂²/∂r² + V(r, R) ] Ψ(r, R) = E Ψ(r, R)
 *
 * can be solved without any approximation. Index letters: g points of the ion, p of the electron,
 * s states.
 */
export interface ElectronIonModel {
  /** V(r, R), hartree, r and R in bohr. */
  readonly potential: (r: number, R: number) => number;
  /** ∂V/∂R, hartree/bohr. */
  readonly ionSlope: (r: number, R: number) => number;
  /** M, electron masses. Positive. */
  readonly ionMass: number;
  readonly electronGrid: GridChoice;
  readonly ionGrid: GridChoice;
}

/** Levels of electron and ion together. */
export interface ElectronIonLevels {
  /** Ascending, hartree, shape [s]. */
  readonly energies: Float64Array;
  /** Ψ(r, R) of each, shape [g·p], the ion's index first, with ∬ Ψ² dr dR = 1, in 1/bohr. */
  readonly waveFunctions: readonly Float64Array[];
  /** Bohr, shapes [g] and [p]. */
  readonly ionPositions: Float64Array;
  readonly electronPositions: Float64Array;
}

/** A grid and the kinetic energy on it, as a stencil (numerics/grid). */
export interface Axis extends Grid {
  readonly kinetic: Float64Array;
}

/** @throws RangeError when the model's mass or one of its grids is not usable */
export function axesOf(model: ElectronIonModel): { ion: Axis; electron: Axis } {
  requirePositive("electron-ion model: ionMass", model.ionMass, "electron masses");
  return { ion: axis(model.ionGrid, model.ionMass), electron: axis(model.electronGrid, 1) };
}

function axis({ from, to, points, order }: GridChoice, mass: number): Axis {
  const grid = gridBetween(from, to, points);
  const kinetic =
    order === undefined
      ? sincKineticStencil(points, grid.spacing, mass)
      : kineticStencil(order, grid.spacing, mass);
  return { ...grid, kinetic };
}

/**
 * The lowest states of one particle in a potential given at the points of an axis.
 *
 * @param guesses  states of a similar potential, which save time with second differences
 * @returns energies in hartree, and wave functions with ∫ φ² dx = 1 in bohr^(−1/2)
 */
export function axisStates(
  axis: Axis,
  potential: Float64Array,
  states: number,
  guesses: readonly Float64Array[] = [],
): Eigenpairs {
  const { points, spacing, kinetic } = axis;
  const n = points.length;
  const diagonal = potential.map((energy) => kinetic[0]! + energy);
  const pairs = kinetic.length === 2 ? tridiagonalPairs() : densePairs();
  const height = 1 / Math.sqrt(spacing); // Σ φ² = 1 becomes ∫ φ² dx = 1
  for (const vector of pairs.vectors) for (let i = 0; i < n; i++) vector[i]! *= height;
  return pairs;

  function tridiagonalPairs(): Eigenpairs {
    const offDiagonal = new Float64Array(n - 1).fill(kinetic[1]!);
    return lowestEigenpairs({ diagonal, offDiagonal }, states, guesses);
  }

  function densePairs(): Eigenpairs {
    const matrix = stencilMatrix(kinetic, n);
    for (let i = 0; i < n; i++) matrix[i * n + i] = diagonal[i]!;
    return symmetricEigenpairs(matrix, n, states);
  }
}

/** V(r, R) on both grids, shape [g·p]. @throws RangeError where it is not finite */
export function potentialOnGrid(model: ElectronIonModel): Float64Array {
  const { ion, electron } = axesOf(model);
  const p = electron.points.length;
  return Float64Array.from({ length: ion.points.length * p }, (_, k) => {
    const [r, R] = [electron.points[k % p]!, ion.points[Math.floor(k / p)]!];
    const energy = model.potential(r, R);
    if (!Number.isFinite(energy))
      throw new RangeError(
        `electron-ion model: potential must be a finite number of hartree at r = ${r}, R = ${R} ` +
          `bohr, got ${energy}`,
      );
    return energy;
  });
}

/**
 * Mean kinetic energies −(1/2M) ⟨∂²/∂R²⟩ and −½ ⟨∂²/∂r²⟩ of a wave function, hartree.
 *
 * @param waveFunction  Ψ on the model's grids as in `ElectronIonLevels`
 */
export function kineticEnergies(
  model: ElectronIonModel,
  waveFunction: Float64Array,
): { ion: number; electron: number } {
  const { ion, electron } = axesOf(model);
  const p = electron.points.length;
  const norm = dot(waveFunction, waveFunction);
  const product = new Float64Array(waveFunction.length);
  addStencilInto(product, ion.kinetic, waveFunction, p);
  const ionEnergy = dot(product, waveFunction) / norm;
  product.fill(0);
  addRowsInto(product, electron.kinetic, waveFunction, p);
  return { ion: ionEnergy, electron: dot(product, waveFunction) / norm };
}

/** The electron's kinetic energy, row by row: out ← out + T v. */
export function addRowsInto(
  out: Float64Array,
  stencil: Float64Array,
  vector: Float64Array,
  p: number,
): void {
  for (let start = 0; start < vector.length; start += p)
    addStencilInto(out.subarray(start, start + p), stencil, vector.subarray(start, start + p));
}

/** Largest magnitude allowed at an end of a grid, over the largest anywhere. */
const EDGE = 1e-4;

/** @throws RangeError `<what> must have died away at …` when a wave reaches an end of its grid */
export function requireQuietEnds(
  what: string,
  wave: Float64Array,
  { from, to }: GridChoice,
  grid: "ionGrid" | "electronGrid",
): void {
  const largest = wave.reduce((max, entry) => Math.max(max, Math.abs(entry)), 0);
  for (const [end, entry] of [
    [from, wave[0]!],
    [to, wave[wave.length - 1]!],
  ] as const)
    if (Math.abs(entry) > EDGE * largest)
      throw new RangeError(
        `${what} must have died away at ${end} bohr, an end of ${grid}, but reaches it: ` +
          "too short a grid, too light a particle, or too high a level",
      );
}

/** Turns normalised eigenvectors, Σ v² = 1, into levels whose wave functions end on the grids. */
export function levelsOnGrid(
  where: string,
  model: ElectronIonModel,
  energies: Float64Array,
  vectors: readonly Float64Array[],
): ElectronIonLevels {
  const { ion, electron } = axesOf(model);
  const p = electron.points.length;
  const height = 1 / Math.sqrt(ion.spacing * electron.spacing); // Σ Ψ² = 1 becomes ∬ Ψ² = 1
  for (const [state, vector] of vectors.entries()) {
    const ionProfile = new Float64Array(ion.points.length);
    const electronProfile = new Float64Array(p);
    for (let g = 0, k = 0; g < ionProfile.length; g++)
      for (let i = 0; i < p; i++, k++) {
        const size = Math.abs(vector[k]!);
        if (size > ionProfile[g]!) ionProfile[g] = size;
        if (size > electronProfile[i]!) electronProfile[i] = size;
      }
    requireQuietEnds(`${where}: level ${state}`, ionProfile, model.ionGrid, "ionGrid");
    requireQuietEnds(
      `${where}: level ${state}`,
      electronProfile,
      model.electronGrid,
      "electronGrid",
    );
  }
  return {
    energies,
    waveFunctions: vectors.map((vector) => vector.map((entry) => entry * height)),
    ionPositions: ion.points,
    electronPositions: electron.points,
  };
}

/** @throws RangeError unless `states` is a whole number from 1 to `most` */
export function requireStates(where: string, states: number, most: number, what: string): void {
  if (!(Number.isInteger(states) && states >= 1 && states <= most))
    throw new RangeError(
      `${where}: states must be a whole number from 1 to ${most} (${what}), got ${states}`,
    );
}
