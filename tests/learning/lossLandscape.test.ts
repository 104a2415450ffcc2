import { describe, expect, test } from "vitest";
import { type ActivationName, activations } from "../../src/learning/activations.js";
import type { LossName } from "../../src/learning/losses.js";
import { cutThrough, descentPath, lossLandscape } from "../../src/learning/lossLandscape.js";
import { trainPerceptron } from "../../src/learning/perceptron.js";
import { largestStableRate } from "../../src/learning/stability.js";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { inputs } = reference.delta;
const targets: number[] = reference.delta.logistic.targets; // 0 and 1: in the range of all
const w = [0.3, -0.7, 0.5];

describe("the gradient equals central differences to 1e-8 of itself", () => {
  const pairs = (Object.keys(activations) as ActivationName[])
    .filter((name) => name !== "step")
    .flatMap((activation) =>
      (["halfMeanSquare", "meanSquare", "crossEntropy"] as LossName[])
        .filter((loss) => loss !== "crossEntropy" || activation === "logistic")
        .map((loss) => [activation, loss] as const),
    );
  test.each(pairs)("%s with %s", (activation, loss) => {
    const landscape = lossLandscape({ inputs, targets, activation, loss });
    const numeric = centralGradient(landscape.value, w, 1e-5);
    const gradient = landscape.gradient(w);
    for (let i = 0; i < 3; i++)
      expect(Math.abs(gradient[i]! / numeric[i]! - 1), `weight ${i}`).toBeLessThan(1e-8);
  });
});

test("descent is the delta rule, to 1e-12", () => {
  const path = descentPath(lossLandscape({ inputs, targets, activation: "tanh" }), w, 0.4, 50);
  const watched: Float64Array[] = [];
  trainPerceptron({
    inputs,
    targets,
    activation: "tanh",
    learningRate: 0.4,
    epochs: 50,
    initialWeights: w,
    watch: (_, weights) => watched.push(weights),
  });
  expect(path).toHaveLength(51);
  for (let e = 0; e <= 50; e++) expectClose(path[e]!, watched[e]!, 1e-12);
});

test("the same rate moves twice as far on the mean square as on half of it", () => {
  const first = (loss: LossName): Float64Array =>
    descentPath(lossLandscape({ inputs, targets, loss }), [0, 0, 0], 0.1, 1)[1]!;
  expectClose(
    first("meanSquare"),
    first("halfMeanSquare").map((step) => 2 * step),
    1e-15,
  );
});

test("it goes on where it diverges", () => {
  const rate = 1.1 * largestStableRate(inputs, 2);
  const landscape = lossLandscape({ inputs, targets });
  const path = descentPath(landscape, w, rate, 100);
  expect(landscape.value(path[100]!)).toBeGreaterThan(1e10);
});

test("a cut holds the other weights", () => {
  const landscape = lossLandscape({ inputs, targets });
  expect(cutThrough(landscape, w, [2, 0])(0.5, 0.3)).toBe(landscape.value(w));
  expect(cutThrough(landscape, w, [2, 0])(1, 2)).toBe(landscape.value([2, -0.7, 1]));
});

test("cross-entropy needs the logistic function", () => {
  expect(() => lossLandscape({ inputs, targets, loss: "crossEntropy" })).toThrow(
    new RangeError("lossLandscape: crossEntropy must have the activation logistic, got identity"),
  );
});
