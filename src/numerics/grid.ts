import { requirePositive } from "../units/requirePositive.js";
import { addScaledInto } from "./vectors.js";

/** Evenly spaced points on a line. */
export interface Grid {
  /** Ascending, shape [n]. */
  readonly points: Float64Array;
  readonly spacing: number;
}

/**
 * n points evenly between two walls, at which every function on the grid is 0: the walls are not
 * among the points, xᵢ = from + (i + 1) h with h = (to − from) / (n + 1).
 *
 * @throws RangeError when n is not a whole number from 2, or the ends are not finite and in order
 */
export function gridBetween(from: number, to: number, n: number): Grid {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new RangeError(`gridBetween: from must be below to, got ${from} and ${to}`);
  if (!(Number.isInteger(n) && n >= 2))
    throw new RangeError(`gridBetween: n must be a whole number from 2, got ${n}`);
  const spacing = (to - from) / (n + 1);
  return { points: Float64Array.from({ length: n }, (_, i) => from + (i + 1) * spacing), spacing };
}

export type StencilOrder = 2 | 4 | 6 | 8;

/** h² f″ ≈ w₀ f(x) + Σ wₖ (f(x + kh) + f(x − kh)); Fornberg, Math. Comput. 51, 699 (1988). */
const SECOND_DERIVATIVE: Record<StencilOrder, readonly number[]> = {
  2: [-2, 1],
  4: [-5 / 2, 4 / 3, -1 / 12],
  6: [-49 / 18, 3 / 2, -3 / 20, 1 / 90],
  8: [-205 / 72, 8 / 5, -1 / 5, 8 / 315, -1 / 560],
};

/**
 * The kinetic energy −(1/2m) d²/dx² on a grid by finite differences, as a stencil: T couples two
 * points k spacings apart with stencil[k], and points further apart not at all. Its energies are
 * wrong by an amount that falls as h^order. Beyond the walls a function counts as 0, so at orders
 * above 2 it must have died away before them. A tridiagonal matrix at order 2.
 *
 * @returns stencil in hartree, shape [order/2 + 1], for spacing in bohr and mass in electron masses
 * @throws  RangeError for another order than 2, 4, 6, 8, or a spacing or mass that is not positive
 */
export function kineticStencil(order: StencilOrder, spacing: number, mass = 1): Float64Array {
  const weights = SECOND_DERIVATIVE[order];
  if (!weights) throw new RangeError(`kineticStencil: order must be 2, 4, 6 or 8, got ${order}`);
  requirePositive("kineticStencil: spacing", spacing, "bohr");
  requirePositive("kineticStencil: mass", mass, "electron masses");
  return Float64Array.from(weights, (weight) => -weight / (2 * mass * spacing ** 2));
}

/** The matrix of a stencil on n points, Tᵢⱼ = stencil[|i − j|], shape [n·n]. */
export function stencilMatrix(stencil: Float64Array, n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) matrix[i * n + j] = stencil[Math.abs(i - j)] ?? 0;
  return matrix;
}

/**
 * out ← out + T v. In an array of more than one index, points that are neighbours along an axis lie
 * `stride` entries apart: for shape [g·p], p for the first index, and for the second one 1, row by
 * row.
 */
export function addStencilInto(
  out: Float64Array,
  stencil: Float64Array,
  vector: Float64Array,
  stride = 1,
): void {
  addScaledInto(out, stencil[0]!, vector);
  for (let k = 1; k < stencil.length; k++) {
    const hop = stencil[k]!;
    for (let i = 0, j = k * stride; j < vector.length; i++, j++) {
      out[i]! += hop * vector[j]!;
      out[j]! += hop * vector[i]!;
    }
  }
}
