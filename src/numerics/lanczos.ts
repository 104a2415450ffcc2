import type { Random } from "./random.js";
import { symmetricEigenpairs } from "./symmetricEigen.js";
import type { Eigenpairs } from "./tridiagonal.js";
import { dot, makeStartPositive, normalise, subtractProjection } from "./vectors.js";

export interface LanczosProblem {
  /** out ← A · vector for a real symmetric A; it must write every entry of `out`. */
  readonly multiply: (out: Float64Array, vector: Float64Array) => void;
  /** Rows of A. */
  readonly size: number;
  /** How many pairs, from the lowest. */
  readonly states: number;
  /** For the first directions, and for a new one when the search has gone full circle. */
  readonly random: Random;
  /** Largest |A v − λ v| over the largest |λ| seen. Default 10⁻⁹; λ is then far better than that. */
  readonly tolerance?: number;
  /** No two of the wanted eigenvalues are equal or nearly so: saves the second look. */
  readonly distinct?: boolean;
  /** Vectors held in memory at a time; more of them need fewer multiplications. */
  readonly memory?: number;
}

export interface LanczosEigenpairs extends Eigenpairs {
  /** How often A was applied. */
  readonly multiplications: number;
}

const ROUNDS = 2000;
/** Tolerance of the second look. */
const GLANCE = 1e-5;

/**
 * The lowest eigenvalues and vectors of a large symmetric matrix A that is known only by what it
 * does to a vector. Each new direction is A times the last one, made orthogonal to all before it,
 * so that no eigenvalue turns up a second time as a ghost; when the memory is full, the best
 * combinations found so far and the last direction start the next round (thick restart). It stops
 * when every residual |A v − λ v| is below the tolerance; an eigenvalue's own error is at most its
 * residual, and about residual² / (distance to the next eigenvalue).
 *
 * Of equal eigenvalues one start sees one vector, and rounding shows the others late or never. So a
 * second look follows, from a new start among the vectors orthogonal to those found, and as long as
 * it finds what is lower than the last of them, that is added. `distinct: true` leaves this out.
 *
 * Source: K. Wu and H. Simon, SIAM J. Matrix Anal. Appl. 22, 602 (2000).
 *
 * @throws RangeError when states is not a whole number from 1 to size, when memory does not hold
 *         two directions more than states, when a product is not finite
 * @throws Error when the tolerance is not reached in 2000 rounds
 */
export function lanczosEigenpairs(problem: LanczosProblem): LanczosEigenpairs {
  requireProblem(problem);
  const { states, size, distinct = false, tolerance = 1e-9 } = problem;
  const found = search(problem, states, []);
  const pairs = Array.from(found.values, (value, i) => ({ value, vector: found.vectors[i]! }));
  let multiplications = found.multiplications;
  while (!distinct && states > 1 && pairs.length < size) {
    const locked = pairs.map(({ vector }) => vector);
    const glance = search({ ...problem, tolerance: Math.max(tolerance, GLANCE) }, 1, locked);
    multiplications += glance.multiplications;
    // Never below the eigenvalue it is near: it cannot raise a false alarm.
    if (!(glance.values[0]! < pairs[states - 1]!.value)) break;
    const next = search(problem, 1, locked);
    multiplications += next.multiplications;
    pairs.push({ value: next.values[0]!, vector: next.vectors[0]! });
    pairs.sort((a, b) => a.value - b.value);
  }
  pairs.length = states;
  return {
    values: Float64Array.from(pairs, ({ value }) => value),
    vectors: pairs.map(({ vector }) => vector),
    multiplications,
  };
}

/** The lowest pairs of A among the vectors orthogonal to the locked ones. */
function search(
  problem: LanczosProblem,
  wanted: number,
  locked: readonly Float64Array[],
): LanczosEigenpairs {
  const { multiply, size, random, tolerance = 1e-9 } = problem;
  const room = size - locked.length;
  const memory = Math.min(room, problem.memory ?? 2 * wanted + 20);
  const basis: Float64Array[] = [];
  const projected = new Float64Array(memory * memory); // A between the basis vectors
  let next = randomDirection();
  let multiplications = 0;
  let kept = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let rest = 0; // length of what A adds to the space of the basis
    for (let j = kept; j < memory; j++) {
      basis[j] = next;
      next = new Float64Array(size);
      multiply(next, basis[j]!);
      multiplications++;
      const before = Math.sqrt(dot(next, next));
      if (!Number.isFinite(before))
        throw new RangeError("lanczosEigenpairs: multiply must give finite numbers, got others");
      // First what theory says is there, then everything, for rounding.
      for (let i = j === kept ? 0 : j - 1; i <= j; i++) {
        const overlap = subtractProjection(next, basis[i]!);
        projected[i * memory + j] = overlap;
        projected[j * memory + i] = overlap;
      }
      makeOrthogonal(next);
      rest = normalise(next);
      if (rest <= 10 * Number.EPSILON * before) {
        rest = 0;
        if (j + 1 < room) next = randomDirection();
      }
    }
    const { values, vectors } = symmetricEigenpairs(projected, memory);
    const largest = Math.max(Math.abs(values[0]!), Math.abs(values[memory - 1]!));
    const residual = (i: number): number => rest * Math.abs(vectors[i]![memory - 1]!);
    let converged = 0;
    while (converged < wanted && residual(converged) <= tolerance * largest) converged++;
    const done = converged === wanted || memory === room;
    kept = done ? wanted : wanted + Math.floor((memory - wanted) / 4);
    combine(basis, vectors, kept);
    if (done) {
      basis.length = wanted;
      for (const vector of basis) makeStartPositive(vector);
      return { values: values.slice(0, wanted), vectors: basis, multiplications };
    }
    projected.fill(0);
    for (let i = 0; i < kept; i++) projected[i * memory + i] = values[i]!;
  }
  throw new Error(
    `lanczosEigenpairs: tolerance ${tolerance} must be reached in ${ROUNDS} rounds, but was not`,
  );

  function makeOrthogonal(vector: Float64Array): void {
    for (const other of locked) subtractProjection(vector, other);
    for (const other of basis) subtractProjection(vector, other);
  }

  function randomDirection(): Float64Array {
    const vector = Float64Array.from({ length: size }, () => random() - 0.5);
    for (let pass = 0; pass < 2; pass++) {
      makeOrthogonal(vector);
      normalise(vector);
    }
    return vector;
  }
}

/** The first `kept` basis vectors become Σⱼ basisⱼ · vectors[i]ⱼ, in place, entry by entry. */
function combine(basis: Float64Array[], vectors: readonly Float64Array[], kept: number): void {
  const size = basis[0]!.length;
  const old = new Float64Array(vectors.length);
  for (let x = 0; x < size; x++) {
    for (let j = 0; j < old.length; j++) old[j] = basis[j]![x]!;
    for (let i = 0; i < kept; i++) {
      const vector = vectors[i]!;
      let sum = 0;
      for (let j = 0; j < old.length; j++) sum += vector[j]! * old[j]!;
      basis[i]![x] = sum;
    }
  }
  basis.length = kept;
}

function requireProblem({ size, states, memory, tolerance = 1e-9 }: LanczosProblem): void {
  if (!(Number.isInteger(size) && size >= 1))
    throw new RangeError(`lanczosEigenpairs: size must be a whole number from 1, got ${size}`);
  if (!(Number.isInteger(states) && states >= 1 && states <= size))
    throw new RangeError(
      `lanczosEigenpairs: states must be a whole number from 1 to ${size}, got ${states}`,
    );
  if (memory !== undefined && !(Number.isInteger(memory) && memory >= states + 2))
    throw new RangeError(
      `lanczosEigenpairs: memory must be a whole number from ${states + 2}, got ${memory}`,
    );
  if (!(tolerance > 0 && tolerance < 1))
    throw new RangeError(`lanczosEigenpairs: tolerance must be between 0 and 1, got ${tolerance}`);
}
