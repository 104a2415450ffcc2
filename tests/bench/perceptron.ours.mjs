import { createInterface } from "node:readline";
import { trainPerceptron } from "mlip/learning/perceptron";
import { EPOCHS, inputs, LEARNING_RATE, targets } from "./perceptronData.mjs";

// One neuron with the logistic function, batch gradient descent on half the mean square. Ten runs to a
// round, since one takes some milliseconds only.
const RUNS = 10;

function round() {
  let trained;
  for (let k = 0; k < RUNS; k++)
    trained = trainPerceptron({ inputs, targets, learningRate: LEARNING_RATE, epochs: EPOCHS, activation: "logistic" });
  return [...trained.weights, trained.lossHistory.at(-1)];
}

for (let k = 0; k < 3; k++) round(); // Node compiles hot loops only once they are hot
console.log(
  JSON.stringify({
    title: `perceptron, 1000 x 3, ${EPOCHS} epochs, ${RUNS} times, against numpy`,
    tolerance: 1e-11,
  }),
);
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "run") continue;
  const before = process.cpuUsage();
  const result = round();
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, result }));
}
