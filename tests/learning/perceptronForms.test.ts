import { describe, expect, test } from "vitest";
import { type ActivationName, activations } from "../../src/learning/activations.js";
import { trainPerceptron } from "../../src/learning/perceptron.js";
import {
  changeByEpoch,
  changeByExamples,
  changeOnline,
  changeWithBroadcast,
  changeWithOnes,
  exampleChange,
  type LearningStep,
  withOnes,
} from "../../src/learning/perceptronForms.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { delta, online } = reference;
const inputs = Float64Array.from(delta.inputs);

function run(
  change: (step: LearningStep) => Float64Array,
  activation: ActivationName,
  epochs: number,
  learningRate: number = delta.learningRate,
): Float64Array {
  const targets = Float64Array.from(delta[activation].targets);
  let weights = Float64Array.from(delta.start);
  for (let e = 0; e < epochs; e++) {
    const step = { inputs, targets, weights, learningRate, activation: activations[activation] };
    const moved = change(step);
    weights = weights.map((w, i) => w + moved[i]!);
  }
  return weights;
}

describe.each(["identity", "logistic", "tanh"] as const)("%s", (activation) => {
  const trained = trainPerceptron({
    inputs,
    targets: delta[activation].targets,
    learningRate: delta.learningRate,
    epochs: 1000,
    activation,
    initialWeights: delta.start,
  });

  test.each([
    ["single-example", changeByExamples],
    ["epoch", changeByEpoch],
    ["batch with a ones column", changeWithOnes],
    ["broadcast bias", changeWithBroadcast],
  ])("the %s form gives the same weights after 1,000 epochs, to 1e-12", (_, change) => {
    expectClose(run(change, activation, 1000), trained.weights, 1e-12);
    expectClose(run(change, activation, 1000), delta[activation].weights, 1e-12);
  });
});

test("the online variant differs, by less the smaller the rate: it tends to the others", () => {
  const gap = (rate: number, epochs: number): number => {
    const [a, b] = [changeOnline, changeByEpoch].map((form) => run(form, "identity", epochs, rate));
    return Math.hypot(...a!.map((w, i) => w - b![i]!));
  };
  expect(gap(0.3, 1000)).toBeGreaterThan(1e-4);
  // Half the rate, half the lasting difference.
  expect(gap(0.3, 2000) / gap(0.15, 4000)).toBeCloseTo(2, 1);
});

test("one epoch online is scikit-learn's SGDRegressor, to 1e-12", () => {
  expectClose(run(changeOnline, "identity", 1), online.weights, 1e-12);
});

describe("one example", () => {
  const step = {
    weights: Float64Array.of(0, 1),
    learningRate: 0.1,
    activation: activations.identity,
  };
  const change = (target: number): Float64Array => exampleChange(Float64Array.of(2), target, step); // output 2
  test("output above the label: the weight of a positive input falls", () =>
    expectClose(change(1), [-0.1, -0.2], 1e-15));
  test("output below it: the weight rises", () => expectClose(change(3), [0.1, 0.2], 1e-15));
  test("output equal to it: nothing changes", () => expectClose(change(2), [0, 0], 1e-15));
});

test("withOnes puts a 1 before the features of each example", () => {
  expect([...withOnes(Float64Array.of(5, 6, 7, 8), 2)]).toEqual([1, 5, 6, 1, 7, 8]);
});
