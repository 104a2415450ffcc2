import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "15.1": {
    right: `
      function countedRate(): number {
        const train = leakyIntegrateAndFire(CORTICAL_NEURON, { currentNanoampere: 2.5, durationMs: 10000 });
        return train.spikesMs.length / 10;
      }`,
    wrong: [
      {
        code: `
          function countedRate(): number {
            const train = leakyIntegrateAndFire(CORTICAL_NEURON, { currentNanoampere: 2.5, durationMs: 10000 });
            return train.spikesMs.length; // in ten seconds
          }`,
        says: "which is off by 8",
      },
      {
        code: `
          function countedRate(): number {
            const train = leakyIntegrateAndFire(CORTICAL_NEURON, { currentNanoampere: 2, durationMs: 10000 });
            return train.spikesMs.length / 10; // another current
          }`,
        says: "your function gives 63",
      },
    ],
  },
  "15.2": {
    right: `
      function xor(a: number, b: number): number {
        return gates.OR([gates["a AND NOT b"]([a, b]), gates["a AND NOT b"]([b, a])]);
      }`,
    wrong: [
      {
        code: `
          function xor(a: number, b: number): number {
            return gates.OR([a, b]);
          }`,
        says: "it gives 1",
      },
      {
        code: `
          function xor(a: number, b: number): number {
            return gates["a AND NOT b"]([a, b]);
          }`,
        says: "it gives 0",
      },
    ],
  },
};
