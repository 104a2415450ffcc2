import type { Random } from "../numerics/random.js";
import { requireFinite } from "./examples.js";

/** Index letters: b points, d features, k clusters. */
export interface Clustering {
  /** Shape [b·d]. */
  readonly points: ArrayLike<number>;
  /** d. */
  readonly features: number;
  /** How many clusters to find. */
  readonly clusters: number;
  /** Draws the first centres; needed unless they are given. */
  readonly random?: Random;
  /** First centres, shape [k·d]. Then there is one start only. */
  readonly centres?: ArrayLike<number>;
  /** How many starts to draw; the best result is kept. Default 10. */
  readonly starts?: number;
}

export interface Clusters {
  /** The mean of each cluster, shape [k·d]. */
  readonly centres: Float64Array;
  /** The cluster of each point, shape [b]. */
  readonly labels: Int32Array;
  /** Σ of the squared distances to the own centre. */
  readonly inertia: number;
  /** How often all points were assigned. */
  readonly rounds: number;
}

/**
 * k-means: assigns every point to its nearest centre, puts every centre into the mean of its points,
 * and repeats until nothing changes; the sum of squared distances falls in each round. It ends in a
 * minimum that depends on the start, so several are tried. The starts are drawn by k-means++: a first
 * point at random, each further one with a chance proportional to the squared distance from the nearest
 * centre so far. A centre that loses all points moves to the point that is farthest from its own; where all points lie
 * on centres, it stays.
 *
 * Sources: S. P. Lloyd, IEEE Trans. Inf. Theory 28, 129 (1982); D. Arthur and S. Vassilvitskii, SODA 2007.
 *
 * @throws RangeError when shapes do not match, a number is not finite, there are more clusters than
 *   points, or neither `random` nor `centres` is given
 */
export function kMeans(clustering: Clustering): Clusters {
  const { features: d, clusters: k, random, starts = 10 } = clustering;
  const points = requirePoints("kMeans", clustering.points, d);
  const count = points.length / d;
  if (!(Number.isInteger(k) && k >= 1 && k <= count))
    throw new RangeError(`kMeans: clusters must be a whole number from 1 to ${count}, got ${k}`);
  if (clustering.centres) {
    if (clustering.centres.length !== k * d)
      throw new RangeError(
        `kMeans: centres must hold ${k} times ${d} numbers, got ${clustering.centres.length}`,
      );
    return descend(points, d, Float64Array.from(clustering.centres));
  }
  if (!random) throw new RangeError("kMeans: random must be given when centres are not");
  let best: Clusters | undefined;
  for (let start = 0; start < starts; start++) {
    const found = descend(points, d, drawCentres(points, d, k, random));
    if (!best || found.inertia < best.inertia) best = found;
  }
  if (!best) throw new RangeError(`kMeans: starts must be a whole number from 1, got ${starts}`);
  return best;
}

/** @throws RangeError unless there are points with so many finite features each */
export function requirePoints(
  where: string,
  points: ArrayLike<number>,
  features: number,
): Float64Array {
  if (!(features >= 1 && points.length > 0 && Number.isInteger(points.length / features)))
    throw new RangeError(
      `${where}: points must hold ${features} features for each point, got ${points.length} numbers`,
    );
  requireFinite(`${where}: points`, points);
  return Float64Array.from(points);
}

function descend(points: Float64Array, d: number, start: Float64Array): Clusters {
  const count = points.length / d;
  const centres = start.slice();
  const labels = new Int32Array(count).fill(-1);
  const distances = new Float64Array(count);
  let inertia = Number.POSITIVE_INFINITY;
  for (let rounds = 1; ; rounds++) {
    let changed = false;
    for (let p = 0; p < count; p++) {
      const [label, distance] = nearest(points, p, centres, d, labels[p]!);
      changed ||= label !== labels[p];
      labels[p] = label;
      distances[p] = distance;
    }
    const before = inertia;
    inertia = distances.reduce((sum, x) => sum + x, 0);
    if (!changed || inertia >= before) return { centres, labels, inertia, rounds };
    moveToMeans(centres, points, labels, distances, d);
  }
}

function moveToMeans(
  centres: Float64Array,
  points: Float64Array,
  labels: Int32Array,
  distances: Float64Array,
  d: number,
): void {
  const k = centres.length / d;
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]!++;
  for (let c = 0; c < k; c++) {
    const far = distances.indexOf(Math.max(...distances));
    if (sizes[c]! > 0 || distances[far] === 0) continue;
    sizes[labels[far]!]!--;
    labels[far] = c;
    sizes[c] = 1;
    distances[far] = 0;
  }
  for (let c = 0; c < k; c++) if (sizes[c]! > 0) centres.fill(0, c * d, (c + 1) * d);
  for (const [p, label] of labels.entries())
    for (let i = 0; i < d; i++) centres[label * d + i]! += points[p * d + i]! / sizes[label]!;
}

/** The centre nearest to a point; of two equally near ones the point keeps its own, if it is one of them. */
function nearest(
  points: Float64Array,
  p: number,
  centres: Float64Array,
  d: number,
  own = -1,
): [label: number, distance: number] {
  let label = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c * d < centres.length; c++) {
    let distance = 0;
    for (let i = 0; i < d; i++) distance += (points[p * d + i]! - centres[c * d + i]!) ** 2;
    if (distance < least || (distance === least && c === own)) [label, least] = [c, distance];
  }
  return [label, least];
}

/** k-means++. */
function drawCentres(points: Float64Array, d: number, k: number, random: Random): Float64Array {
  const count = points.length / d;
  const chosen = [Math.floor(random() * count)];
  while (chosen.length < k) {
    const centres = Float64Array.from(
      chosen.flatMap((p) => [...points.subarray(p * d, (p + 1) * d)]),
    );
    const squares = Float64Array.from(
      { length: count },
      (_, p) => nearest(points, p, centres, d)[1],
    );
    let left = random() * squares.reduce((sum, x) => sum + x, 0);
    const next = squares.findIndex((square) => {
      left -= square;
      return left < 0;
    });
    // All points at chosen places: any other one will do.
    chosen.push(next >= 0 ? next : Array.from(squares.keys()).find((p) => !chosen.includes(p))!);
  }
  return Float64Array.from(chosen.flatMap((p) => [...points.subarray(p * d, (p + 1) * d)]));
}
