// The other side of the row perceptronTensorflow: the same training in TensorFlow.js, backend wasm,
// written with its own tools: a loss of variables that its optimiser minimises.
import { createInterface } from "node:readline";
import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import { COUNT, EPOCHS, FEATURES, inputs, LEARNING_RATE, targets } from "./perceptronData.mjs";

await tf.setBackend("wasm");
await tf.ready();
const X = tf.tensor2d(Float32Array.from(inputs), [COUNT, FEATURES]);
const y = tf.tensor2d(Float32Array.from(targets), [COUNT, 1]);

function round() {
  const w = tf.variable(tf.zeros([FEATURES, 1]));
  const b = tf.variable(tf.zeros([1]));
  const halfMeanSquare = () =>
    tf.div(tf.mean(tf.square(tf.sub(y, tf.sigmoid(tf.add(tf.matMul(X, w), b))))), 2);
  const optimizer = tf.train.sgd(LEARNING_RATE);
  for (let e = 0; e < EPOCHS; e++) optimizer.minimize(halfMeanSquare);
  const result = [...b.dataSync(), ...w.dataSync(), ...tf.tidy(halfMeanSquare).dataSync()];
  tf.dispose([w, b]);
  optimizer.dispose();
  return result;
}

round();
console.log(JSON.stringify({ title: "perceptron with TensorFlow.js", tolerance: 1e-5 }));
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "run") continue;
  const before = process.cpuUsage();
  const result = round();
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, result }));
}
