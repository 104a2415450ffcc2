import type { NeighbourList } from "../structures/neighbourList.js";
import { emptyShell, fillShell, type Shell } from "./shell.js";
import type { TersoffParameters } from "./tersoff.js";
import type { Triples } from "./triples.js";

/** Room that the loops work in. Index letter: k neighbours in the shell of an atom. */
export interface TersoffWork {
  /** The kind of each site, shape [s] or longer. */
  kinds: Int32Array;
  readonly shell: Shell;
  /** Squared distance up to which an atom of a kind has to know those of another, a row per kind. */
  readonly squares: readonly Float64Array[];
  /** Of each rival: cos θ, and the derivatives of its share in ζ by r_ij, r_ik and cos θ. */
  shares: Float64Array;
}

export function tersoffWork({ count, sets }: Triples<TersoffParameters>): TersoffWork {
  const squares = Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length: count }, (_, k) => {
      let reach = 0;
      for (let j = 0; j < count; j++) {
        const { R, D } = sets[(i * count + j) * count + k]!;
        reach = Math.max(reach, R + D);
      }
      return reach * reach;
    }),
  );
  return { kinds: new Int32Array(0), shell: emptyShell(), squares, shares: new Float64Array(0) };
}

/** Adds all bonds, each from both of its ends. */
export function addTersoffInto(
  forces: Float64Array,
  energies: Float64Array,
  list: NeighbourList,
  { count, sets }: Triples<TersoffParameters>,
  work: TersoffWork,
): void {
  const { kinds, shell, squares } = work;
  for (let s = 0; s < list.atomCount; s++) {
    const kind = kinds[s]!;
    fillShell(shell, s, list, kinds, squares[kind]!);
    if (work.shares.length < 4 * shell.count) work.shares = new Float64Array(8 * shell.count);
    for (let j = 0; j < shell.count; j++) {
      const row = (kind * count + kinds[shell.sites[j]!]!) * count;
      energies[s]! += addBond(forces, s, j, work, sets, row);
    }
  }
}

/** The bond of site s with the j-th of its shell; half of its energy. */
function addBond(
  forces: Float64Array,
  s: number,
  j: number,
  { kinds, shell, shares }: TersoffWork,
  sets: readonly TersoffParameters[],
  row: number,
): number {
  const { count, sites, r, x, y, z } = shell;
  const t = sites[j]!;
  const bond = sets[row + kinds[t]!]!;
  const rj = r[j]!;
  if (rj >= bond.R + bond.D) return 0;
  const xj = x[j]!;
  const yj = y[j]!;
  const zj = z[j]!;

  let zeta = 0;
  for (let k = 0; k < count; k++) {
    if (k === j) continue;
    const set = sets[row + kinds[sites[k]!]!]!;
    const rk = r[k]!;
    if (rk >= set.R + set.D) {
      shares.fill(0, 4 * k, 4 * k + 4);
      continue;
    }
    const cos = xj * x[k]! + yj * y[k]! + zj * z[k]!;
    const off = set.h - cos;
    const c2 = set.c * set.c;
    const d2 = set.d * set.d;
    const bent = 1 / (d2 + off * off);
    const angle = set.gamma * (1 + c2 / d2 - c2 * bent);
    let nearer = 1;
    let steepness = 0;
    if (set.lambda3 !== 0) {
      const ahead = set.lambda3 * (rj - rk);
      nearer = Math.exp(set.m === 3 ? ahead * ahead * ahead : ahead);
      steepness = set.lambda3 * (set.m === 3 ? 3 * ahead * ahead : 1);
    }
    const cut = cutoffValue(set, rk);
    const share = cut * angle * nearer;
    zeta += share;
    shares[4 * k] = cos;
    shares[4 * k + 1] = share * steepness;
    shares[4 * k + 2] = cutoffSlope(set, rk) * angle * nearer - share * steepness;
    shares[4 * k + 3] = -2 * set.gamma * c2 * off * bent * bent * cut * nearer;
  }

  // b, and the part y = (βζ)ⁿ / (1 + (βζ)ⁿ) in db/dζ = −b y / 2ζ, without powers that overflow.
  const { n } = bond;
  const rivals = bond.beta * zeta;
  const many = rivals > 1;
  const power = (many ? 1 / rivals : rivals) ** n;
  const order = (1 + power) ** (-0.5 / n) / (many ? Math.sqrt(rivals) : 1);
  const part = (many ? 1 : power) / (1 + power);

  const cut = cutoffValue(bond, rj);
  const repulsion = bond.A * Math.exp(-bond.lambda1 * rj);
  const attraction = bond.B * Math.exp(-bond.lambda2 * rj);
  const whole = repulsion - order * attraction;
  const slope =
    0.5 *
    (cutoffSlope(bond, rj) * whole +
      cut * (order * bond.lambda2 * attraction - bond.lambda1 * repulsion));
  let fx = -slope * xj; // on the atom at the other end
  let fy = -slope * yj;
  let fz = -slope * zj;
  let sx = slope * xj; // and on this one
  let sy = slope * yj;
  let sz = slope * zj;

  if (zeta > 0) {
    const pull = -0.25 * cut * attraction * order * (part / zeta); // −∂E/∂ζ
    const perJ = 1 / rj;
    for (let k = 0; k < count; k++) {
      if (k === j) continue;
      const cos = shares[4 * k]!;
      const byJ = pull * shares[4 * k + 1]!;
      const byK = pull * shares[4 * k + 2]!;
      const byCos = pull * shares[4 * k + 3]!;
      const xk = x[k]!;
      const yk = y[k]!;
      const zk = z[k]!;
      const turnJ = byCos * perJ;
      const turnK = byCos / r[k]!;
      const jx = byJ * xj + turnJ * (xk - cos * xj);
      const jy = byJ * yj + turnJ * (yk - cos * yj);
      const jz = byJ * zj + turnJ * (zk - cos * zj);
      const kx = byK * xk + turnK * (xj - cos * xk);
      const ky = byK * yk + turnK * (yj - cos * yk);
      const kz = byK * zk + turnK * (zj - cos * zk);
      fx += jx;
      fy += jy;
      fz += jz;
      sx -= jx + kx;
      sy -= jy + ky;
      sz -= jz + kz;
      const at = 3 * sites[k]!;
      forces[at]! += kx;
      forces[at + 1]! += ky;
      forces[at + 2]! += kz;
    }
  }
  forces[3 * t]! += fx;
  forces[3 * t + 1]! += fy;
  forces[3 * t + 2]! += fz;
  forces[3 * s]! += sx;
  forces[3 * s + 1]! += sy;
  forces[3 * s + 2]! += sz;
  return 0.5 * cut * whole;
}

/** f_C(r) for r < R + D. */
function cutoffValue({ R, D }: TersoffParameters, r: number): number {
  return r < R - D ? 1 : 0.5 - 0.5 * Math.sin((Math.PI / 2) * ((r - R) / D));
}

function cutoffSlope({ R, D }: TersoffParameters, r: number): number {
  return r < R - D ? 0 : (-Math.PI / 4 / D) * Math.cos((Math.PI / 2) * ((r - R) / D));
}
