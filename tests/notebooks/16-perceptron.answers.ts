import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "16.1": {
    right: `
      function logisticSlope(z: number): number {
        const g = logistic(z);
        return g * (1 - g);
      }`,
    wrong: [
      {
        code: `
          function logisticSlope(z: number): number {
            return logistic(z) * (1 + logistic(z)); // sign
          }`,
        says: "at -3 your function gives",
      },
      {
        code: `
          function logisticSlope(z: number): number {
            return 0.25; // right at z = 0 only
          }`,
        says: "at -3 your function gives 0.25",
      },
      {
        code: `
          function logisticSlope(z: number): number {
            logistic(z);
          }`,
        says: "is a return missing?",
      },
    ],
  },
  "16.2": {
    right: `
      function changes(w: number[], x: number[], y: number, alpha: number): number[] {
        const output = logistic(netInput(w, x));
        return x.map((xi) => alpha * (y - output) * output * (1 - output) * xi);
      }`,
    wrong: [
      {
        code: `
          function changes(w: number[], x: number[], y: number, alpha: number): number[] {
            const output = logistic(netInput(w, x));
            return x.map((xi) => alpha * (output - y) * output * (1 - output) * xi);
          }`,
        says: "the bias moves away from the label",
      },
      {
        code: `
          function changes(w: number[], x: number[], y: number, alpha: number): number[] {
            const output = logistic(netInput(w, x));
            return x.map((xi) => alpha * (y - output) * xi); // slope forgotten
          }`,
        says: "it is off by",
      },
      {
        code: `
          function changes(w: number[], x: number[], y: number, alpha: number): number[] {
            const output = logistic(netInput(w, x));
            return [alpha * (y - output) * output * (1 - output)];
          }`,
        says: "it gives 1 change(s) for 2 weights",
      },
    ],
  },
};
