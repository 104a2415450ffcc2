/**
 * Factor of a symmetric positive definite matrix whose entries further than `width` from the
 * diagonal are 0, A = L Lᵀ, in n·width² / 2 steps. Row i holds the entries (i, i − width) to (i, i),
 * shape [n·(width + 1)]; what would lie left of column 0 is not read. `out` may be `matrix` itself.
 *
 * @returns false when the matrix is not positive definite; `out` is then unfinished
 */
export function bandedCholeskyInto(
  out: Float64Array,
  matrix: Float64Array,
  width: number,
): boolean {
  const n = matrix.length / (width + 1);
  for (let i = 0; i < n; i++) {
    const rowI = i * width + width; // entry (i, k) lies at rowI + k
    const first = Math.max(0, i - width);
    for (let j = first; j <= i; j++) {
      const rowJ = j * width + width;
      let even = matrix[rowI + j]!;
      let odd = 0; // two sums, which need not wait for each other
      let k = first;
      for (; k + 1 < j; k += 2) {
        even -= out[rowI + k]! * out[rowJ + k]!;
        odd -= out[rowI + k + 1]! * out[rowJ + k + 1]!;
      }
      if (k < j) even -= out[rowI + k]! * out[rowJ + k]!;
      const sum = even + odd;
      if (i === j && !(sum > 0)) return false;
      out[rowI + j] = i === j ? Math.sqrt(sum) : sum / out[rowJ + j]!;
    }
  }
  return true;
}

/** Solves L Lᵀ x = b; `x` comes in as b and goes out as the solution, shape [n]. */
export function solveBandedInto(x: Float64Array, factor: Float64Array, width: number): void {
  const n = x.length;
  for (let i = 0; i < n; i++) {
    const row = i * width + width;
    let sum = x[i]!;
    for (let k = Math.max(0, i - width); k < i; k++) sum -= factor[row + k]! * x[k]!;
    x[i] = sum / factor[row + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * width + width;
    const entry = x[i]! / factor[row + i]!;
    x[i] = entry;
    for (let k = Math.max(0, i - width); k < i; k++) x[k]! -= factor[row + k]! * entry;
  }
}
