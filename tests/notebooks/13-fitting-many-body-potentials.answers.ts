import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "13.1": {
    right: `
      function rmse(reference: Float64Array, predicted: Float64Array): number {
        let sum = 0;
        for (let i = 0; i < reference.length; i++) sum += (predicted[i] - reference[i]) ** 2;
        return Math.sqrt(sum / reference.length);
      }`,
    wrong: [
      {
        code: `
          function rmse(reference: Float64Array, predicted: Float64Array): number {
            let sum = 0;
            for (let i = 0; i < reference.length; i++) sum += (predicted[i] - reference[i]) ** 2;
            return Math.sqrt(sum) / reference.length; // divided after the root
          }`,
        says: "which is off by",
      },
      {
        code: `
          function rmse(reference: Float64Array, predicted: Float64Array): number {
            let sum = 0;
            for (let i = 0; i < reference.length; i++) sum += Math.abs(predicted[i] - reference[i]);
            return sum / reference.length; // the mean of the sizes
          }`,
        says: "which is off by -0.00",
      },
    ],
  },
  "13.2": {
    right: `
      function bulkModulus(): number {
        return (after.elastic[0] + 2 * after.elastic[1]) / 3;
      }`,
    wrong: [
      {
        code: `
          function bulkModulus(): number {
            return after.elastic[0] + (2 * after.elastic[1]) / 3; // brackets forgotten
          }`,
        says: "which is off by 68",
      },
      {
        code: `
          function bulkModulus(): number {
            return (before.elastic[0] + 2 * before.elastic[1]) / 3; // of the published one
          }`,
        says: "which is off by 21",
      },
    ],
  },
};
