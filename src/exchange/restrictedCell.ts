import { timesMatrix } from "../structures/cell.js";

/** A cell as LAMMPS wants it, and the way there and back. Index letters: c = 3 Cartesian axes. */
export interface RestrictedCell {
  /** Edges (lx 0 0), (xy ly 0), (xz yz lz) in bohr with lx, ly, lz > 0, shape [c·c]. */
  readonly cell: Float64Array;
  /**
   * A rotation, shape [c·c]: `timesMatrix(x, rotation)` is where LAMMPS has what we have at x, and
   * `timesMatrix(x, transposed(rotation))` leads back. Velocities and forces turn in the same way.
   */
  readonly rotation: Float64Array;
}

/**
 * Turns a cell until its first edge lies along x and its second in the plane of x and y. The edges of a
 * left-handed cell are negated first, which leaves the lattice what it is: nothing is ever mirrored.
 *
 * Edges along x, y and z in this order stay exactly as they are.
 */
export function restrictedCell(cell: Float64Array): RestrictedCell {
  const [a, b, c] = [0, 3, 6].map((row) => cell.slice(row, row + 3)) as [Vector, Vector, Vector];
  const normal = cross(a, b);
  const hand = Math.sign(dot(normal, c));
  const x = over(a, hand * length(a));
  const z = over(normal, length(normal));
  const y = cross(z, x);
  // Columns are the new axes, seen from the old ones: x · rotation has the components along them.
  const rotation = Float64Array.from([0, 1, 2].flatMap((d) => [x[d]!, y[d]!, z[d]!]));
  const turned = timesMatrix(cell, rotation).map((h) => hand * h);
  const rounding = 1e-14 * length(Float64Array.from([a, b, c], length));
  for (const k of [1, 2, 5]) turned[k] = 0;
  for (const k of [3, 6, 7]) if (Math.abs(turned[k]!) < rounding) turned[k] = 0;
  return { cell: turned, rotation };
}

/** The matrix with rows and columns exchanged; of a rotation, the way back. Shape [c·c]. */
export function transposed(matrix: Float64Array): Float64Array {
  return matrix.map((_, k) => matrix[3 * (k % 3) + Math.floor(k / 3)]!);
}

type Vector = Float64Array;
const dot = (a: Vector, b: Vector): number => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
const length = (a: Vector): number => Math.hypot(...a);
const over = (a: Vector, by: number): Vector => a.map((entry) => entry / by);
const cross = ([a, b, c]: Vector, [d, e, f]: Vector): Vector =>
  Float64Array.of(b! * f! - c! * e!, c! * d! - a! * f!, a! * e! - b! * d!);
