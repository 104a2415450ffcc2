import type { NeighbourList } from "../structures/neighbourList.js";
import type { MeamParameters } from "./meam.js";
import { embedding, embeddingSlope, rootSlope, rootValue } from "./meamEmbedding.js";
import { type MeamPairTable, REFERENCES } from "./meamReference.js";
import { addScreening, fade, fadeSlope, screeningOf } from "./meamScreening.js";
import { emptyShell, fillShell, type Shell } from "./shell.js";

/** Room that the loops work in. Index letters: k in the shell of an atom, j those of them that it sees. */
export interface MeamWork {
  /** All sites are of kind 0, shape [s] or longer. */
  kinds: Int32Array;
  readonly shell: Shell;
  /** ∂Eᵢ/∂(place of k). */
  gx: Float64Array;
  gy: Float64Array;
  gz: Float64Array;
  /** How many are seen, and which of the shell they are. */
  count: number;
  seen: Int32Array;
  /** S_ij, and b_h of each at 4 j + h, without and with s_ij. */
  screening: Float64Array;
  bare: Float64Array;
  bonds: Float64Array;
  /** ½ ∂(Σ_h t_h (ρ⁽ʰ⁾)²)/∂b_h(j) at 4 j + h, h from 1. */
  slopes: Float64Array;
}

export function meamWork(): MeamWork {
  return { kinds: new Int32Array(0), shell: emptyShell(), count: 0, ...room(0) };
}

type Room = Omit<MeamWork, "kinds" | "shell" | "count">;

function room(n: number): Room {
  const array = (length: number): Float64Array => new Float64Array(length);
  return {
    ...{ gx: array(n), gy: array(n), gz: array(n), seen: new Int32Array(n) },
    ...{ screening: array(n), bare: array(4 * n), bonds: array(4 * n), slopes: array(4 * n) },
  };
}

/** The energy of an atom depends on its shell and on nothing else: so its forces do. */
export function addMeamInto(
  forces: Float64Array,
  energies: Float64Array,
  list: NeighbourList,
  set: MeamParameters,
  table: MeamPairTable,
  reach: number,
  work: MeamWork,
): void {
  const { shell } = work;
  const squares = Float64Array.of(reach * reach);
  if (work.kinds.length < list.atoms.length) work.kinds = new Int32Array(list.atoms.length);
  for (let s = 0; s < list.atomCount; s++) {
    fillShell(shell, s, list, work.kinds, squares);
    if (work.seen.length < shell.count) Object.assign(work, room(2 * shell.count));
    const { gx, gy, gz } = work;
    gx.fill(0, 0, shell.count);
    gy.fill(0, 0, shell.count);
    gz.fill(0, 0, shell.count);
    energies[s]! += addAtom(set, table, work);
    for (let k = 0; k < shell.count; k++) {
      const t = 3 * shell.sites[k]!;
      forces[t]! -= gx[k]!;
      forces[t + 1]! -= gy[k]!;
      forces[t + 2]! -= gz[k]!;
      forces[3 * s]! += gx[k]!;
      forces[3 * s + 1]! += gy[k]!;
      forces[3 * s + 2]! += gz[k]!;
    }
  }
}

/** The energy of the atom in the middle of the shell, its gradient added. */
function addAtom(set: MeamParameters, table: MeamPairTable, work: MeamWork): number {
  look(set, work);
  const { count, bonds } = work;
  let density = 0;
  for (let j = 0; j < count; j++) density += bonds[4 * j]!;
  if (density === 0) return 0;

  const { neighbours } = REFERENCES[set.reference];
  const gamma = angularSum(set, work) / (density * density);
  const root = rootValue(gamma, set.root);
  const total = (density * root) / neighbours;
  const size = set.A * set.cohesiveEnergy;
  const slope = embeddingSlope(size, total) / neighbours;
  // ∂F/∂ρ⁽⁰⁾, and ∂F/∂(Σ t_h (ρ⁽ʰ⁾)²); where there is no density F is flat.
  const rootBy = total > 0 ? rootSlope(gamma, root, set.root) : 0;
  const byDensity = slope * (root - 2 * gamma * rootBy);
  const byAngles = (slope * rootBy) / density;

  addAngles(byAngles, set, work);
  let pairs = 0;
  for (let j = 0; j < count; j++) pairs += addBond(j, byDensity, byAngles, set, table, work);
  return embedding(size, total) + pairs;
}

/** Which of the shell are seen, and what they bring. */
function look(
  { bondLength, beta, screening, cutoff, cutoffWidth }: MeamParameters,
  work: MeamWork,
): void {
  const { shell, seen, bare, bonds } = work;
  let count = 0;
  for (let k = 0; k < shell.count; k++) {
    const r = shell.r[k]!;
    if (r >= cutoff) continue;
    const open = screeningOf(shell, k, screening);
    const weight = open * fade((cutoff - r) / cutoffWidth);
    if (weight === 0) continue;
    seen[count] = k;
    work.screening[count] = open;
    for (let h = 0; h < 4; h++) {
      const value = Math.exp(-beta[h]! * (r / bondLength - 1));
      bare[4 * count + h] = value;
      bonds[4 * count + h] = weight * value;
    }
    count++;
  }
  work.count = count;
}

/** Σ_h t_h (ρ⁽ʰ⁾)², and the slopes. */
function angularSum({ t: [t1, t2, t3] }: MeamParameters, work: MeamWork): number {
  const { count, shell, seen, bonds, slopes } = work;
  const { x, y, z } = shell;
  slopes.fill(0, 0, 4 * count);
  for (let j = 0; j < count; j++) {
    const xj = x[seen[j]!]!;
    const yj = y[seen[j]!]!;
    const zj = z[seen[j]!]!;
    const b1 = t1 * bonds[4 * j + 1]!;
    const b2 = t2 * bonds[4 * j + 2]!;
    const b3 = t3 * bonds[4 * j + 3]!;
    let s1 = b1; // the atom with itself: P = 1, 2/3, 1
    let s2 = (2 / 3) * b2;
    let s3 = b3;
    for (let k = 0; k < j; k++) {
      const m = seen[k]!;
      const cos = xj * x[m]! + yj * y[m]! + zj * z[m]!;
      const square = cos * cos;
      s1 += t1 * cos * bonds[4 * k + 1]!;
      s2 += t2 * (square - 1 / 3) * bonds[4 * k + 2]!;
      s3 += t3 * cos * square * bonds[4 * k + 3]!;
      slopes[4 * k + 1]! += cos * b1;
      slopes[4 * k + 2]! += (square - 1 / 3) * b2;
      slopes[4 * k + 3]! += cos * square * b3;
    }
    slopes[4 * j + 1]! += s1;
    slopes[4 * j + 2]! += s2;
    slopes[4 * j + 3]! += s3;
  }
  let sum = 0;
  for (let i = 0; i < 4 * count; i++) sum += slopes[i]! * bonds[i]!;
  return sum;
}

/** What it costs to turn bonds against each other. */
function addAngles(byAngles: number, { t: [t1, t2, t3] }: MeamParameters, work: MeamWork): void {
  const { count, shell, seen, bonds, gx, gy, gz } = work;
  const { r, x, y, z } = shell;
  for (let j = 1; j < count; j++) {
    const n = seen[j]!;
    const b1 = 2 * byAngles * t1 * bonds[4 * j + 1]!;
    const b2 = 4 * byAngles * t2 * bonds[4 * j + 2]!;
    const b3 = 6 * byAngles * t3 * bonds[4 * j + 3]!;
    for (let k = 0; k < j; k++) {
      const m = seen[k]!;
      const cos = x[n]! * x[m]! + y[n]! * y[m]! + z[n]! * z[m]!;
      const byCos =
        b1 * bonds[4 * k + 1]! + cos * (b2 * bonds[4 * k + 2]! + cos * b3 * bonds[4 * k + 3]!);
      const turnN = byCos / r[n]!;
      const turnM = byCos / r[m]!;
      gx[n]! += turnN * (x[m]! - cos * x[n]!);
      gy[n]! += turnN * (y[m]! - cos * y[n]!);
      gz[n]! += turnN * (z[m]! - cos * z[n]!);
      gx[m]! += turnM * (x[n]! - cos * x[m]!);
      gy[m]! += turnM * (y[n]! - cos * y[m]!);
      gz[m]! += turnM * (z[n]! - cos * z[m]!);
    }
  }
}

/** Half of the pair with the j-th that is seen; the gradient along the bond and through its screening. */
function addBond(
  j: number,
  byDensity: number,
  byAngles: number,
  { bondLength, beta, screening, cutoff, cutoffWidth }: MeamParameters,
  { cubics, step }: MeamPairTable,
  { shell, seen, screening: open, bare, bonds, slopes, gx, gy, gz }: MeamWork,
): number {
  const n = seen[j]!;
  const r = shell.r[n]!;
  const part = r / step;
  const m = Math.floor(part);
  const p = part - m;
  const a = cubics[4 * m]!;
  const b = cubics[4 * m + 1]!;
  const c = cubics[4 * m + 2]!;
  const half = 0.5 * (((a * p + b) * p + c) * p + cubics[4 * m + 3]!);
  const halfSlope = (0.5 * ((3 * a * p + 2 * b) * p + c)) / step;

  const near = fade((cutoff - r) / cutoffWidth);
  const weight = open[j]! * near;
  let byWeight = half;
  let byLength = weight * halfSlope;
  for (let h = 0; h < 4; h++) {
    const by = h === 0 ? byDensity : 2 * byAngles * slopes[4 * j + h]!;
    byWeight += by * bare[4 * j + h]!;
    byLength -= (by * beta[h]! * bonds[4 * j + h]!) / bondLength;
  }
  if (near < 1)
    byLength -= (byWeight * open[j]! * fadeSlope((cutoff - r) / cutoffWidth)) / cutoffWidth;
  gx[n]! += byLength * shell.x[n]!;
  gy[n]! += byLength * shell.y[n]!;
  gz[n]! += byLength * shell.z[n]!;
  if (open[j]! < 1) addScreening(gx, gy, gz, shell, n, screening, weight * byWeight);
  return weight * half;
}
