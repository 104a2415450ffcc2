import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "6.1": {
    right: `
      function crossingDistance(): number {
        return 1 / hartreeFromEv(5.392 - 3.401);
      }`,
    wrong: [
      {
        code: `
          function crossingDistance(): number {
            return 1 / (5.392 - 3.401); // eV left as it is
          }`,
        says: "which is off by -13.2",
      },
      {
        code: `
          function crossingDistance(): number {
            return 0.529177 / hartreeFromEv(5.392 - 3.401);
          }`,
        says: "it looks like angstrom; the answer is asked in bohr",
      },
      {
        code: `
          function crossingDistance(): number {
            return 1 / hartreeFromEv(3.401 - 5.392);
          }`,
        says: "it has the opposite sign",
      },
    ],
  },
  "6.2": {
    right: `
      function stays(mass: number): number {
        const v = speed(mass);
        const exponent = (-2 * Math.PI * crossing.coupling ** 2) / (v * crossing.slopeDifference);
        return 1 - Math.exp(exponent);
      }`,
    wrong: [
      {
        code: `
          function stays(mass: number): number {
            const v = speed(mass);
            return Math.exp((-2 * Math.PI * crossing.coupling ** 2) / (v * crossing.slopeDifference)); // P itself
          }`,
        says: "at 1836.15 your function gives 0.806",
      },
      {
        code: `
          function stays(mass: number): number {
            const v = speed(mass);
            return 1 - Math.exp(((-2 * Math.PI * crossing.coupling ** 2) / v) * crossing.slopeDifference);
          }`,
        says: "at 1836.15 your function gives",
      },
      {
        code: `
          function stays(mass: number): number {
            return 0.193936; // right for the proton only
          }`,
        says: "at 7344.6 your function gives",
      },
    ],
  },
  "6.3": {
    right: `
      function momentumAfterHop(k: number, rise: number): number {
        const after = k ** 2 / (2 * TULLY_MASS) - rise;
        if (after < 0) return k;
        return Math.sign(k) * Math.sqrt(2 * TULLY_MASS * after);
      }`,
    wrong: [
      {
        code: `
          function momentumAfterHop(k: number, rise: number): number {
            const after = k ** 2 / (2 * TULLY_MASS) - rise;
            return after < 0 ? k : Math.sqrt(2 * TULLY_MASS * after); // the direction is lost
          }`,
        says: "not the same direction",
      },
      {
        code: `
          function momentumAfterHop(k: number, rise: number): number {
            return Math.sign(k) * Math.sqrt(k ** 2 - 2 * TULLY_MASS * rise); // NaN when frustrated
          }`,
        says: "the hop is frustrated, but k becomes NaN",
      },
      {
        code: `
          function momentumAfterHop(k: number, rise: number): number {
            const after = k ** 2 / (2 * TULLY_MASS) + rise; // the gap with the wrong sign
            if (after < 0) return k;
            return Math.sign(k) * Math.sqrt(2 * TULLY_MASS * after);
          }`,
        says: "hartree",
      },
    ],
  },
};
