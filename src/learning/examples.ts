import type { Activation } from "./activations.js";

/** Labelled data. Index letters: b examples (N of them), d features. */
export interface Examples {
  /** Features, shape [b·d], one example after the other, without a column of ones. */
  readonly inputs: ArrayLike<number>;
  /** The label y of each example, shape [b]. */
  readonly targets: ArrayLike<number>;
}

/** Examples that have been looked at. */
export interface CheckedExamples {
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  /** d: how many features an example has. */
  readonly features: number;
}

/**
 * The examples as typed arrays of their own.
 *
 * @param where  begins an error: "trainPerceptron"
 * @throws RangeError for no example, shapes that do not match (both are said), a number that is not
 *   finite, and a label that the activation's outputs cannot reach even as a limit
 */
export function checkedExamples(
  where: string,
  { inputs, targets }: Examples,
  { name, range: [least, greatest] }: Activation,
): CheckedExamples {
  const features = inputs.length / targets.length;
  if (targets.length === 0)
    throw new RangeError(
      `${where}: there must be at least one example, got inputs with ${inputs.length} numbers and no target`,
    );
  if (!Number.isInteger(features) || features === 0)
    throw new RangeError(
      `${where}: inputs must hold as many features for each target, ` +
        `got inputs of shape [${inputs.length}] and targets of shape [${targets.length}]`,
    );
  requireFinite(`${where}: inputs`, inputs);
  requireFinite(`${where}: targets`, targets);
  for (let k = 0; k < targets.length; k++)
    if (targets[k]! < least || targets[k]! > greatest)
      throw new RangeError(
        `${where}: targets must lie from ${least} to ${greatest}, where the outputs of ${name} lie, ` +
          `got ${targets[k]} for example ${k}`,
      );
  return { inputs: Float64Array.from(inputs), targets: Float64Array.from(targets), features };
}

/** @throws RangeError that names the place of a number that is not finite */
export function requireFinite(name: string, numbers: ArrayLike<number>): void {
  for (let i = 0; i < numbers.length; i++)
    if (!Number.isFinite(numbers[i]))
      throw new RangeError(`${name} must be finite numbers, got ${numbers[i]} at index ${i}`);
}

/**
 * A copy of weights to begin from, zeros when none are given; the bias stands first, shape [1 + d].
 *
 * @throws RangeError for another length (both are said) or a number that is not finite
 */
export function checkedWeights(
  where: string,
  weights: ArrayLike<number> | undefined,
  features: number,
): Float64Array {
  if (weights === undefined) return new Float64Array(1 + features);
  if (weights.length !== 1 + features)
    throw new RangeError(
      `${where}: weights must be 1 + ${features}, the bias first, for inputs with ${features} features, ` +
        `got ${weights.length}`,
    );
  requireFinite(`${where}: weights`, weights);
  return Float64Array.from(weights);
}
