import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { trainPerceptron } from "../../src/learning/perceptron.js";
import { reference } from "./reference.js";

const { delta } = reference;

beforeAll(async () => {
  tf.enableProdMode(); // no notices
  await tf.setBackend("cpu");
});

test.each([
  ["identity", (z: tf.Tensor) => z],
  ["logistic", (z: tf.Tensor) => tf.sigmoid(z)],
  ["tanh", (z: tf.Tensor) => tf.tanh(z)],
] as const)("%s: 200 epochs of TensorFlow.js's own gradient descent, to 1e-5", (activation, g) => {
  const targets: number[] = delta[activation].targets;
  const X = tf.tensor2d(delta.inputs, [targets.length, 2]);
  const y = tf.tensor2d(targets, [targets.length, 1]);
  const w = tf.variable(tf.tensor2d(delta.start.slice(1), [2, 1]));
  const b = tf.variable(tf.tensor1d([delta.start[0]]));
  const loss = (): tf.Scalar =>
    tf.tidy(
      () => tf.div(tf.mean(tf.square(tf.sub(y, g(tf.add(tf.matMul(X, w), b))))), 2) as tf.Scalar,
    );
  const optimizer = tf.train.sgd(0.3);
  const losses = Array.from({ length: 200 }, () => {
    const value = optimizer.minimize(loss, true)!;
    const number = value.dataSync()[0]!;
    value.dispose();
    return number;
  });
  const { weights, lossHistory } = trainPerceptron({
    inputs: delta.inputs,
    targets,
    learningRate: 0.3,
    epochs: 200,
    activation,
    initialWeights: delta.start,
  });
  const found = [...b.dataSync(), ...w.dataSync()];
  for (let i = 0; i < 3; i++) expect(Math.abs(found[i]! - weights[i]!)).toBeLessThan(1e-5);
  for (let e = 0; e < 200; e++) expect(Math.abs(losses[e]! - lossHistory[e]!)).toBeLessThan(1e-5);
});
