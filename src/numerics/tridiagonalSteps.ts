import type { Tridiagonal } from "./tridiagonal.js";

/** Every eigenvalue lies within a row's diagonal ± the magnitudes beside it (Gershgorin). */
export function bounds({ diagonal, offDiagonal }: Tridiagonal): {
  lowest: number;
  highest: number;
  norm: number;
} {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < diagonal.length; i++) {
    const reach =
      (i > 0 ? Math.abs(offDiagonal[i - 1]!) : 0) +
      (i < offDiagonal.length ? Math.abs(offDiagonal[i]!) : 0);
    lowest = Math.min(lowest, diagonal[i]! - reach);
    highest = Math.max(highest, diagonal[i]! + reach);
  }
  return { lowest, highest, norm: Math.max(Math.abs(lowest), Math.abs(highest)) };
}

/**
 * How many eigenvalues lie below a shift: the negative pivots of T − shift, when it is eliminated
 * from both ends towards the middle row. The two ends do not wait for each other's divisions.
 */
export function sturmCount({ diagonal, offDiagonal }: Tridiagonal): (shift: number) => number {
  const n = diagonal.length;
  const rows = n % 2 === 1 ? n : n + 1; // a row of its own, above all eigenvalues, makes them odd
  const entries = new Float64Array(rows).fill(4);
  entries.set(diagonal);
  const squares = new Float64Array(rows + 1); // squares[i] couples the rows i − 1 and i
  for (let i = 1; i < n; i++) squares[i] = offDiagonal[i - 1]! ** 2;
  const middle = (rows - 1) / 2;
  const tiny = 1e-30;
  return (shift) => {
    let top = 1;
    let bottom = 1;
    let count = 0;
    for (let i = 0, j = rows - 1; i < middle; i++, j--) {
      top = entries[i]! - shift - squares[i]! / top;
      bottom = entries[j]! - shift - squares[j + 1]! / bottom;
      if (Math.abs(top) < tiny) top = top < 0 ? -tiny : tiny;
      if (Math.abs(bottom) < tiny) bottom = bottom < 0 ? -tiny : tiny;
      if (top < 0) count++;
      if (bottom < 0) count++;
    }
    const last = entries[middle]! - shift - squares[middle]! / top - squares[middle + 1]! / bottom;
    return last < 0 ? count + 1 : count;
  };
}

/** out ← T · vector */
export function multiplyInto(
  out: Float64Array,
  { diagonal, offDiagonal }: Tridiagonal,
  vector: Float64Array,
): void {
  const last = diagonal.length - 1;
  let before = 0; // what the row above brings
  for (let i = 0; i < last; i++) {
    out[i] = before + diagonal[i]! * vector[i]! + offDiagonal[i]! * vector[i + 1]!;
    before = offDiagonal[i]! * vector[i]!;
  }
  out[last] = before + diagonal[last]! * vector[last]!;
}

/** Solves (T − shift) x = b in place, by elimination with row exchanges. */
export function shiftedSolve({
  diagonal,
  offDiagonal,
}: Tridiagonal): (x: Float64Array, shift: number) => void {
  const n = diagonal.length;
  const inverses = new Float64Array(n); // of the pivots
  const first = new Float64Array(n); // the two diagonals above the pivots
  const second = new Float64Array(n);
  const tiny = Number.EPSILON; // stands for a zero pivot: the shift is an eigenvalue
  return (x, shift) => {
    let pivot = diagonal[0]! - shift;
    let beside = n > 1 ? offDiagonal[0]! : 0;
    let right = x[0]!;
    for (let i = 0; i < n - 1; i++) {
      const below = offDiagonal[i]!;
      const nextDiagonal = diagonal[i + 1]! - shift;
      const nextBeside = i < n - 2 ? offDiagonal[i + 1]! : 0;
      const nextRight = x[i + 1]!;
      if (Math.abs(below) <= Math.abs(pivot) || below === 0) {
        const inverse = 1 / (Math.abs(pivot) < tiny ? tiny : pivot);
        const factor = below * inverse;
        inverses[i] = inverse;
        first[i] = beside;
        second[i] = 0;
        x[i] = right;
        right = nextRight - factor * right;
        pivot = nextDiagonal - factor * beside;
        beside = nextBeside;
      } else {
        const inverse = 1 / below;
        const factor = pivot * inverse;
        inverses[i] = inverse;
        first[i] = nextDiagonal;
        second[i] = nextBeside;
        x[i] = nextRight;
        right -= factor * nextRight;
        pivot = beside - factor * nextDiagonal;
        beside = -factor * nextBeside;
      }
    }
    x[n - 1] = right;
    inverses[n - 1] = 1 / (Math.abs(pivot) < tiny ? tiny : pivot);
    let next = 0;
    let afterNext = 0;
    for (let i = n - 1; i >= 0; i--) {
      const entry = (x[i]! - first[i]! * next - second[i]! * afterNext) * inverses[i]!;
      x[i] = entry;
      afterNext = next;
      next = entry;
    }
  };
}
