import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";
import { requirePoints } from "./clustering.js";

/** Index letters: b points, d features. */
export interface PrincipalComponents {
  /** Mean of the points, shape [d]. */
  readonly mean: Float64Array;
  /** Orthonormal directions, that of the largest variance first, d arrays of shape [d]. */
  readonly components: readonly Float64Array[];
  /** Variance of the points along each direction (with b − 1), falling, shape [d]. */
  readonly variances: Float64Array;
  /** The same as parts of their sum. */
  readonly fractions: Float64Array;
  /** Coordinates of each point along the directions, from the mean, shape [b·d]. */
  readonly scores: Float64Array;
}

/**
 * The directions in which points spread most: eigenvectors of their covariance matrix. In each of them
 * the entry of the largest size is positive.
 *
 * Source: K. Pearson, Philos. Mag. 2, 559 (1901).
 *
 * @param points    shape [b·d], b ≥ 2
 * @param features  d
 * @throws RangeError when shapes do not match, a number is not finite, there is one point only, or all
 *   points are one
 */
export function principalComponents(
  points: ArrayLike<number>,
  features: number,
): PrincipalComponents {
  const x = requirePoints("principalComponents", points, features);
  const count = x.length / features;
  if (count < 2)
    throw new RangeError(`principalComponents: there must be at least 2 points, got ${count}`);
  const mean = new Float64Array(features);
  for (let i = 0; i < x.length; i++) mean[i % features]! += x[i]! / count;
  for (let i = 0; i < x.length; i++) x[i]! -= mean[i % features]!;
  const covariance = new Float64Array(features * features);
  for (let p = 0; p < count; p++)
    for (let i = 0; i < features; i++)
      for (let j = 0; j < features; j++)
        covariance[i * features + j]! +=
          (x[p * features + i]! * x[p * features + j]!) / (count - 1);
  const { values, vectors } = symmetricEigenpairs(covariance, features);
  const variances = values.slice().reverse();
  const total = variances.reduce((sum, value) => sum + value, 0);
  if (!(total > 0))
    throw new RangeError("principalComponents: points must differ, got all at one place");
  const components = [...vectors].reverse().map(withPositiveLargest);
  return {
    mean,
    components,
    variances,
    fractions: variances.map((value) => value / total),
    scores: Float64Array.from(x, (_, q) => {
      const [p, c] = [Math.floor(q / features), q % features];
      return components[c]!.reduce((sum, v, i) => sum + v * x[p * features + i]!, 0);
    }),
  };
}

function withPositiveLargest(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, v) => (Math.abs(v) > Math.abs(best) ? v : best), 0);
  return largest < 0 ? vector.map((v) => -v) : vector;
}
