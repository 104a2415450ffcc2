/** A real symmetric tridiagonal matrix T of n rows. */
export interface Tridiagonal {
  /** Shape [n]. */
  readonly diagonal: Float64Array;
  /** The entries beside the diagonal, shape [n − 1]. */
  readonly offDiagonal: Float64Array;
}

export interface Eigenpairs {
  /** Ascending, shape [k]. */
  readonly values: Float64Array;
  /** k orthonormal vectors of shape [n]; the first entry that is not small is positive. */
  readonly vectors: readonly Float64Array[];
}

/**
 * The k lowest eigenvalues of a symmetric tridiagonal matrix and their vectors. A Sturm sequence
 * counts the eigenvalues below a number; halving encloses each eigenvalue alone, and Rayleigh
 * quotient iteration finishes inside the enclosure. A vector is made orthogonal to those found
 * before it, so that eigenvalues closer than rounding give orthonormal vectors too. Values are
 * good to 10⁻¹⁴ |T|, where |T| is the largest sum of magnitudes along a row.
 *
 * Source: W. Barth, R. S. Martin and J. H. Wilkinson, Numer. Math. 9, 386 (1967), for counting.
 *
 * @throws RangeError when k is not a whole number from 1 to n, when the shapes disagree, or when
 *         an entry is not finite
 */
export function lowestEigenpairs(matrix: Tridiagonal, k: number): Eigenpairs {
  requireMatrix(matrix, k);
  const n = matrix.diagonal.length;
  const { lowest, highest, norm } = bounds(matrix);
  const countBelow = sturmCount(matrix, norm);
  const refine = rayleighIteration(matrix, norm);

  // Enclosures: countLower[i] eigenvalues lie below lower[i] ≤ value i < upper[i], countUpper[i]
  // below upper[i]. A count made for one eigenvalue tightens those of all later ones.
  const lower = new Float64Array(k).fill(lowest - norm * Number.EPSILON);
  const upper = new Float64Array(k).fill(highest + norm * Number.EPSILON);
  const countLower = new Int32Array(k);
  const countUpper = new Int32Array(k).fill(n);
  const halve = (wanted: number): void => {
    const middle = (lower[wanted]! + upper[wanted]!) / 2;
    const count = countBelow(middle);
    for (let i = wanted; i < k; i++)
      if (count > i && middle < upper[i]!) {
        upper[i] = middle;
        countUpper[i] = count;
      } else if (count <= i && middle > lower[i]!) {
        lower[i] = middle;
        countLower[i] = count;
      }
  };

  const values = new Float64Array(k);
  const vectors: Float64Array[] = [];
  for (let i = 0; i < k; i++) {
    const tooClose = norm * Number.EPSILON; // enclosures cannot usefully be narrower than this
    const width = (): number => upper[i]! - lower[i]!;
    while ((countLower[i] !== i || countUpper[i] !== i + 1) && width() > tooClose) halve(i);
    let target = width() / 16;
    for (;;) {
      while (width() > Math.max(target, tooClose)) halve(i);
      const pair = refine(lower[i]!, upper[i]!, vectors);
      if (pair) {
        values[i] = pair.value;
        vectors.push(pair.vector);
        break;
      }
      if (width() <= tooClose)
        throw new Error(`lowestEigenpairs: vector ${i} must converge, but it did not (n = ${n})`);
      target = width() / 1000;
    }
  }
  return { values, vectors };
}

/** How many eigenvalues lie below a shift: the negative pivots of T − shift. */
function sturmCount({ diagonal, offDiagonal }: Tridiagonal, norm: number): (s: number) => number {
  const squares = offDiagonal.map((entry) => entry * entry);
  const tiny = Number.MIN_VALUE + norm * 1e-30;
  return (shift) => {
    let pivot = diagonal[0]! - shift;
    let count = pivot < 0 ? 1 : 0;
    for (let i = 1; i < diagonal.length; i++) {
      if (Math.abs(pivot) < tiny) pivot = pivot < 0 ? -tiny : tiny;
      pivot = diagonal[i]! - shift - squares[i - 1]! / pivot;
      if (pivot < 0) count++;
    }
    return count;
  };
}

/**
 * One eigenpair with its value in [lower, upper], orthogonal to the given vectors. Undefined when
 * it has not settled in a few steps: the enclosure is then still too wide.
 */
function rayleighIteration(
  matrix: Tridiagonal,
  norm: number,
): (
  lower: number,
  upper: number,
  others: readonly Float64Array[],
) => { value: number; vector: Float64Array } | undefined {
  const { diagonal, offDiagonal } = matrix;
  const n = diagonal.length;
  const solve = shiftedSolve(matrix, norm);
  const slack = 8 * Number.EPSILON * norm;
  return (lower, upper, others) => {
    // Neither even nor odd, so that no eigenvector of a symmetric problem is left out, and another
    // one for each pair, so that equal eigenvalues do not lead to the same vector again.
    const stride = 0.618034 * (others.length + 1);
    const vector = Float64Array.from({ length: n }, (_, i) => 1 + ((i * stride) % 1));
    let shift = (lower + upper) / 2;
    for (let round = 0; round < 6; round++) {
      solve(vector, shift);
      // Twice: the first pass may leave little more than its own rounding.
      for (let pass = 0; pass < 2; pass++) {
        for (const other of others) subtractProjection(vector, other);
        normalise(vector);
      }
      let value = 0;
      for (let i = 0; i < n; i++) value += vector[i]! * timesRow(i);
      let residual = 0;
      for (let i = 0; i < n; i++) residual += (timesRow(i) - value * vector[i]!) ** 2;
      const enclosed = value >= lower - slack && value <= upper + slack;
      if (enclosed && Math.sqrt(residual) <= 4 * slack) {
        makeStartPositive(vector);
        return { value, vector };
      }
      shift = enclosed ? value : (lower + upper) / 2;
    }
    return undefined;

    function timesRow(i: number): number {
      let sum = diagonal[i]! * vector[i]!;
      if (i > 0) sum += offDiagonal[i - 1]! * vector[i - 1]!;
      if (i < n - 1) sum += offDiagonal[i]! * vector[i + 1]!;
      return sum;
    }
  };
}

/** Solves (T − shift) x = b in place, by elimination with row exchanges. */
function shiftedSolve(
  { diagonal, offDiagonal }: Tridiagonal,
  norm: number,
): (x: Float64Array, shift: number) => void {
  const n = diagonal.length;
  const pivots = new Float64Array(n);
  const first = new Float64Array(n); // the two diagonals above the pivots
  const second = new Float64Array(n);
  const tiny = Number.EPSILON * norm; // stands for a zero pivot: the shift is an eigenvalue
  return (x, shift) => {
    let pivot = diagonal[0]! - shift;
    let beside = n > 1 ? offDiagonal[0]! : 0;
    for (let i = 0; i < n - 1; i++) {
      const below = offDiagonal[i]!;
      const nextDiagonal = diagonal[i + 1]! - shift;
      const nextBeside = i < n - 2 ? offDiagonal[i + 1]! : 0;
      if (Math.abs(below) <= Math.abs(pivot) || below === 0) {
        if (pivot === 0) pivot = tiny;
        const factor = below / pivot;
        pivots[i] = pivot;
        first[i] = beside;
        second[i] = 0;
        x[i + 1]! -= factor * x[i]!;
        pivot = nextDiagonal - factor * beside;
        beside = nextBeside;
      } else {
        const factor = pivot / below;
        pivots[i] = below;
        first[i] = nextDiagonal;
        second[i] = nextBeside;
        const upperRight = x[i + 1]!;
        x[i + 1] = x[i]! - factor * upperRight;
        x[i] = upperRight;
        pivot = beside - factor * nextDiagonal;
        beside = -factor * nextBeside;
      }
    }
    pivots[n - 1] = Math.abs(pivot) < tiny ? tiny : pivot;
    let next = 0;
    let afterNext = 0;
    for (let i = n - 1; i >= 0; i--) {
      const entry = (x[i]! - first[i]! * next - second[i]! * afterNext) / pivots[i]!;
      x[i] = entry;
      afterNext = next;
      next = entry;
    }
  };
}

function subtractProjection(vector: Float64Array, unit: Float64Array): void {
  let overlap = 0;
  for (let i = 0; i < unit.length; i++) overlap += vector[i]! * unit[i]!;
  for (let i = 0; i < unit.length; i++) vector[i]! -= overlap * unit[i]!;
}

function normalise(vector: Float64Array): void {
  let largest = 0; // divided out first: after a solve at an eigenvalue the squares may overflow
  for (const entry of vector) largest = Math.max(largest, Math.abs(entry));
  let sum = 0;
  for (const entry of vector) sum += (entry / largest) ** 2;
  const length = largest * Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i]! /= length;
}

function makeStartPositive(vector: Float64Array): void {
  let largest = 0;
  for (const entry of vector) largest = Math.max(largest, Math.abs(entry));
  const start = vector.find((entry) => Math.abs(entry) >= largest / 1000)!;
  if (start < 0) for (let i = 0; i < vector.length; i++) vector[i] = -vector[i]!;
}

/** Every eigenvalue lies within a row's diagonal ± the magnitudes beside it (Gershgorin). */
function bounds({ diagonal, offDiagonal }: Tridiagonal): {
  lowest: number;
  highest: number;
  norm: number;
} {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < diagonal.length; i++) {
    const reach = Math.abs(offDiagonal[i - 1] ?? 0) + Math.abs(offDiagonal[i] ?? 0);
    lowest = Math.min(lowest, diagonal[i]! - reach);
    highest = Math.max(highest, diagonal[i]! + reach);
  }
  return { lowest, highest, norm: Math.max(Math.abs(lowest), Math.abs(highest)) || 1 };
}

function requireMatrix({ diagonal, offDiagonal }: Tridiagonal, k: number): void {
  const n = diagonal.length;
  if (offDiagonal.length !== n - 1)
    throw new RangeError(
      `lowestEigenpairs: offDiagonal must have one entry less than diagonal (${n}), ` +
        `got ${offDiagonal.length}`,
    );
  if (!(Number.isInteger(k) && k >= 1 && k <= n))
    throw new RangeError(`lowestEigenpairs: k must be a whole number from 1 to ${n}, got ${k}`);
  for (const [name, entries] of Object.entries({ diagonal, offDiagonal })) {
    const bad = entries.findIndex((entry: number) => !Number.isFinite(entry));
    if (bad >= 0)
      throw new RangeError(`lowestEigenpairs: ${name}[${bad}] must be finite, got ${entries[bad]}`);
  }
}
