/**
 * A cell is three edges in bohr, one per row of a 3 × 3 matrix h; the point with fractional coordinates
 * s lies at s h, and its images at (s + n) h for all triples n of whole numbers. Any shape and either
 * hand. Index letters: n points, c = 3 Cartesian axes.
 */

/** Volume of a cell, bohr³: |det h|, whatever the order of the edges. */
export function cellVolume(cell: Float64Array): number {
  return Math.abs(determinant(cell));
}

/** Distances between opposite faces, bohr, shape [c]: the volume over the area of each face. */
export function cellHeights(cell: Float64Array): Float64Array {
  const inverse = inverseCell(cell);
  return Float64Array.from(
    [0, 1, 2],
    (d) => 1 / Math.hypot(inverse[d]!, inverse[3 + d]!, inverse[6 + d]!),
  );
}

/** h⁻¹ in 1/bohr, shape [c·c]: s = x h⁻¹. Its columns stand upright on the faces of the cell. */
export function inverseCell(cell: Float64Array): Float64Array {
  const h = (row: number, column: number): number => cell[3 * (row % 3) + (column % 3)]!;
  const volume = determinant(cell);
  return Float64Array.from({ length: 9 }, (_, k) => {
    const [row, column] = [Math.floor(k / 3), k % 3];
    const cofactor =
      h(column + 1, row + 1) * h(column + 2, row + 2) -
      h(column + 1, row + 2) * h(column + 2, row + 1);
    return cofactor / volume;
  });
}

/** Each of n rows x times a 3 × 3 matrix, shape [n·c]: `timesMatrix(fractional, cell)` are positions. */
export function timesMatrix(rows: Float64Array, matrix: Float64Array): Float64Array {
  const product = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 3)
    for (let d = 0; d < 3; d++)
      product[i + d] =
        rows[i]! * matrix[d]! + rows[i + 1]! * matrix[3 + d]! + rows[i + 2]! * matrix[6 + d]!;
  return product;
}

function determinant([a, b, c, d, e, f, g, h, i]: Float64Array): number {
  return a! * (e! * i! - f! * h!) - b! * (d! * i! - f! * g!) + c! * (d! * h! - e! * g!);
}
