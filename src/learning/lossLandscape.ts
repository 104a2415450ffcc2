import { type ActivationName, activationNamed } from "./activations.js";
import { checkedExamples, type Examples } from "./examples.js";
import { type LossName, losses } from "./losses.js";

export interface LossOfWeights {
  /** L(w), for weights of shape [1 + d], the bias first. */
  value(weights: ArrayLike<number>): number;
  /** ∂L/∂w, shape [1 + d]. */
  gradient(weights: ArrayLike<number>): Float64Array;
}

export interface Landscape extends Examples {
  /** Default "identity". */
  readonly activation?: ActivationName;
  /** Default "halfMeanSquare". */
  readonly loss?: LossName;
}

/**
 * The loss of one neuron p = g(w₀ + Σ wᵢ xᵢ) as a function of its weights: the landscape that gradient
 * descent walks on. Its gradient is ∂L/∂wᵢ = Σ (∂L/∂p) g′(z) xᵢ with x₀ = 1.
 *
 * For the identity and a square loss it is a valley with elliptic contour lines and one lowest place.
 *
 * @throws RangeError for examples as in trainPerceptron; cross-entropy needs the logistic function
 */
export function lossLandscape({
  activation: name = "identity",
  loss: lossName = "halfMeanSquare",
  ...given
}: Landscape): LossOfWeights {
  const activation = activationNamed("lossLandscape", name);
  if (lossName === "crossEntropy" && name !== "logistic")
    throw new RangeError(
      `lossLandscape: crossEntropy must have the activation logistic, got ${name}`,
    );
  const { inputs, targets, features } = checkedExamples("lossLandscape", given, activation);
  const count = targets.length;
  const loss = losses[lossName];
  const z = new Float64Array(count);
  const outputs = new Float64Array(count);
  const slopes = new Float64Array(count);
  const pulls = new Float64Array(count);
  const forward = (weights: ArrayLike<number>): void => {
    for (let k = 0; k < count; k++) {
      z[k] = weights[0]!;
      for (let i = 0; i < features; i++) z[k]! += weights[i + 1]! * inputs[k * features + i]!;
    }
    activation.applyInto(outputs, slopes, z);
  };
  return {
    value: (weights) => {
      forward(weights);
      return loss.value(outputs, targets);
    },
    gradient: (weights) => {
      forward(weights);
      loss.gradientInto(pulls, outputs, targets);
      const gradient = new Float64Array(1 + features);
      for (let k = 0; k < count; k++) {
        const delta = pulls[k]! * slopes[k]!;
        gradient[0]! += delta;
        for (let i = 0; i < features; i++) gradient[i + 1]! += delta * inputs[k * features + i]!;
      }
      return gradient;
    },
  };
}

/** A cut through a landscape: the loss over two of the weights, the others held as they are. */
export function cutThrough(
  { value }: LossOfWeights,
  weights: ArrayLike<number>,
  [first, second]: readonly [number, number],
): (a: number, b: number) => number {
  const point = Float64Array.from(weights);
  return (a, b) => {
    point[first] = a;
    point[second] = b;
    return value(point);
  };
}

/**
 * Gradient descent w ← w − α ∂L/∂w: the places it comes through, `steps` + 1 arrays of shape [1 + d].
 * It goes on where it diverges, so that one can see it.
 */
export function descentPath(
  { gradient }: LossOfWeights,
  start: ArrayLike<number>,
  learningRate: number,
  steps: number,
): Float64Array[] {
  const path = [Float64Array.from(start)];
  for (let step = 0; step < steps; step++) {
    const here = path[step]!;
    const slope = gradient(here);
    path.push(here.map((w, i) => w - learningRate * slope[i]!));
  }
  return path;
}
