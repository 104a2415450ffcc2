/**
 * Factor of a symmetric positive definite matrix, A = L Lᵀ, shape [p·p], rows first. Reads and
 * writes the lower half with the diagonal only; `out` may be `matrix` itself.
 *
 * @returns false when the matrix is not positive definite; `out` is then unfinished
 */
export function choleskyInto(out: Float64Array, matrix: Float64Array, p: number): boolean {
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * p + j]!;
      for (let k = 0; k < j; k++) sum -= out[i * p + k]! * out[j * p + k]!;
      if (i === j && !(sum > 0)) return false;
      out[i * p + j] = i === j ? Math.sqrt(sum) : sum / out[j * p + j]!;
    }
  return true;
}

/** Solves L Lᵀ x = b; `x` comes in as b and goes out as the solution, shape [p]. */
export function solveCholeskyInto(x: Float64Array, factor: Float64Array, p: number): void {
  for (let i = 0; i < p; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * p + k]! * x[k]!;
    x[i] = sum / factor[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < p; k++) sum -= factor[k * p + i]! * x[k]!;
    x[i] = sum / factor[i * p + i]!;
  }
}
