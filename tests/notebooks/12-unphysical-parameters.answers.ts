import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "12.1": {
    right: `
      function decades(): number {
        return Math.log10(spectrum.eigenvalues[0] / spectrum.eigenvalues[6]);
      }`,
    wrong: [
      {
        code: `
          function decades(): number {
            return Math.log(spectrum.eigenvalues[0] / spectrum.eigenvalues[6]); // to base e
          }`,
        says: "which is off by 1",
      },
      {
        code: `
          function decades(): number {
            return Math.log10(spectrum.eigenvalues[1] / spectrum.eigenvalues[7]); // counted from 1
          }`,
        says: "your function gives NaN",
      },
    ],
  },
  "12.2": {
    right: `
      function together(): number {
        return (130 / 144 + 104.5 / 25) / (1 / 144 + 1 / 25);
      }`,
    wrong: [
      {
        code: `
          function together(): number {
            return (130 + 104.5) / 2; // as if both were equally sure
          }`,
        says: "which is off by 8.98",
      },
      {
        code: `
          function together(): number {
            return (130 / 12 + 104.5 / 5) / (1 / 12 + 1 / 5); // not squared
          }`,
        says: "which is off by 3.73",
      },
    ],
  },
};
