import { symmetricEigenpairs } from "../numerics/symmetricEigen.js";

/** What the data say about how well parameters are known. Index letter: k free parameters. */
export interface Certainty<Name extends string> {
  /** s² H⁻¹, shape [k·k]; undefined when the data leave something undetermined. */
  readonly covariance: Float64Array | undefined;
  /**
   * Combinations of parameters that can change without any change of the residuals, each as the names of
   * those that take part in it.
   */
  readonly undetermined: readonly (readonly Name[])[];
}

/** Smallest eigenvalue of H, scaled to a diagonal of ones, that rounding leaves meaningful. */
const SINGULAR = 1e-13;

/**
 * @param hessian   JᵀJ, shape [k·k]
 * @param variance  s², what a squared residual is on average; undefined when nothing tells
 */
export function certainty<Name extends string>(
  names: readonly Name[],
  hessian: Float64Array,
  variance: number | undefined,
): Certainty<Name> {
  const k = names.length;
  if (k === 0) return { covariance: undefined, undetermined: [] };
  const length = names.map((_, j) => Math.sqrt(hessian[j * k + j]!));
  const without = names.filter((_, j) => !(length[j]! > 0));
  if (without.length > 0)
    return { covariance: undefined, undetermined: without.map((name) => [name]) };
  const scaled = hessian.map((value, i) => value / (length[Math.floor(i / k)]! * length[i % k]!));
  const { values, vectors } = symmetricEigenpairs(scaled, k);
  const weak = vectors.filter((_, v) => values[v]! < SINGULAR);
  if (weak.length > 0)
    return {
      covariance: undefined,
      undetermined: weak.map((vector) => names.filter((_, j) => Math.abs(vector[j]!) > 0.1)),
    };
  if (variance === undefined) return { covariance: undefined, undetermined: [] };
  const covariance = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (const [v, vector] of vectors.entries()) sum += (vector[i]! * vector[j]!) / values[v]!;
      covariance[i * k + j] = (variance * sum) / (length[i]! * length[j]!);
    }
  return { covariance, undetermined: [] };
}

/** Cᵢⱼ / √(Cᵢᵢ Cⱼⱼ), shape [k·k]: ±1 when two parameters can only change together. */
export function correlation(covariance: Float64Array): Float64Array {
  const k = Math.round(Math.sqrt(covariance.length));
  return covariance.map(
    (value, i) =>
      value / Math.sqrt(covariance[Math.floor(i / k) * (k + 1)]! * covariance[(i % k) * (k + 1)]!),
  );
}
