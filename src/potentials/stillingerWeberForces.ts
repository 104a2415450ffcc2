import type { NeighbourList } from "../structures/neighbourList.js";
import { power } from "./power.js";
import { emptyShell, fillShell, type Shell } from "./shell.js";
import type { StillingerWeberParameters } from "./stillingerWeber.js";
import type { Triples } from "./triples.js";

/** Room that the loops work in. Index letter: k neighbours in the shell of an atom. */
export interface StillingerWeberWork {
  /** The kind of each site, shape [s] or longer. */
  kinds: Int32Array;
  readonly shell: Shell;
  /** Squared cutoffs between kinds, bohr², a row per kind. */
  readonly squares: readonly Float64Array[];
  /** e^(γσ/(r − aσ)) of each neighbour, and the derivative of its exponent, shape [k] or longer. */
  fades: Float64Array;
  slopes: Float64Array;
}

export function stillingerWeberWork({
  count,
  sets,
}: Triples<StillingerWeberParameters>): StillingerWeberWork {
  const squares = Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length: count }, (_, j) => {
      const { a, sigma } = sets[(i * count + j) * count + j]!;
      return (a * sigma) ** 2;
    }),
  );
  const none = new Float64Array(0);
  return { kinds: new Int32Array(0), shell: emptyShell(), squares, fades: none, slopes: none };
}

/** Adds the angles at each atom, and half of its pairs. */
export function addStillingerWeberInto(
  forces: Float64Array,
  energies: Float64Array,
  list: NeighbourList,
  { count, sets }: Triples<StillingerWeberParameters>,
  work: StillingerWeberWork,
): void {
  const { kinds, shell, squares } = work;
  for (let s = 0; s < list.atomCount; s++) {
    const kind = kinds[s]!;
    fillShell(shell, s, list, kinds, squares[kind]!);
    if (work.fades.length < shell.count) {
      work.fades = new Float64Array(2 * shell.count);
      work.slopes = new Float64Array(2 * shell.count);
    }
    let energy = 0;
    for (let j = 0; j < shell.count; j++) {
      const other = kinds[shell.sites[j]!]!;
      energy += addPair(forces, s, j, sets[(kind * count + other) * count + other]!, work);
    }
    for (let j = 0; j < shell.count - 1; j++) {
      const row = (kind * count + kinds[shell.sites[j]!]!) * count;
      energy += addAngles(forces, s, j, sets, row, work);
    }
    energies[s]! += energy;
  }
}

/** Half of a pair; and what the angles need of this leg. */
function addPair(
  forces: Float64Array,
  s: number,
  j: number,
  { epsilon, sigma, a, gamma, A, B, p, q }: StillingerWeberParameters,
  { shell, fades, slopes }: StillingerWeberWork,
): number {
  const r = shell.r[j]!;
  const end = 1 / (r - a * sigma);
  const toEnd = sigma * end;
  fades[j] = Math.exp(gamma * toEnd);
  slopes[j] = -gamma * toEnd * end;

  const near = sigma / r;
  const wall = B * power(near, p);
  const well = power(near, q);
  const size = 0.5 * epsilon * A * Math.exp(toEnd);
  const slope = size * ((q * well - p * wall) / r - (wall - well) * toEnd * end);
  const t = 3 * shell.sites[j]!;
  const fx = slope * shell.x[j]!;
  const fy = slope * shell.y[j]!;
  const fz = slope * shell.z[j]!;
  forces[3 * s]! += fx;
  forces[3 * s + 1]! += fy;
  forces[3 * s + 2]! += fz;
  forces[t]! -= fx;
  forces[t + 1]! -= fy;
  forces[t + 2]! -= fz;
  return size * (wall - well);
}

/** The angles between the j-th of the shell and those after it. */
function addAngles(
  forces: Float64Array,
  s: number,
  j: number,
  sets: readonly StillingerWeberParameters[],
  row: number,
  { kinds, shell, fades, slopes }: StillingerWeberWork,
): number {
  const { count, sites, r, x, y, z } = shell;
  const xj = x[j]!;
  const yj = y[j]!;
  const zj = z[j]!;
  const perJ = 1 / r[j]!;
  let energy = 0;
  let fx = 0; // on the j-th
  let fy = 0;
  let fz = 0;
  let sx = 0; // on site s
  let sy = 0;
  let sz = 0;
  for (let k = j + 1; k < count; k++) {
    const set = sets[row + kinds[sites[k]!]!]!;
    const xk = x[k]!;
    const yk = y[k]!;
    const zk = z[k]!;
    const cos = xj * xk + yj * yk + zj * zk;
    const off = cos - set.cosTheta0;
    const stiffness = set.epsilon * set.lambda * fades[j]! * fades[k]!;
    const angle = stiffness * off * off;
    energy += angle;
    const byJ = -angle * slopes[j]!; // forces, along the legs
    const byK = -angle * slopes[k]!;
    const byCos = -2 * stiffness * off;
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
  const t = 3 * sites[j]!;
  forces[t]! += fx;
  forces[t + 1]! += fy;
  forces[t + 2]! += fz;
  forces[3 * s]! += sx;
  forces[3 * s + 1]! += sy;
  forces[3 * s + 2]! += sz;
  return energy;
}
