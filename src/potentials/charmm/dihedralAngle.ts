import type { ForceTerm } from "./forceTerm.js";
import type { Quadruple } from "./topology.js";

/**
 * The dihedral angle of four atoms i–j–k–l in radian, from −π to π: how far l is turned from i, seen along
 * the line from j to k. 0 where i and l are on the same side (cis), ±π where they are on opposite sides
 * (trans), positive where l is clockwise from i. A mirror changes its sign.
 *
 * @param positions  bohr, shape [n·c]
 * @throws RangeError when i–j–k or j–k–l lie on a line
 */
export function dihedralAngle(positions: Float64Array, atoms: Quadruple): number {
  return frameOf(positions, ...atoms).phi;
}

/** An energy of a dihedral angle. Index letter: d dihedrals. */
export interface DihedralsTerm {
  /** Hartree; φ from −π to π. */
  energy(d: number, phi: number): number;
  /** Hartree/radian. */
  slope(d: number, phi: number): number;
}

/**
 * A sum over given dihedral angles. Each atom has a quarter of the energy. The forces have no division by
 * sin φ, so that planar molecules are as good as others.
 *
 * Source: A. Blondel, M. Karplus, J. Comput. Chem. 17, 1132 (1996).
 *
 * @throws from `addInto` RangeError as `dihedralAngle` does
 */
export function overDihedrals(dihedrals: readonly Quadruple[], term: DihedralsTerm): ForceTerm {
  return {
    addInto(forces, energies, x) {
      for (const [d, [i, j, k, l]] of dihedrals.entries()) {
        const { phi, a, b, length, leanA, leanB } = frameOf(x, i, j, k, l);
        const quarter = term.energy(d, phi) / 4;
        for (const atom of [i, j, k, l]) energies[atom]! += quarter;
        const slope = term.slope(d, phi);
        for (let c = 0; c < 3; c++) {
          // Of i and l, and the couple that keeps the molecule from turning as a whole.
          const first = slope * length * a[c]!;
          const last = -slope * length * b[c]!;
          const couple = slope * (leanA * a[c]! - leanB * b[c]!);
          forces[3 * i + c]! += first;
          forces[3 * j + c]! -= first + couple;
          forces[3 * k + c]! += couple - last;
          forces[3 * l + c]! += last;
        }
      }
    },
  };
}

interface DihedralFrame {
  readonly phi: number;
  /** The normals of the planes i–j–k and j–k–l, divided by their squares. */
  readonly a: readonly [number, number, number];
  readonly b: readonly [number, number, number];
  /** Of the bond in the middle, bohr. */
  readonly length: number;
  /** How far the outer bonds lean along it: f·g/|g| and h·g/|g|, bohr. */
  readonly leanA: number;
  readonly leanB: number;
}

/** In the letters of Blondel and Karplus, f = x_i − x_j, g = x_j − x_k, h = x_l − x_k. */
function frameOf(x: Float64Array, i: number, j: number, k: number, l: number): DihedralFrame {
  const f = difference(x, i, j);
  const g = difference(x, j, k);
  const h = difference(x, l, k);
  const a = cross(f, g);
  const b = cross(h, g);
  const [a2, b2] = [dot(a, a), dot(b, b)];
  if (!(a2 > 0 && b2 > 0))
    throw new RangeError(
      `charmm: atoms ${(a2 > 0 ? [j, k, l] : [i, j, k]).join(", ")} must not lie on a line: ` +
        `the dihedral angle ${i}-${j}-${k}-${l} is not defined`,
    );
  const length = Math.sqrt(dot(g, g));
  return {
    phi: Math.atan2(dot(cross(b, a), g) / length, dot(a, b)),
    a: [a[0] / a2, a[1] / a2, a[2] / a2],
    b: [b[0] / b2, b[1] / b2, b[2] / b2],
    length,
    leanA: dot(f, g) / length,
    leanB: dot(h, g) / length,
  };
}

type Vector = readonly [number, number, number];

const difference = (x: Float64Array, i: number, j: number): Vector => [
  x[3 * i]! - x[3 * j]!,
  x[3 * i + 1]! - x[3 * j + 1]!,
  x[3 * i + 2]! - x[3 * j + 2]!,
];

const cross = (u: Vector, v: Vector): Vector => [
  u[1] * v[2] - u[2] * v[1],
  u[2] * v[0] - u[0] * v[2],
  u[0] * v[1] - u[1] * v[0],
];

const dot = (u: Vector, v: Vector): number => u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
