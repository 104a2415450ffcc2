import type { Grid } from "../numerics/grid.js";
import { sincKineticStencil } from "../numerics/sincGrid.js";
import { requirePositive } from "../units/requirePositive.js";

export interface SoftCoulombNucleus {
  /** Z in units of e. Positive. */
  readonly charge: number;
  /** On the line, bohr. */
  readonly position: number;
}

export interface SoftCoulomb {
  readonly nuclei: readonly SoftCoulombNucleus[];
  readonly electrons: 1 | 2;
  /** How many, from the lowest. */
  readonly states: number;
  /** Between nuclei: Z Z′/√(R² + a²) like all the rest, Z Z′/R, or left out. */
  readonly nuclearRepulsion: "soft" | "bare" | "none";
  /** a, bohr. Default 1. */
  readonly softening?: number;
  /**
   * Two electrons only: states with ψ(x₁, x₂) = ψ(x₂, x₁) are singlets, those with the opposite
   * sign triplets. Default: both together, in order of energy.
   */
  readonly spin?: "singlet" | "triplet";
  /** Points between two walls, bohr. Default: chosen so that every state has died away. */
  readonly grid?: { readonly from: number; readonly to: number; readonly points: number };
}

/** Kinetic energy and attraction between grid points, hartree, shape [g·g]. */
export function oneElectronMatrix(
  { nuclei, softening = 1 }: SoftCoulomb,
  grid: Grid,
): Float64Array {
  const { points, spacing } = grid;
  const n = points.length;
  const stencil = sincKineticStencil(n, spacing);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) matrix[i * n + j] = stencil[Math.abs(i - j)]!;
    for (const { charge, position } of nuclei)
      matrix[i * n + i]! -= charge / Math.hypot(points[i]! - position, softening);
  }
  return matrix;
}

/** Of the nuclei, hartree. */
export function nuclearRepulsion({
  nuclei,
  nuclearRepulsion: kind,
  softening = 1,
}: SoftCoulomb): number {
  let sum = 0;
  if (kind === "none") return 0;
  for (const [i, a] of nuclei.entries())
    for (const b of nuclei.slice(i + 1))
      sum +=
        (a.charge * b.charge) /
        Math.hypot(a.position - b.position, kind === "soft" ? softening : 0);
  return sum;
}

/**
 * @throws RangeError for a grid coarser than a/2, or with fewer points (pairs of points) than
 *         states
 */
export function requireGrid(
  { electrons, states, spin, softening = 1 }: SoftCoulomb,
  grid: Grid,
): void {
  const n = grid.points.length;
  if (!(grid.spacing <= softening / 2))
    throw new RangeError(
      `softCoulomb: grid must have a spacing of at most half the softening, ${softening / 2} ` +
        `bohr, got ${grid.spacing}`,
    );
  const room = electrons === 1 ? n : spin ? (n * (n + (spin === "singlet" ? 1 : -1))) / 2 : n * n;
  if (states > room)
    throw new RangeError(
      `softCoulomb: states must be at most ${room}, as many as the grid has ` +
        `${electrons === 1 ? "points" : "pairs of points"}, got ${states}`,
    );
}

/** @throws RangeError for whatever no molecule is like */
export function requireModel(model: SoftCoulomb): void {
  const { nuclei, electrons, states, softening = 1, spin, nuclearRepulsion: kind } = model;
  const where = "softCoulomb:";
  if (nuclei.length === 0) throw new RangeError(`${where} nuclei must hold at least one, got none`);
  for (const [i, { charge, position }] of nuclei.entries()) {
    requirePositive(`${where} nuclei[${i}].charge`, charge, "e");
    if (!Number.isFinite(position))
      throw new RangeError(
        `${where} nuclei[${i}].position must be a finite number of bohr, got ${position}`,
      );
    const twin = nuclei.findIndex((other) => other.position === position);
    if (twin < i)
      throw new RangeError(
        `${where} nuclei ${twin} and ${i} must be at different points, got both at ${position} bohr`,
      );
  }
  if (electrons !== 1 && electrons !== 2)
    throw new RangeError(`${where} electrons must be 1 or 2, got ${electrons}`);
  if (!(Number.isInteger(states) && states >= 1))
    throw new RangeError(`${where} states must be a whole number from 1, got ${states}`);
  if (!["soft", "bare", "none"].includes(kind))
    throw new RangeError(
      `${where} nuclearRepulsion must be "soft", "bare" or "none", got "${kind}"`,
    );
  if (spin !== undefined && (electrons === 1 || !["singlet", "triplet"].includes(spin)))
    throw new RangeError(
      `${where} spin must be "singlet" or "triplet", of two electrons, got "${spin}"`,
    );
  requirePositive(`${where} softening`, softening, "bohr");
}
