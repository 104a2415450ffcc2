import { createInterface } from "node:readline";
import { trainPerceptron } from "mlip/learning/perceptron";
import { EPOCHS, inputs, LEARNING_RATE, targets } from "./perceptronData.mjs";

const round = () => {
  const trained = trainPerceptron({ inputs, targets, learningRate: LEARNING_RATE, epochs: EPOCHS, activation: "logistic" });
  return [...trained.weights, trained.lossHistory.at(-1)];
};

for (let k = 0; k < 30; k++) round(); // Node compiles hot loops only once they are hot
console.log(
  JSON.stringify({
    title: `perceptron, 1000 x 3, ${EPOCHS} epochs, against TensorFlow.js (wasm, single precision)`,
    tolerance: 1e-5,
  }),
);
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "run") continue;
  const before = process.cpuUsage();
  const result = round();
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, result }));
}
