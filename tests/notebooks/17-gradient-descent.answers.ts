import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "17.1": {
    right: `
      function logisticGradient(w: ArrayLike<number>): number[] {
        let [bias, weight] = [0, 0];
        for (let k = 0; k < xs.length; k++) {
          const output = logistic(w[0] + w[1] * xs[k]);
          const delta = (ys[k] - output) * output * (1 - output);
          bias -= delta / xs.length;
          weight -= (delta * xs[k]) / xs.length;
        }
        return [bias, weight];
      }`,
    wrong: [
      {
        code: `
          function logisticGradient(w: ArrayLike<number>): number[] {
            const errors = xs.map((xk, k) => ys[k] - logistic(w[0] + w[1] * xk)); // slope forgotten
            const mean = (terms: number[]) => terms.reduce((sum, term) => sum + term, 0) / terms.length;
            return [-mean(errors), -mean(errors.map((e, k) => e * xs[k]))];
          }`,
        says: "at point 0 your function",
      },
      {
        code: `
          function logisticGradient(w: ArrayLike<number>): number[] {
            const deltas = xs.map((xk, k) => {
              const output = logistic(w[0] + w[1] * xk);
              return (ys[k] - output) * output * (1 - output);
            });
            const mean = (terms: number[]) => terms.reduce((sum, term) => sum + term, 0) / terms.length;
            return [mean(deltas), mean(deltas.map((delta, k) => delta * xs[k]))]; // uphill or down?
          }`,
        says: "it has the opposite sign",
      },
    ],
  },
  "17.2": {
    right: `
      function valleyRatio(): number {
        const both = valleyCurvatures(distances, 1);
        return both[1] / both[0];
      }`,
    wrong: [
      {
        code: `
          function valleyRatio(): number {
            const both = valleyCurvatures(distances, 1);
            return both[0] / both[1];
          }`,
        says: "which is off by -601",
      },
      {
        code: `
          function valleyRatio(): number {
            const both = valleyCurvatures(x, 1); // the scaled feature
            return both[1] / both[0];
          }`,
        says: "your function gives 1.46",
      },
    ],
  },
};
