import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "5.1": {
    right: `
      function morseStep(reducedMass: number): number {
        const omega = a * Math.sqrt((2 * D) / reducedMass);
        return omega - omega ** 2 / (2 * D);
      }`,
    wrong: [
      {
        code: `
          function morseStep(reducedMass: number): number {
            return a * Math.sqrt((2 * D) / reducedMass); // the harmonic part only
          }`,
        says: "which is off by 0.00",
      },
      {
        code: `
          function morseStep(reducedMass: number): number {
            const omega = a * Math.sqrt((2 * D) / reducedMass);
            return inverseCmFromHartree(omega - omega ** 2 / (2 * D));
          }`,
        says: "it looks like cm⁻¹; the answer is asked in hartree",
      },
      {
        code: `
          function morseStep(reducedMass: number): number {
            return 0.02002032; // right at one mass only
          }`,
        says: "at 1224.2 your function gives",
      },
    ],
  },
  "5.2": {
    right: `
      function force(R: number): number {
        const h = 0.001;
        return -(exact.value(R + h) - exact.value(R - h)) / (2 * h);
      }`,
    wrong: [
      {
        code: `
          function force(R: number): number {
            const h = 0.001;
            return (exact.value(R + h) - exact.value(R - h)) / (2 * h);
          }`,
        says: "it has the opposite sign",
      },
      {
        code: `
          function force(R: number): number {
            const h = 0.001;
            return (-(exact.value(R + h) - exact.value(R - h)) / 2) * h; // brackets forgotten
          }`,
        says: "at 1 your function gives",
      },
      {
        code: `
          function force(R: number): number {
            const h = 0.001;
            return -(exact.value(R + h) - exact.value(R)) / h; // one-sided
          }`,
        says: "which is off by",
      },
    ],
  },
  "5.3": {
    right: `
      function barrier(): number {
        return inverseCmFromHartree(water.bend(bestBond(180), 180) - water.minimum);
      }`,
    wrong: [
      {
        code: `
          function barrier(): number {
            return inverseCmFromHartree(water.bend(0.9594, 180) - water.minimum); // bond not relaxed
          }`,
        says: "which is off by 343",
      },
      {
        code: `
          function barrier(): number {
            return water.bend(bestBond(180), 180) - water.minimum;
          }`,
        says: "it looks like hartree; the answer is asked in cm⁻¹",
      },
      {
        code: `
          function barrier(): number {
            return inverseCmFromHartree(water.minimum - water.bend(bestBond(180), 180));
          }`,
        says: "it has the opposite sign",
      },
    ],
  },
};
