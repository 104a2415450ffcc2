import type { Activation } from "./activations.js";
import type { CheckedExamples } from "./examples.js";

export interface DeltaSweep {
  /** (1/2N) Σ (y − p)². */
  readonly loss: number;
  /** Σ (y − p) g′(z) x, shape [1 + d], with x₀ = 1. */
  readonly sums: Float64Array;
}

/**
 * What one epoch of the delta rule needs, as a function of the weights. The matrix of inputs is stored
 * column by column, the ones first, and gone through four columns at a time; columns of zeros fill
 * the last four up.
 */
export function deltaSweep(
  { inputs, targets, features }: CheckedExamples,
  activation: Activation,
): (weights: Float64Array) => DeltaSweep {
  const count = targets.length;
  const width = 4 * Math.ceil((1 + features) / 4);
  const columns = Array.from({ length: width }, (_, i) =>
    Float64Array.from({ length: count }, (_, k) =>
      i === 0 ? 1 : i <= features ? inputs[k * features + i - 1]! : 0,
    ),
  );
  const padded = new Float64Array(width);
  const z = new Float64Array(count);
  const outputs = new Float64Array(count);
  const slopes = new Float64Array(count);
  const deltas = new Float64Array(count);
  return (weights) => {
    padded.set(weights);
    z.fill(0);
    for (let i = 0; i < width; i += 4) addFourInto(z, columns, padded, i);
    activation.applyInto(outputs, slopes, z);
    const squares = deltasInto(deltas, outputs, slopes, targets);
    const sums = new Float64Array(width);
    for (let i = 0; i < width; i += 4) sumFourInto(sums, columns, deltas, i);
    return { loss: squares / (2 * count), sums: sums.subarray(0, 1 + features) };
  };
}

/** z ← z + Σ wᵢ xᵢ over the four columns from i. */
function addFourInto(
  z: Float64Array,
  columns: readonly Float64Array[],
  weights: Float64Array,
  i: number,
): void {
  const [a, b, c, d] = [columns[i]!, columns[i + 1]!, columns[i + 2]!, columns[i + 3]!];
  const [wa, wb, wc, wd] = [weights[i]!, weights[i + 1]!, weights[i + 2]!, weights[i + 3]!];
  for (let k = 0; k < z.length; k++) z[k]! += wa * a[k]! + wb * b[k]! + (wc * c[k]! + wd * d[k]!);
}

/** deltas ← (y − p) g′(z); returns Σ (y − p)². */
function deltasInto(
  deltas: Float64Array,
  outputs: Float64Array,
  slopes: Float64Array,
  targets: Float64Array,
): number {
  let squares = 0;
  for (let k = 0; k < targets.length; k++) {
    const error = targets[k]! - outputs[k]!;
    squares += error * error;
    deltas[k] = error * slopes[k]!;
  }
  return squares;
}

/** Σ deltas · xᵢ over all examples, for the four columns from i. */
function sumFourInto(
  sums: Float64Array,
  columns: readonly Float64Array[],
  deltas: Float64Array,
  i: number,
): void {
  const [a, b, c, d] = [columns[i]!, columns[i + 1]!, columns[i + 2]!, columns[i + 3]!];
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let k = 0; k < deltas.length; k++) {
    const delta = deltas[k]!;
    first += a[k]! * delta;
    second += b[k]! * delta;
    third += c[k]! * delta;
    fourth += d[k]! * delta;
  }
  sums[i] = first;
  sums[i + 1] = second;
  sums[i + 2] = third;
  sums[i + 3] = fourth;
}
