import { bounds, multiplyInto, shiftedSolve, sturmCount } from "./tridiagonalSteps.js";
import {
  dot,
  makeStartPositive,
  normalise,
  powerOfTwoFrom,
  subtractProjection,
} from "./vectors.js";

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
 * @param guesses  vectors that may be near the wanted ones, as those of a similar matrix are: the
 *                 iteration starts from them, and two counts tell whether it went where it should.
 *                 They change how long it takes and not what is found
 * @throws RangeError when k is not a whole number from 1 to n, when the shapes disagree, or when
 *         an entry is not finite
 */
export function lowestEigenpairs(
  matrix: Tridiagonal,
  k: number,
  guesses: readonly Float64Array[] = [],
): Eigenpairs {
  requireMatrix(matrix, k, guesses);
  const n = matrix.diagonal.length;
  const scale = powerOfTwoFrom(bounds(matrix).norm); // |T| is from 1 to 2 from here on
  const scaled = {
    diagonal: matrix.diagonal.map((entry) => entry / scale),
    offDiagonal: matrix.offDiagonal.map((entry) => entry / scale),
  };
  const { lowest, highest } = bounds(scaled);
  const countBelow = sturmCount(scaled);
  const iterate = rayleighIteration(scaled);

  // Enclosures: countLower[i] eigenvalues lie below lower[i] ≤ value i < upper[i], countUpper[i]
  // below upper[i]. A count made for one eigenvalue tightens those of all later ones.
  const lower = new Float64Array(k).fill(lowest - Number.EPSILON);
  const upper = new Float64Array(k).fill(highest + Number.EPSILON);
  const countLower = new Int32Array(k);
  const countUpper = new Int32Array(k).fill(n);
  const tighten = (from: number, at: number): void => {
    const count = countBelow(at);
    for (let i = from; i < k; i++)
      if (count > i && at < upper[i]!) {
        upper[i] = at;
        countUpper[i] = count;
      } else if (count <= i && at > lower[i]!) {
        lower[i] = at;
        countLower[i] = count;
      }
  };
  const tooClose = 2 * Number.EPSILON; // enclosures cannot usefully be narrower than this
  const halveTo = (i: number, isEnough: () => boolean): void => {
    while (!isEnough() && upper[i]! - lower[i]! > tooClose) tighten(i, (lower[i]! + upper[i]!) / 2);
  };

  const values = new Float64Array(k);
  const vectors: Float64Array[] = [];
  for (let i = 0; i < k; i++) {
    const width = (): number => upper[i]! - lower[i]!;
    const alone = (): boolean => countLower[i] === i && countUpper[i] === i + 1;
    let pair = guesses[i] && fromGuess(i, guesses[i]!);
    if (!pair) halveTo(i, alone);
    for (let target = width() / 16; !pair; target = width() / 1000) {
      halveTo(i, () => width() <= target);
      pair = iterate(startVector(n, i), (lower[i]! + upper[i]!) / 2, lower[i]!, upper[i]!, vectors);
      if (!pair && width() <= tooClose)
        throw new Error(`lowestEigenpairs: vector ${i} must converge, but it did not (n = ${n})`);
    }
    values[i] = pair.value * scale;
    vectors.push(pair.vector);
  }
  return { values, vectors };

  /** Accepted when just i eigenvalues lie below its value and just one more a little above it. */
  function fromGuess(i: number, guess: Float64Array): Pair | undefined {
    const start = guess.slice();
    normalise(start);
    const pair = iterate(start, undefined, lower[i]!, upper[i]!, vectors);
    if (!pair) return undefined;
    tighten(i, pair.value - 8 * SLACK);
    tighten(i, pair.value + 8 * SLACK);
    const found = lower[i]! <= pair.value && pair.value < upper[i]!;
    return found && countLower[i] === i && countUpper[i] === i + 1 ? pair : undefined;
  }
}

interface Pair {
  readonly value: number;
  readonly vector: Float64Array;
}

/** Rounding of an eigenvalue of a matrix with |T| from 1 to 2. */
const SLACK = 8 * Number.EPSILON;

/**
 * One eigenpair with its value in [lower, upper], orthogonal to the given vectors. Undefined when
 * it has not settled in a few steps: the enclosure is then still too wide. Overwrites `vector`, where
 * it starts; without a shift it starts with the one that fits this vector.
 */
function rayleighIteration(
  matrix: Tridiagonal,
): (
  vector: Float64Array,
  shift: number | undefined,
  lower: number,
  upper: number,
  others: readonly Float64Array[],
) => Pair | undefined {
  const solve = shiftedSolve(matrix);
  const product = new Float64Array(matrix.diagonal.length);
  const quotient = (unit: Float64Array): number => {
    multiplyInto(product, matrix, unit);
    return dot(product, unit);
  };
  return (vector, start, lower, upper, others) => {
    let shift = start ?? quotient(vector);
    // In a wide enclosure what lies near an end may be a neighbour from outside. In the narrowest one
    // the value is known, and of neighbours as close as rounding any combination will do.
    const width = upper - lower;
    const margin = (width > 16 * SLACK ? -4 : width > SLACK ? 4 : 32) * SLACK;
    let best: Pair | undefined;
    let leastResidual = width > SLACK ? 0 : 64 * SLACK; // of a vector that is kept in reserve
    for (let round = 0; round < 6; round++) {
      // A little beside the value, so that equal eigenvalues are raised by similar factors: what is
      // left when the vectors found before are taken out is then more than rounding.
      solve(vector, shift + 2 * Number.EPSILON);
      normalise(vector);
      // Again while one pass leaves little: that may be no more than its own rounding.
      let left = 0;
      for (let pass = 0; pass < 3 && left < 0.5 && others.length > 0; pass++) {
        for (const other of others) subtractProjection(vector, other);
        left = normalise(vector);
      }
      multiplyInto(product, matrix, vector);
      const value = subtractProjection(product, vector);
      const residual = Math.sqrt(dot(product, product));
      const enclosed = value >= lower - margin && value <= upper + margin;
      if (enclosed && residual < Math.max(leastResidual, 4 * SLACK)) {
        const settled = residual < 4 * SLACK;
        best = {
          value: Math.max(lower, Math.min(upper, value)),
          vector: settled ? vector : vector.slice(),
        };
        makeStartPositive(best.vector);
        if (settled) return best;
        leastResidual = residual;
      }
      shift = enclosed ? value : (lower + upper) / 2;
    }
    return best;
  };
}

/**
 * Neither even nor odd, so that no eigenvector of a symmetric problem is left out, and another one
 * for each pair, so that equal eigenvalues do not lead to the same vector again.
 */
function startVector(n: number, i: number): Float64Array {
  const stride = (0.618034 * (i + 1)) % 1;
  const vector = new Float64Array(n);
  for (let x = 0, phase = 0; x < n; x++, phase += stride) {
    if (phase >= 1) phase--;
    vector[x] = 1 + phase;
  }
  return vector;
}

function requireMatrix(
  { diagonal, offDiagonal }: Tridiagonal,
  k: number,
  guesses: readonly Float64Array[],
): void {
  const n = diagonal.length;
  if (offDiagonal.length !== n - 1)
    throw new RangeError(
      `lowestEigenpairs: offDiagonal must have one entry less than diagonal (${n}), ` +
        `got ${offDiagonal.length}`,
    );
  if (!(Number.isInteger(k) && k >= 1 && k <= n))
    throw new RangeError(`lowestEigenpairs: k must be a whole number from 1 to ${n}, got ${k}`);
  requireFinite("diagonal", diagonal);
  requireFinite("offDiagonal", offDiagonal);
  for (const guess of guesses)
    if (guess.length !== n)
      throw new RangeError(
        `lowestEigenpairs: each guess must have ${n} entries, got ${guess.length}`,
      );
}

function requireFinite(name: string, entries: Float64Array): void {
  for (let i = 0; i < entries.length; i++)
    if (!Number.isFinite(entries[i]))
      throw new RangeError(`lowestEigenpairs: ${name}[${i}] must be finite, got ${entries[i]}`);
}
