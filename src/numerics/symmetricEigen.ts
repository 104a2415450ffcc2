import { reflect, reflectionMatrix, tridiagonalise } from "./householder.js";
import { type Eigenpairs, lowestEigenpairs, type Tridiagonal } from "./tridiagonal.js";
import { makeStartPositive, powerOfTwoFrom } from "./vectors.js";

/**
 * Eigenvalues and orthonormal vectors of a real symmetric matrix A, all of them or the `count`
 * lowest. Reflections make A tridiagonal; then implicit QL rotations find all pairs, or
 * `lowestEigenpairs` does when at most half of them are wanted, which saves most of the time. Values
 * are good to about 10⁻¹⁵ n |A|, where |A| is the largest entry.
 *
 * Source: J. H. Wilkinson and C. Reinsch, Linear Algebra (Springer, 1971), contributions II/2, II/4.
 *
 * @param matrix  A, shape [n·n], rows first; left as it was. Must be symmetric to 10⁻¹² |A|
 * @throws RangeError when the shape is not n·n, an entry is not finite, the matrix is not
 *         symmetric, or count is not a whole number from 1 to n
 */
export function symmetricEigenpairs(
  matrix: Float64Array,
  n: number,
  count: number = n,
): Eigenpairs {
  const scale = powerOfTwoFrom(requireSymmetric(matrix, n, count)); // |A| is from 1 to 2 from here on
  const scaled = matrix.map((entry) => entry / scale);
  const { values, vectors } = 2 * count <= n ? lowest(scaled, n, count) : all(scaled, n);
  for (const vector of vectors) makeStartPositive(vector);
  return {
    values: values.slice(0, count).map((value) => value * scale),
    vectors: vectors.slice(0, count),
  };
}

function lowest(matrix: Float64Array, n: number, count: number): Eigenpairs {
  const reflected = tridiagonalise(matrix, n);
  const pairs = lowestEigenpairs(reflected.tridiagonal, count);
  for (const vector of pairs.vectors) reflect(vector, reflected);
  return pairs;
}

function all(matrix: Float64Array, n: number): Eigenpairs {
  const reflected = tridiagonalise(matrix, n);
  const columns = reflectionMatrix(reflected);
  const values = rotateToDiagonal(reflected.tridiagonal, columns);
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  return {
    values: Float64Array.from(order, (column) => values[column]!),
    vectors: order.map((column) =>
      Float64Array.from({ length: n }, (_, i) => columns[i * n + column]!),
    ),
  };
}

/**
 * Implicit QL: sweeps of rotations with Wilkinson's shift make the entries beside the diagonal
 * vanish, one after the other. Returns the diagonal; the columns, turned along, become the vectors.
 */
function rotateToDiagonal(
  { diagonal, offDiagonal }: Tridiagonal,
  columns: Float64Array,
): Float64Array {
  const n = diagonal.length;
  const d = diagonal.slice();
  const e = new Float64Array(n);
  e.set(offDiagonal);
  const cosines = new Float64Array(n);
  const sines = new Float64Array(n);
  const negligible = (i: number): boolean =>
    Math.abs(e[i]!) <= Number.EPSILON * (Math.abs(d[i]!) + Math.abs(d[i + 1]!) + 1e-3);
  for (let low = 0; low < n; low++)
    for (let round = 0; ; round++) {
      let high = low;
      while (high < n - 1 && !negligible(high)) high++;
      if (high === low) break;
      if (round === 60)
        throw new Error(`symmetricEigenpairs: value ${low} must converge, but it did not`);
      let g = (d[low + 1]! - d[low]!) / (2 * e[low]!);
      g = d[high]! - d[low]! + e[low]! / (g + Math.sqrt(g * g + 1) * (g >= 0 ? 1 : -1));
      let sine = 1;
      let cosine = 1;
      let moved = 0;
      let end = low; // where the sweep stops, early when what it chases has vanished
      for (let i = high - 1; i >= low; i--) {
        const f = sine * e[i]!;
        const b = cosine * e[i]!;
        const r = Math.sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r === 0) {
          end = i + 1;
          break;
        }
        sine = f / r;
        cosine = g / r;
        g = d[i + 1]! - moved;
        const turned = (d[i]! - g) * sine + 2 * cosine * b;
        moved = sine * turned;
        d[i + 1] = g + moved;
        g = cosine * turned - b;
        sines[i] = sine;
        cosines[i] = cosine;
      }
      d[end]! -= moved;
      if (end === low) e[low] = g;
      e[high] = 0;
      rotateColumns(columns, n, end, high, cosines, sines);
    }
  return d;
}

/**
 * Rotates columns i and i + 1 of every row, for i from high − 1 down to low. Four rows at a time:
 * each waits for its own last result only.
 */
function rotateColumns(
  columns: Float64Array,
  n: number,
  low: number,
  high: number,
  cosines: Float64Array,
  sines: Float64Array,
): void {
  let row = 0;
  for (; row + 4 <= n; row += 4) {
    const a = row * n;
    const b = a + n;
    const c = b + n;
    const d = c + n;
    let carriedA = columns[a + high]!;
    let carriedB = columns[b + high]!;
    let carriedC = columns[c + high]!;
    let carriedD = columns[d + high]!;
    for (let i = high - 1; i >= low; i--) {
      const cosine = cosines[i]!;
      const sine = sines[i]!;
      const nextA = columns[a + i]!;
      const nextB = columns[b + i]!;
      const nextC = columns[c + i]!;
      const nextD = columns[d + i]!;
      columns[a + i + 1] = sine * nextA + cosine * carriedA;
      columns[b + i + 1] = sine * nextB + cosine * carriedB;
      columns[c + i + 1] = sine * nextC + cosine * carriedC;
      columns[d + i + 1] = sine * nextD + cosine * carriedD;
      carriedA = cosine * nextA - sine * carriedA;
      carriedB = cosine * nextB - sine * carriedB;
      carriedC = cosine * nextC - sine * carriedC;
      carriedD = cosine * nextD - sine * carriedD;
    }
    columns[a + low] = carriedA;
    columns[b + low] = carriedB;
    columns[c + low] = carriedC;
    columns[d + low] = carriedD;
  }
  for (; row < n; row++) {
    let carried = columns[row * n + high]!;
    for (let i = high - 1; i >= low; i--) {
      const next = columns[row * n + i]!;
      columns[row * n + i + 1] = sines[i]! * next + cosines[i]! * carried;
      carried = cosines[i]! * next - sines[i]! * carried;
    }
    columns[row * n + low] = carried;
  }
}

/** Returns the largest magnitude of an entry. */
function requireSymmetric(matrix: Float64Array, n: number, count: number): number {
  if (!(Number.isInteger(n) && n >= 1 && matrix.length === n * n))
    throw new RangeError(
      `symmetricEigenpairs: matrix must have n·n entries, got ${matrix.length} for n = ${n}`,
    );
  if (!(Number.isInteger(count) && count >= 1 && count <= n))
    throw new RangeError(
      `symmetricEigenpairs: count must be a whole number from 1 to ${n}, got ${count}`,
    );
  let largest = 0;
  for (let i = 0; i < n * n; i++) {
    if (!Number.isFinite(matrix[i]))
      throw new RangeError(
        `symmetricEigenpairs: entry (${Math.floor(i / n)}, ${i % n}) must be finite, got ${matrix[i]}`,
      );
    largest = Math.max(largest, Math.abs(matrix[i]!));
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const [above, below] = [matrix[j * n + i]!, matrix[i * n + j]!];
      if (Math.abs(above - below) > 1e-12 * largest)
        throw new RangeError(
          `symmetricEigenpairs: matrix must be symmetric, got ${above} at (${j}, ${i}) and ` +
            `${below} at (${i}, ${j})`,
        );
    }
  return largest;
}
