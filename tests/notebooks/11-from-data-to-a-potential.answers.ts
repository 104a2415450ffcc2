import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "11.1": {
    right: `
      function depth(): number {
        return (B * B) / (4 * A);
      }`,
    wrong: [
      {
        code: `
          function depth(): number {
            return (B * B) / A; // the quarter forgotten
          }`,
        says: "which is off by 0.0008",
      },
      {
        code: `
          function depth(): number {
            return cm((B * B) / (4 * A));
          }`,
        says: "it looks like cm⁻¹; the answer is asked in hartree",
      },
      {
        code: `
          function depth(): number {
            return (-B * B) / (4 * A);
          }`,
        says: "it has the opposite sign",
      },
    ],
  },
  "11.2": {
    right: `
      function tail(): number {
        return 4 * ljAr.parameters.epsilon * ljAr.parameters.sigma ** 6;
      }`,
    wrong: [
      {
        code: `
          function tail(): number {
            return ljAr.parameters.epsilon * ljAr.parameters.sigma ** 6; // the 4 forgotten
          }`,
        says: "which is off by -70.8",
      },
      {
        code: `
          function tail(): number {
            return 4 * ljAr.parameters.epsilon * ljAr.parameters.sigma ** 12; // the wall's power
          }`,
        says: "which is off by",
      },
    ],
  },
};
