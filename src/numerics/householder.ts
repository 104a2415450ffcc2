import type { Tridiagonal } from "./tridiagonal.js";
import { dot } from "./vectors.js";

/** A = Q T Qᵀ with Q = H₀ H₁ …, each a reflection Hⱼ = 1 − sⱼ vⱼ vⱼᵀ. */
export interface Reflected {
  /** T */
  readonly tridiagonal: Tridiagonal;
  /** vⱼ is row j from the entry j + 1 on; shape [n·n]. */
  readonly rows: Float64Array;
  /** sⱼ, shape [n]; 0 where nothing had to be reflected. */
  readonly scales: Float64Array;
}

/**
 * Makes a symmetric matrix tridiagonal: each reflection turns a row's entries beyond the first
 * off-diagonal one into zeros. Reads the upper half of `rows`, shape [n·n], and overwrites it.
 * Entries below 10⁻¹⁰⁰ count as zero: scale the matrix before.
 *
 * Source: A. S. Householder, J. ACM 5, 339 (1958).
 */
export function tridiagonalise(rows: Float64Array, n: number): Reflected {
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n - 1);
  const scales = new Float64Array(n);
  // A reflection makes the rest B of the matrix B − v wᵀ − w vᵀ, w = s B v − (s² vᵀBv / 2) v. That
  // is subtracted only while B is read for the next one: the matrix is gone through once for each.
  let [v, w] = [new Float64Array(n), new Float64Array(n)];
  let [nextV, nextW] = [new Float64Array(n), new Float64Array(n)];
  for (let j = 0; j < n; j++) {
    const row = rows.subarray(j * n, (j + 1) * n);
    for (let k = j; k < n; k++) row[k]! -= v[j]! * w[k]! + w[j]! * v[k]!;
    diagonal[j] = row[j]!;
    if (j === n - 1) break;
    const beyond = row.subarray(j + 2);
    const squares = dot(beyond, beyond);
    const first = row[j + 1]!;
    const length = Math.sqrt(first * first + squares) * (first > 0 ? -1 : 1);
    const scale = squares < 1e-200 ? 0 : 1 / (length * (length - first));
    scales[j] = scale;
    offDiagonal[j] = scale === 0 ? first : length;
    row[j + 1] = first - length;
    nextV.set(row);
    nextW.fill(0);
    for (let i = j + 1; i < n; i++) {
      const from = i * n;
      const [vi, wi, nextVi] = [v[i]!, w[i]!, nextV[i]!];
      let sum = 0;
      for (let k = i; k < n; k++) {
        const entry = rows[from + k]! - (vi * w[k]! + wi * v[k]!);
        rows[from + k] = entry;
        sum += entry * nextV[k]!;
        nextW[k]! += entry * nextVi;
      }
      nextW[i]! += sum - rows[from + i]! * nextVi; // the diagonal entry counts once
    }
    let overlap = 0;
    for (let i = j + 1; i < n; i++) {
      nextW[i]! *= scale;
      overlap += nextW[i]! * nextV[i]!;
    }
    for (let i = j + 1; i < n; i++) nextW[i]! -= ((scale * overlap) / 2) * nextV[i]!;
    [v, w, nextV, nextW] = [nextV, nextW, v, w];
  }
  return { tridiagonal: { diagonal, offDiagonal }, rows, scales };
}

/** x ← Q x. Reflections that leave x alone may be left out: those from `last` on. */
export function reflect(x: Float64Array, reflected: Reflected, last: number = x.length - 1): void {
  const { rows, scales } = reflected;
  const n = x.length;
  for (let j = last - 1; j >= 0; j--) {
    const row = j * n;
    let even = 0;
    let odd = 0;
    let k = j + 1;
    for (; k + 1 < n; k += 2) {
      even += rows[row + k]! * x[k]!;
      odd += rows[row + k + 1]! * x[k + 1]!;
    }
    if (k < n) even += rows[row + k]! * x[k]!;
    const factor = scales[j]! * (even + odd);
    for (let k = j + 1; k < n; k++) x[k]! -= factor * rows[row + k]!;
  }
}

/** Q, shape [n·n], rows first. */
export function reflectionMatrix(reflected: Reflected): Float64Array {
  const n = reflected.scales.length;
  const q = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    column.fill(0);
    column[k] = 1;
    reflect(column, reflected, k);
    for (let i = 0; i < n; i++) q[i * n + k] = column[i]!;
  }
  return q;
}
