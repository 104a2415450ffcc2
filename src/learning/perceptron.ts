import { addScaledInto, dot } from "../numerics/vectors.js";
import { type Activation, type ActivationName, activationNamed } from "./activations.js";
import { deltaSweep } from "./deltaSweep.js";
import {
  type CheckedExamples,
  checkedExamples,
  checkedWeights,
  type Examples,
} from "./examples.js";
import { requireBinary, rosenblattEpoch } from "./rosenblatt.js";
import { valleyCurvatures } from "./stability.js";

export interface PerceptronTraining extends Examples {
  /** α. Positive. */
  readonly learningRate: number;
  /** How often all examples are gone through. */
  readonly epochs: number;
  /** "delta": gradient descent on the loss. "rosenblatt": his rule of 1958. Default "delta". */
  readonly rule?: "delta" | "rosenblatt";
  /** Default "identity"; Rosenblatt's rule is for "step" and takes it by default. */
  readonly activation?: ActivationName;
  /** Where to begin, shape [1 + d], the bias first. Default: zeros. */
  readonly initialWeights?: ArrayLike<number>;
  /** Is called after 0, 1, ... `epochs` epochs with a copy of the weights and the loss. */
  readonly watch?: (epoch: number, weights: Float64Array, loss: number) => void;
}

export interface TrainedPerceptron {
  /** Shape [1 + d]: the bias, then one weight for each feature. */
  readonly weights: Float64Array;
  /** The loss before the first epoch and after each, shape [epochs + 1]. */
  readonly lossHistory: Float64Array;
}

/**
 * Trains one neuron, p = g(w₀ + w₁ x₁ + ... + w_d x_d), on labelled examples.
 *
 * The delta rule goes down the gradient of L = (1/2N) Σ (y − p)², once in each epoch:
 *
 *   w ← w + (α/N) Σ (y − p) g′(z) x     (x₀ = 1)
 *
 * Rosenblatt's rule goes from example to example, w ← w + α (y − p) x with p = 1 for z ≥ 0, else 0. If
 * a line can separate the examples it makes no more than (R/γ)² mistakes in all (from zero weights):
 * R is the length of the longest (1, x), γ how far the nearest one is from the best hyperplane
 * through the origin. It works on the labels 0 and 1, and its loss after an epoch is that of the
 * weights then.
 *
 * The same arguments give the same numbers, bit by bit; going on from the weights of an earlier run
 * gives the same as one longer run.
 *
 * Sources: F. Rosenblatt, Psychol. Rev. 65, 386 (1958); B. Widrow and M. E. Hoff, IRE WESCON
 * Convention Record 4, 96 (1960) (delta rule); A. B. J. Novikoff, Proc. Symp. Math. Theory of
 * Automata (1962), 615 (the bound).
 *
 * @throws RangeError for shapes that do not match, no examples, numbers that are not finite, labels
 *   outside of the activation's closed range, rates and epochs that make no sense, the delta rule with
 *   "step" (its slope is 0), Rosenblatt's with another one, and, with the epoch and a rate to try, when
 *   the loss has grown more than 10¹² times
 */
export function trainPerceptron(training: PerceptronTraining): TrainedPerceptron {
  const { rule = "delta", learningRate, epochs, watch } = training;
  const activation = requireTraining(training);
  const examples = checkedExamples("trainPerceptron", training, activation);
  if (rule === "rosenblatt") requireBinary("trainPerceptron", examples.targets);
  const weights = checkedWeights("trainPerceptron", training.initialWeights, examples.features);
  const sweep = deltaSweep(examples, activation);
  const lossHistory = new Float64Array(epochs + 1);
  let limit = Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const { loss, sums } = sweep(weights);
    lossHistory[epoch] = loss;
    if (epoch === 0) limit = DIVERGED * (loss + lossOfZero(examples));
    if (!(loss <= limit)) throw divergence(lossHistory, epoch, learningRate, examples, activation);
    watch?.(epoch, weights.slice(), loss);
    if (epoch === epochs) break;
    if (rule === "rosenblatt") rosenblattEpoch(weights, examples, learningRate);
    else addScaledInto(weights, learningRate / examples.targets.length, sums);
  }
  return { weights, lossHistory };
}

/** p = g(w₀ + Σ wᵢ xᵢ) for each example of inputs with shape [b·d], for weights of shape [1 + d]. */
export function perceptronOutputs(
  weights: ArrayLike<number>,
  inputs: ArrayLike<number>,
  activation: ActivationName = "identity",
): Float64Array {
  const features = weights.length - 1;
  const examples = inputs.length / features;
  if (!Number.isInteger(examples))
    throw new RangeError(
      `perceptronOutputs: inputs must hold ${features} features for each example, as there are ` +
        `${weights.length} weights, got ${inputs.length} numbers`,
    );
  const { value } = activationNamed("perceptronOutputs", activation);
  return Float64Array.from({ length: examples }, (_, k) => {
    let z = weights[0]!;
    for (let i = 0; i < features; i++) z += weights[i + 1]! * inputs[k * features + i]!;
    return value(z);
  });
}

function requireTraining({
  learningRate,
  epochs,
  rule = "delta",
  activation = rule === "rosenblatt" ? "step" : "identity",
}: PerceptronTraining): Activation {
  if (!(learningRate > 0 && Number.isFinite(learningRate)))
    throw new RangeError(
      `trainPerceptron: learningRate must be a positive number, got ${learningRate}`,
    );
  if (!(Number.isInteger(epochs) && epochs >= 0))
    throw new RangeError(
      `trainPerceptron: epochs must be a whole number of 0 or more, got ${epochs}`,
    );
  if (rule !== "delta" && rule !== "rosenblatt")
    throw new RangeError(`trainPerceptron: rule must be delta or rosenblatt, got ${rule}`);
  const found = activationNamed("trainPerceptron", activation);
  if ((rule === "rosenblatt") !== (activation === "step"))
    throw new RangeError(
      rule === "rosenblatt"
        ? `trainPerceptron: Rosenblatt's rule must have the activation step, got ${activation}`
        : "trainPerceptron: the delta rule must have an activation with a slope, got step, whose slope is 0",
    );
  return found;
}

/** A loss that has grown so much will not come back. */
const DIVERGED = 1e12;

/** The loss of a neuron that always answers 0: so a start at the minimum is no reason to stop. */
const lossOfZero = ({ targets }: CheckedExamples): number =>
  dot(targets, targets) / (2 * targets.length);

function divergence(
  lossHistory: Float64Array,
  epoch: number,
  learningRate: number,
  { inputs, features }: CheckedExamples,
  { steepest }: Activation,
): RangeError {
  const [start, loss] = [lossHistory[0]!, lossHistory[epoch]!];
  const curvature = steepest ** 2 * valleyCurvatures(inputs, features).at(-1)!;
  return new RangeError(
    `trainPerceptron: the loss must not grow without end, got ${loss.toPrecision(3)} at epoch ${epoch} ` +
      `after ${start.toPrecision(3)} at the start: the learning rate ${learningRate} is too large, ` +
      `try ${(1 / curvature).toPrecision(2)}`,
  );
}
