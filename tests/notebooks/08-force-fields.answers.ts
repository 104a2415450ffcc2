import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "8.1": {
    right: `
      function peptideEnergy(phi: number): number {
        return 1.6 * (1 + Math.cos(phi)) + 2.5 * (1 + Math.cos(2 * phi - Math.PI));
      }`,
    wrong: [
      {
        code: `
          function peptideEnergy(phi: number): number {
            return 1.6 * (1 + Math.cos(phi)) + 2.5 * (1 + Math.cos(2 * phi - 180)); // degrees
          }`,
        says: "at 0 your function gives",
      },
      {
        code: `
          function peptideEnergy(phi: number): number {
            return 2.5 * (1 + Math.cos(2 * phi - Math.PI)); // the second cosine only
          }`,
        says: "which is off by -3.20",
      },
      {
        code: `
          function peptideEnergy(phi: number): number {
            return 1.6 * Math.cos(phi) + 2.5 * Math.cos(2 * phi - Math.PI); // the 1 forgotten
          }`,
        says: "which is off by -4.10",
      },
    ],
  },
  "8.2": {
    right: `
      function sigmaWithHydrogen(halfMinimum: number): number {
        return (1.32 + halfMinimum) / 2 ** (1 / 6);
      }`,
    wrong: [
      {
        code: `
          function sigmaWithHydrogen(halfMinimum: number): number {
            return (1.32 + halfMinimum) / 2 / 2 ** (1 / 6); // the mean of two halves
          }`,
        says: "which is off by -1.51",
      },
      {
        code: `
          function sigmaWithHydrogen(halfMinimum: number): number {
            return (1.32 + halfMinimum) * 2 ** (1 / 6); // the zero outside the minimum
          }`,
        says: "which is off by 0.78",
      },
      {
        code: `
          function sigmaWithHydrogen(halfMinimum: number): number {
            return (2 * halfMinimum) / 2 ** (1 / 6); // two atoms of the same kind
          }`,
        says: "which is off by 0.65",
      },
    ],
  },
  "8.3": {
    right: `
      function gaucheFraction(): number {
        const w = Math.exp(-gaucheAbove / kT);
        return (2 * w) / (1 + 2 * w);
      }`,
    wrong: [
      {
        code: `
          function gaucheFraction(): number {
            const w = Math.exp(-gaucheAbove / kT);
            return w / (1 + w); // one gauche form only
          }`,
        says: "which is off by -0.13",
      },
      {
        code: `
          function gaucheFraction(): number {
            return 2 * Math.exp(-gaucheAbove / kT); // a ratio, not a fraction
          }`,
        says: "which is off by 0.15",
      },
    ],
  },
};
