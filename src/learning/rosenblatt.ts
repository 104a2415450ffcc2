import type { CheckedExamples } from "./examples.js";

/**
 * One epoch of Rosenblatt's rule: for each example in turn, w ← w + α (y − p) x, with p = 1 for z ≥ 0,
 * otherwise 0. Weights change only at a mistake.
 *
 * @param weights  shape [1 + d], the bias first; changed in place
 * @returns  how many mistakes were made on the way
 */
export function rosenblattEpoch(
  weights: Float64Array,
  { inputs, targets, features }: CheckedExamples,
  learningRate: number,
): number {
  let mistakes = 0;
  for (let k = 0; k < targets.length; k++) {
    const from = k * features;
    let z = weights[0]!;
    for (let i = 0; i < features; i++) z += weights[i + 1]! * inputs[from + i]!;
    const error = targets[k]! - (z >= 0 ? 1 : 0);
    if (error === 0) continue;
    mistakes++;
    weights[0]! += learningRate * error;
    for (let i = 0; i < features; i++) weights[i + 1]! += learningRate * error * inputs[from + i]!;
  }
  return mistakes;
}

/** @throws RangeError, begun with `where`, for a label that is neither 0 nor 1 */
export function requireBinary(where: string, targets: Float64Array): void {
  for (let k = 0; k < targets.length; k++)
    if (targets[k] !== 0 && targets[k] !== 1)
      throw new RangeError(
        `${where}: targets must be 0 or 1 for Rosenblatt's rule, got ${targets[k]} for example ${k}`,
      );
}
