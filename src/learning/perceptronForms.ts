import type { Activation } from "./activations.js";

/**
 * The same learning step of a perceptron in the forms of the lecture, each written as its formula
 * reads. `trainPerceptron` is the one to use for work; these are for the eye and for comparison.
 * Index letters: b examples (N of them), d features; weights have the shape [1 + d], the bias first.
 */
export interface LearningStep {
  /** Shape [b·d], without a column of ones. */
  readonly inputs: Float64Array;
  /** Shape [b]. */
  readonly targets: Float64Array;
  readonly weights: Float64Array;
  readonly learningRate: number;
  readonly activation: Activation;
}

/** One example: Δw = α (y − g(z)) g′(z) (1, x), shape [1 + d]. */
export function exampleChange(
  input: Float64Array,
  target: number,
  { weights, learningRate, activation }: Omit<LearningStep, "inputs" | "targets">,
): Float64Array {
  const x = Float64Array.of(1, ...input);
  const z = x.reduce((sum, xi, i) => sum + weights[i]! * xi, 0);
  const delta = (target - activation.value(z)) * activation.slope(z);
  return x.map((xi) => learningRate * delta * xi);
}

/** Single-example form: the changes of all examples, all at the same weights, and their mean. */
export function changeByExamples(step: LearningStep): Float64Array {
  const { inputs, targets, weights } = step;
  const d = weights.length - 1;
  const change = new Float64Array(1 + d);
  for (let k = 0; k < targets.length; k++) {
    const one = exampleChange(inputs.subarray(k * d, (k + 1) * d), targets[k]!, step);
    for (let i = 0; i <= d; i++) change[i]! += one[i]! / targets.length;
  }
  return change;
}

/**
 * Online form, which is another algorithm: every example is answered with the weights that the one
 * before it left behind. Returns the change over a whole epoch, with the rate α/N for each example,
 * so that it tends to the other forms as α does to 0.
 */
export function changeOnline(step: LearningStep): Float64Array {
  const { inputs, targets, learningRate } = step;
  const d = step.weights.length - 1;
  const weights = step.weights.slice();
  for (let k = 0; k < targets.length; k++) {
    const input = inputs.subarray(k * d, (k + 1) * d);
    const small = { ...step, weights, learningRate: learningRate / targets.length };
    const one = exampleChange(input, targets[k]!, small);
    for (let i = 0; i <= d; i++) weights[i]! += one[i]!;
  }
  return weights.map((w, i) => w - step.weights[i]!);
}

/** Epoch form: set Δwᵢ = 0, add (y − ȳ) g′(z) xᵢ for each example, and multiply by α/N at the end. */
export function changeByEpoch(step: LearningStep): Float64Array {
  const { inputs, targets, weights, learningRate, activation } = step;
  const d = weights.length - 1;
  const change = new Float64Array(1 + d);
  for (let k = 0; k < targets.length; k++) {
    let z = weights[0]!;
    for (let i = 1; i <= d; i++) z += weights[i]! * inputs[k * d + i - 1]!;
    const delta = (targets[k]! - activation.value(z)) * activation.slope(z);
    change[0]! += delta;
    for (let i = 1; i <= d; i++) change[i]! += delta * inputs[k * d + i - 1]!;
  }
  return change.map((sum) => (learningRate / targets.length) * sum);
}

/** Batch form: X with a column of ones, N × (1 + d); Δw = (α/N) XᵀΔ with Δ = (y − g(Xw)) g′(Xw), N × 1. */
export function changeWithOnes(step: LearningStep): Float64Array {
  const { inputs, targets, weights } = step;
  const d = weights.length - 1;
  const X = withOnes(inputs, d);
  const deltas = deltasOf(product(X, weights, 1 + d), step);
  const factor = step.learningRate / targets.length;
  return product(transposed(X, 1 + d), deltas, targets.length).map((sum) => factor * sum);
}

/** Broadcast form: X without ones, N × d, and a bias b added to all N numbers of Xw. */
export function changeWithBroadcast(step: LearningStep): Float64Array {
  const { inputs, targets, weights } = step;
  const d = weights.length - 1;
  const bias = weights[0]!;
  const z = product(inputs, weights.subarray(1), d).map((sum) => sum + bias);
  const deltas = deltasOf(z, step);
  const factor = step.learningRate / targets.length;
  const slope = product(transposed(inputs, d), deltas, targets.length);
  const biasSlope = deltas.reduce((sum, delta) => sum + delta, 0);
  return Float64Array.of(biasSlope, ...slope).map((sum) => factor * sum);
}

/** The inputs [b·d] as [b·(1 + d)], with a 1 before the features of each example. */
export function withOnes(inputs: Float64Array, d: number): Float64Array {
  return Float64Array.from({ length: (inputs.length / d) * (1 + d) }, (_, i) =>
    i % (1 + d) === 0 ? 1 : inputs[Math.floor(i / (1 + d)) * d + (i % (1 + d)) - 1]!,
  );
}

function deltasOf(z: Float64Array, { targets, activation }: LearningStep): Float64Array {
  return z.map((zk, k) => (targets[k]! - activation.value(zk)) * activation.slope(zk));
}

/** A matrix with `columns` columns, rows first, times a column vector of that length. */
function product(matrix: Float64Array, vector: Float64Array, columns: number): Float64Array {
  return Float64Array.from({ length: matrix.length / columns }, (_, row) => {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += matrix[row * columns + i]! * vector[i]!;
    return sum;
  });
}

function transposed(matrix: Float64Array, columns: number): Float64Array {
  const rows = matrix.length / columns;
  return Float64Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)]!);
}
