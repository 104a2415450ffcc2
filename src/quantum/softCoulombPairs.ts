import { type Random, seededRandom } from "../numerics/random.js";
import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import { addScaledInto, dot, normalise, subtractProjection } from "../numerics/vectors.js";

export interface PairProblem {
  /** Energies of one electron without the other, ascending, hartree, shape [n]. */
  readonly levels: Float64Array;
  /** Its n states on n grid points, orthonormal, shape [n] each. */
  readonly orbitals: readonly Float64Array[];
  /** Repulsion of two electrons at the points i and j, hartree, shape [n·n]. */
  readonly repulsion: Float64Array;
  readonly states: number;
  readonly spin: "singlet" | "triplet";
}

export interface PairState {
  readonly energy: number;
  readonly spin: "singlet" | "triplet";
  /** Cᵢⱼ for one electron at point i and the other at j, Σ Cᵢⱼ² = 1, shape [n·n]. */
  readonly amplitudes: Float64Array;
}

/**
 * The lowest states of two electrons on a grid. In pairs of one-electron states, a ≤ b for singlets
 * and a < b for triplets, H is the sum of two levels plus the repulsion, which is diagonal on the
 * grid: there and back are four products of matrices. Davidson's method finds the states: it adds
 * to its space what is missing, the residual, divided by the distance of each pair's two levels
 * from the energy. Fewer states come back when there are fewer pairs.
 *
 * Source: E. R. Davidson, J. Comput. Phys. 17, 87 (1975).
 */
export function solvePairs({
  levels,
  orbitals,
  repulsion,
  states,
  spin,
}: PairProblem): PairState[] {
  const n = levels.length;
  const sign = spin === "singlet" ? 1 : -1;
  const first = sign === 1 ? 0 : 1; // triplets have no a = b
  const rows = new Float64Array(n * n); // orbital a, point i
  for (const [a, orbital] of orbitals.entries()) rows.set(orbital, a * n);
  const columns = transpose(rows, n);
  const pairs = new Float64Array(n * n);
  const half = new Float64Array(n * n);
  const grid = new Float64Array(n * n);

  const diagonal = new Float64Array((n * (n + sign)) / 2);
  let p = 0;
  for (let a = 0; a < n; a++)
    for (let b = a + first; b < n; b++) diagonal[p++] = levels[a]! + levels[b]!;

  /** Cᵢⱼ = Σ φₐ(i) c_ab φ_b(j), into `grid`. */
  const toGrid = (packed: Float64Array): void => {
    let q = 0;
    for (let a = 0; a < n; a++)
      for (let b = a + first; b < n; b++) {
        const entry = a === b ? packed[q++]! : packed[q++]! * Math.SQRT1_2;
        pairs[b * n + a] = sign * entry;
        pairs[a * n + b] = entry;
      }
    multiplyInto(half, columns, pairs, n);
    multiplyInto(grid, half, rows, n);
  };
  const multiply = (packed: Float64Array): Float64Array => {
    toGrid(packed);
    for (let ij = 0; ij < n * n; ij++) grid[ij]! *= repulsion[ij]!;
    multiplyInto(half, rows, grid, n);
    multiplyInto(pairs, half, columns, n);
    const out = new Float64Array(packed.length);
    let q = 0;
    for (let a = 0; a < n; a++)
      for (let b = a + first; b < n; b++, q++)
        out[q] = diagonal[q]! * packed[q]! + pairs[a * n + b]! * (a === b ? 1 : Math.SQRT2);
    return out;
  };
  const wanted = Math.min(states, diagonal.length);
  return davidson(multiply, diagonal, wanted, seededRandom(1)).map(({ energy, vector }) => {
    toGrid(vector);
    return { energy, spin, amplitudes: grid.slice() };
  });
}

const RESIDUAL = 1e-7;

/** The lowest eigenpairs of a matrix that is not far from its diagonal. */
function davidson(
  multiply: (vector: Float64Array) => Float64Array,
  diagonal: Float64Array,
  wanted: number,
  random: Random,
): { energy: number; vector: Float64Array }[] {
  const size = diagonal.length;
  const block = Math.min(size, wanted + 2);
  const most = Math.min(size, 12 * block + 20);
  let basis: Float64Array[] = [];
  let images: Float64Array[] = [];
  const add = (vector: Float64Array): void => {
    for (let pass = 0; pass < 2; pass++) {
      for (const other of basis) subtractProjection(vector, other);
      if (normalise(vector) < 1e-12) return;
    }
    basis.push(vector);
    images.push(multiply(vector));
  };
  // The lowest pairs, with a little of everything so that no symmetry is left out.
  const lowest = Array.from(diagonal.keys()).sort((a, b) => diagonal[a]! - diagonal[b]!);
  for (const pair of lowest.slice(0, block)) {
    const start = Float64Array.from(
      diagonal,
      (level) => (0.01 * (random() - 0.5)) / (1 + level ** 2),
    );
    start[pair]! += 1;
    add(start);
  }
  for (let round = 0; round < 1000; round++) {
    const m = basis.length;
    const projected = new Float64Array(m * m);
    for (let i = 0; i < m; i++)
      for (let j = i; j < m; j++)
        projected[i * m + j] = projected[j * m + i] = dot(basis[i]!, images[j]!);
    const { values, vectors } = symmetricEigenpairs(projected, m, Math.min(m, block));
    const combined = (of: readonly Float64Array[], k: number): Float64Array => {
      const sum = new Float64Array(size);
      for (let i = 0; i < m; i++) addScaledInto(sum, vectors[k]![i]!, of[i]!);
      return sum;
    };
    const corrections: Float64Array[] = [];
    for (let k = 0; k < wanted; k++) {
      const residual = combined(images, k);
      addScaledInto(residual, -values[k]!, combined(basis, k));
      if (Math.sqrt(dot(residual, residual)) <= RESIDUAL) continue;
      corrections.push(
        residual.map((r, q) => {
          const gap = diagonal[q]! - values[k]!;
          return r / (Math.abs(gap) > 0.1 ? gap : 0.1);
        }),
      );
    }
    if (corrections.length === 0 || m === size)
      return Array.from({ length: wanted }, (_, k) => ({
        energy: values[k]!,
        vector: combined(basis, k),
      }));
    if (m + corrections.length > most) {
      const kept = values.length;
      const [newBasis, newImages] = [basis, images].map((of) =>
        Array.from({ length: kept }, (_, k) => combined(of, k)),
      );
      [basis, images] = [newBasis!, newImages!];
    }
    for (const correction of corrections) add(correction);
  }
  throw new Error("softCoulomb: two electrons must converge in 1000 rounds, but did not");
}

function transpose(matrix: Float64Array, n: number): Float64Array {
  return Float64Array.from(matrix, (_, k) => matrix[(k % n) * n + Math.floor(k / n)]!);
}

/** out ← A B for matrices of shape [n·n]. */
function multiplyInto(out: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  out.fill(0);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let k = 0; k < n; k++) {
      const factor = a[row + k]!;
      const other = k * n;
      for (let j = 0; j < n; j++) out[row + j]! += factor * b[other + j]!;
    }
  }
}
