import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "4.1": {
    right: `
      function force(R: number): number {
        const phi = electronicStates(proton, R, 1).waveFunctions[0];
        let sum = 0;
        for (let i = 0; i < r.length; i++) sum += phi[i] ** 2 * proton.ionSlope(r[i], R);
        return -sum * dr;
      }`,
    wrong: [
      {
        code: `
          function force(R: number): number {
            const phi = electronicStates(proton, R, 1).waveFunctions[0];
            let sum = 0;
            for (let i = 0; i < r.length; i++) sum += phi[i] ** 2 * proton.ionSlope(r[i], R);
            return sum * dr; // the slope, not the force
          }`,
        says: "it has the opposite sign",
      },
      {
        code: `
          function force(R: number): number {
            const phi = electronicStates(proton, R, 1).waveFunctions[0];
            let sum = 0;
            for (let i = 0; i < r.length; i++) sum += phi[i] ** 2 * proton.ionSlope(r[i], R);
            return -sum; // without the spacing
          }`,
        says: "at -5 your function gives",
      },
    ],
  },
  "4.2": {
    right: `
      function bornOppenheimerLevel(n: number): number {
        return 0.5 + Math.sqrt((1 - g ** 2) / M) * (n + 0.5);
      }`,
    wrong: [
      {
        code: `
          function bornOppenheimerLevel(n: number): number {
            return 0.5 + Math.sqrt(1 / M) * (n + 0.5); // the spring constant without the electron
          }`,
        says: "at 0 your function gives",
      },
      {
        code: `
          function bornOppenheimerLevel(n: number): number {
            return 0.9330127; // the ground state only
          }`,
        says: "at 1 your function gives",
      },
    ],
  },
};
