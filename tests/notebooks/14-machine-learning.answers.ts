import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "14.1": {
    right: `
      function errorOutside(): number {
        const k = h2.distances.indexOf(0.6);
        return predict(0.6) - energyAt(k);
      }`,
    wrong: [
      {
        code: `
          function errorOutside(): number {
            return energyAt(h2.distances.indexOf(0.6)) - predict(0.6);
          }`,
        says: "it has the opposite sign",
      },
      {
        code: `
          function errorOutside(): number {
            return (predict(0.6) - energyAt(h2.distances.indexOf(0.6))) / 27.2114;
          }`,
        says: "it looks like hartree; the answer is asked in eV",
      },
    ],
  },
  "14.2": {
    right: `
      function shortfall(): number {
        const best = plan.values[startState];
        return (best - learned.values[startState]) / Math.abs(best);
      }`,
    wrong: [
      {
        code: `
          function shortfall(): number {
            return plan.values[startState] - learned.values[startState]; // no fraction
          }`,
        says: "which is off by",
      },
      {
        code: `
          function shortfall(): number {
            const best = plan.values[startState];
            return (best - learned.values[startState]) / best;
          }`,
        says: "it has the opposite sign",
      },
    ],
  },
};
