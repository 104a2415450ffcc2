import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";

/** A B for matrices of shape [n·n]. */
export function matrixProduct(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, ij) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += a[ij - (ij % n) + k]! * b[k * n + (ij % n)]!;
    return sum;
  });
}

/** S^(−1/2), which makes the basis orthonormal with as little change as possible; shape [n·n]. */
export function orthogonaliser(overlap: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigenpairs(overlap, n);
  return Float64Array.from({ length: n * n }, (_, ij) =>
    values.reduce(
      (sum, s, k) => sum + (vectors[k]![Math.floor(ij / n)]! * vectors[k]![ij % n]!) / Math.sqrt(s),
      0,
    ),
  );
}

/**
 * The integrals (pq|rs) between new functions p = Σ_a rows[p·n + a] a from those (ab|cd) between
 * the basis functions, one index after the other; shape [n·n·n·n].
 */
export function transformedRepulsion(
  repulsion: Float64Array,
  rows: Float64Array,
  n: number,
): Float64Array {
  let tensor = repulsion;
  for (let index = 0; index < 4; index++) {
    // The first index is transformed and becomes the last one: after four turns all are in place.
    const rest = n ** 3;
    const next = new Float64Array(n * rest);
    for (let a = 0; a < n; a++)
      for (let p = 0; p < n; p++)
        for (let bcd = 0; bcd < rest; bcd++)
          next[bcd * n + p]! += rows[p * n + a]! * tensor[a * rest + bcd]!;
    tensor = next;
  }
  return tensor;
}
