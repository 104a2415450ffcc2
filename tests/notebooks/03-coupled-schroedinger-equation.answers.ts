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
      function meanPosition(positions: Float64Array, density: Float64Array): number {
        let above = 0;
        let below = 0;
        for (let i = 0; i < positions.length; i++) {
          above += positions[i] * density[i];
          below += density[i];
        }
        return above / below;
      }`,
    wrong: [
      {
        code: `
          function meanPosition(positions: Float64Array, density: Float64Array): number {
            let above = 0;
            for (let i = 0; i < positions.length; i++) above += positions[i] * density[i];
            return above / positions.length; // as if all places were equally likely
          }`,
        says: "your function gives",
      },
      {
        code: `
          function meanPosition(positions: Float64Array, density: Float64Array): number {
            return positions[density.indexOf(Math.max(...density))]; // the maximum, not the mean
          }`,
        says: "your function gives",
      },
    ],
  },
};
