import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "3.1": {
    right: `
      function groundEnergy(g: number): number {
        const mean = (1 + 1 / M) / 2;
        const root = Math.sqrt(((1 - 1 / M) / 2) ** 2 + g ** 2 / M);
        return (Math.sqrt(mean + root) + Math.sqrt(mean - root)) / 2;
      }`,
    wrong: [
      {
        code: `
          function groundEnergy(g: number): number {
            const mean = (1 + 1 / M) / 2;
            const root = Math.sqrt(((1 - 1 / M) / 2) ** 2 + g ** 2 / M);
            return (mean + root + mean - root) / 2; // the squares of the frequencies
          }`,
        says: "at 0 your function gives",
      },
      {
        code: `
          function groundEnergy(g: number): number {
            return (1 + 1 / Math.sqrt(M)) / 2; // as if there were no coupling
          }`,
        says: "at 0.3 your function gives",
      },
    ],
  },
  "3.2": {
    right: `
      function particlesThatFit(gigabytes: number): number {
        return Math.floor(Math.log((gigabytes * 1e9) / 16) / (3 * Math.log(30)));
      }`,
    wrong: [
      {
        code: `
          function particlesThatFit(gigabytes: number): number {
            return Math.log((gigabytes * 1e9) / 16) / (3 * Math.log(30)); // not rounded down
          }`,
        says: "at 4000 your function gives",
      },
      {
        code: `
          function particlesThatFit(gigabytes: number): number {
            return 2; // right for the laptop only
          }`,
        says: "at 10000000 your function gives",
      },
    ],
  },
};
