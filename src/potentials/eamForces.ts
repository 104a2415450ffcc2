import type { NeighbourList } from "../structures/neighbourList.js";

/** Splines of an embedded-atom potential, laid out for the loops below. */
export interface EamSplines {
  readonly cutoff: number;
  readonly distanceStep: number;
  readonly densityStep: number;
  /** How many elements. */
  readonly count: number;
  /** Intervals of a table over distances. */
  readonly intervals: number;
  /** F of each element, as `eamSpline` has it. */
  readonly embedding: readonly Float64Array[];
  /**
   * 8 numbers, a line of the processor's cache, for each interval of each ordered pair of elements
   * (a, b): the cubic of the density that b gives to a, and that of r φ(r).
   */
  readonly pairs: Float64Array;
}

/** Room that the loops work in. Index letters: n atoms, s sites, p pairs within the cutoff. */
export interface EamWork {
  /** Which element each site is, shape [s] or longer. */
  kinds: Int32Array;
  /** ρ of each site, and later F′(ρ), shape [s] or longer. */
  densities: Float64Array;
  /** ρ of each atom, and later F′(ρ), shape [n]. */
  ofAtoms: Float64Array;
  /** Where each atom's pairs end, shape [n] or longer; their other sites and distances, [p] or longer. */
  ends: Int32Array;
  others: Int32Array;
  distances: Float64Array;
}

export function eamWork(): EamWork {
  const none = new Float64Array(0);
  const nobody = new Int32Array(0);
  return {
    ...{ kinds: nobody, ends: nobody, others: nobody },
    ...{ densities: none, ofAtoms: none, distances: none },
  };
}

export function makeRoom(work: EamWork, { atomCount, atoms, first }: NeighbourList): void {
  const pairs = first[atomCount]! + 1;
  if (work.kinds.length < atoms.length) {
    work.kinds = new Int32Array(atoms.length);
    work.ends = new Int32Array(atoms.length);
    work.densities = new Float64Array(atoms.length);
  }
  if (work.ofAtoms.length !== atomCount) work.ofAtoms = new Float64Array(atomCount);
  if (work.others.length >= pairs) return;
  work.others = new Int32Array(1.2 * pairs);
  work.distances = new Float64Array(1.2 * pairs);
}

/**
 * Energies and forces of a half list. Two loops over the pairs: the first adds up densities, and only
 * when an atom's is complete is F′ known, with which the second makes forces.
 */
export function addEamInto(
  forces: Float64Array,
  energies: Float64Array,
  list: NeighbourList,
  splines: EamSplines,
  work: EamWork,
): void {
  const { atomCount, atoms } = list;
  const { densities, ofAtoms, kinds } = work;
  densities.fill(0, 0, atoms.length);
  addDensities(list, splines, work);
  list.sumImagesInto(ofAtoms, densities);
  for (let s = 0; s < atomCount; s++) {
    const density = ofAtoms[atoms[s]!]!;
    energies[s]! += embeddingEnergy(density, splines, kinds[s]!);
    ofAtoms[atoms[s]!] = embeddingSlope(density, splines, kinds[s]!);
  }
  for (let s = 0; s < atoms.length; s++) densities[s] = ofAtoms[atoms[s]!]!;
  addPairs(forces, energies, list, splines, work);
}

/**
 * Also notes the pairs within the cutoff, for the second loop. A processor guesses which way a jump goes
 * and loses some twenty steps when it is wrong: so the pairs are sorted out first, without a jump.
 */
function addDensities(
  { atomCount, positions: x, first, neighbours }: NeighbourList,
  { cutoff, distanceStep, count, intervals, pairs: table }: EamSplines,
  { kinds, densities, ends, others, distances }: EamWork,
): void {
  const square = cutoff * cutoff;
  const perStep = 1 / distanceStep;
  const last = intervals - 1;
  const size = 8 * intervals;
  let to = 0;
  for (let s = 0; s < atomCount; s++) {
    const xs = x[3 * s]!;
    const ys = x[3 * s + 1]!;
    const zs = x[3 * s + 2]!;
    const from = to;
    const end = first[s + 1]!;
    for (let p = first[s]!; p < end; p++) {
      const t = neighbours[p]!;
      const dx = xs - x[3 * t]!;
      const dy = ys - x[3 * t + 1]!;
      const dz = zs - x[3 * t + 2]!;
      const r2 = dx * dx + dy * dy + dz * dz;
      others[to] = t;
      distances[to] = r2;
      to += Number(r2 < square);
    }
    ends[s] = to;

    const kind = kinds[s]!;
    let own = 0;
    for (let p = from; p < to; p++) {
      const t = others[p]!;
      const r = Math.sqrt(distances[p]!);
      distances[p] = r;
      const at = r * perStep;
      const m = Math.min(at | 0, last);
      const f = Math.min(at - m, 1);
      const other = count === 1 ? 0 : kinds[t]!;
      const c = 8 * m + size * (kind * count + other);
      const given = ((table[c]! * f + table[c + 1]!) * f + table[c + 2]!) * f + table[c + 3]!;
      own += given;
      if (kind === other) densities[t]! += given;
      else {
        const d = 8 * m + size * (other * count + kind);
        densities[t]! += ((table[d]! * f + table[d + 1]!) * f + table[d + 2]!) * f + table[d + 3]!;
      }
    }
    densities[s]! += own;
  }
}

/** F(ρ), hartree; beyond the table along its last slope. */
function embeddingEnergy(
  density: number,
  { embedding, densityStep }: EamSplines,
  kind: number,
): number {
  const table = embedding[kind]!;
  const at = density / densityStep;
  const m = Math.max(0, Math.min(Math.floor(at), table.length / 4 - 1));
  const f = Math.min(at - m, 1);
  const c = 4 * m;
  const value = ((table[c]! * f + table[c + 1]!) * f + table[c + 2]!) * f + table[c + 3]!;
  const slope = (3 * table[c]! * f + 2 * table[c + 1]!) * f + table[c + 2]!;
  return value + slope * (at - m - f);
}

/** F′(ρ), hartree. */
function embeddingSlope(
  density: number,
  { embedding, densityStep }: EamSplines,
  kind: number,
): number {
  const table = embedding[kind]!;
  const at = density / densityStep;
  const m = Math.max(0, Math.min(Math.floor(at), table.length / 4 - 1));
  const f = Math.min(at - m, 1);
  const c = 4 * m;
  return ((3 * table[c]! * f + 2 * table[c + 1]!) * f + table[c + 2]!) / densityStep;
}

function addPairs(
  forces: Float64Array,
  energies: Float64Array,
  { atomCount, positions: x }: NeighbourList,
  { distanceStep, count, intervals, pairs: table }: EamSplines,
  { kinds, densities: slopes, ends, others, distances }: EamWork,
): void {
  const perStep = 1 / distanceStep;
  const last = intervals - 1;
  const size = 8 * intervals;
  let p = 0;
  for (let s = 0; s < atomCount; s++) {
    const xs = x[3 * s]!;
    const ys = x[3 * s + 1]!;
    const zs = x[3 * s + 2]!;
    const kind = kinds[s]!;
    const slope = slopes[s]!;
    let fx = 0;
    let fy = 0;
    let fz = 0;
    let own = 0;
    for (const end = ends[s]!; p < end; p++) {
      const t = others[p]!;
      const r = distances[p]!;
      const at = r * perStep;
      const m = Math.min(at | 0, last);
      const f = Math.min(at - m, 1);
      const other = count === 1 ? 0 : kinds[t]!;
      const c = 8 * m + size * (kind * count + other);
      const received = (3 * table[c]! * f + 2 * table[c + 1]!) * f + table[c + 2]!;
      let given = received;
      if (kind !== other) {
        const d = 8 * m + size * (other * count + kind);
        given = (3 * table[d]! * f + 2 * table[d + 1]!) * f + table[d + 2]!;
      }
      const cube = table[c + 4]! * f;
      const two = table[c + 5]!;
      const one = table[c + 6]!;
      const inverse = 1 / r;
      const phi = (((cube + two) * f + one) * f + table[c + 7]!) * inverse;
      const rise = (3 * cube + 2 * two) * f + one; // of r φ, in steps
      const climb = slope * received + slopes[t]! * given + rise * inverse;
      const push = (phi * inverse - climb * perStep) * inverse;
      const half = 0.5 * phi;
      own += half;
      energies[t]! += half;
      const dx = (xs - x[3 * t]!) * push;
      const dy = (ys - x[3 * t + 1]!) * push;
      const dz = (zs - x[3 * t + 2]!) * push;
      fx += dx;
      fy += dy;
      fz += dz;
      forces[3 * t]! -= dx;
      forces[3 * t + 1]! -= dy;
      forces[3 * t + 2]! -= dz;
    }
    energies[s]! += own;
    forces[3 * s]! += fx;
    forces[3 * s + 1]! += fy;
    forces[3 * s + 2]! += fz;
  }
}
