import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "7.1": {
    right: `
      function otherDress(): string {
        return "epsilon*((rmin/r)^12 - 2*(rmin/r)^6)";
      }`,
    wrong: [
      {
        code: `
          function otherDress(): string {
            return "4*epsilon*((rmin/r)^12 - (rmin/r)^6)"; // only the name was changed
          }`,
        says: "at 6.2 your function gives",
      },
      {
        code: `
          function otherDress(): string {
            return "epsilon*((rmin/r)^12 - (rmin/r)^6)"; // the 2 forgotten
          }`,
        says: "at 6.2 your function gives",
      },
      {
        code: `
          function otherDress(): string {
            return "epsilon*((sigma/r)^12 - 2*(sigma/r)^6)"; // asked for sigma
          }`,
        says: "sigma",
      },
      {
        code: `
          function otherDress(): string {
            return "epsilon*(2*(rmin/r)^6 - (rmin/r)^12)"; // upside down
          }`,
        says: "it has the opposite sign",
      },
    ],
  },
  "7.2": {
    right: `
      function forceShifted(r: number): number {
        if (r >= rc) return 0;
        return ready.energy(r) - ready.energy(rc) - ready.slope(rc) * (r - rc);
      }`,
    wrong: [
      {
        code: `
          function forceShifted(r: number): number {
            if (r >= rc) return 0;
            return ready.energy(r) - ready.energy(rc); // "shift"
          }`,
        says: "at 7 your function gives",
      },
      {
        code: `
          function forceShifted(r: number): number {
            if (r >= rc) return 0;
            return ready.energy(r) - ready.energy(rc) + ready.slope(rc) * (r - rc); // the wrong sign
          }`,
        says: "at 7 your function gives",
      },
      {
        code: `
          function forceShifted(r: number): number {
            return ready.energy(r) - ready.energy(rc) - ready.slope(rc) * (r - rc); // never cut off
          }`,
        says: "at 15 your function gives",
      },
    ],
  },
  "7.3": {
    right: `
      function densityOfArgon(): number {
        const grams = 864 * 39.95 * U_IN_KG * 1000;
        const edge = 10.229 * 3.4e-8; // cm
        return grams / edge ** 3;
      }`,
    wrong: [
      {
        code: `
          function densityOfArgon(): number {
            return (864 * 39.95 * 1.6747e-24) / (10.229 * 3.4e-8) ** 3; // the mass of a neutron for u
          }`,
        says: "which is off by 0.011",
      },
      {
        code: `
          function densityOfArgon(): number {
            return (864 * 39.95 * U_IN_KG) / (10.229 * 3.4e-8) ** 3; // kilograms
          }`,
        says: "which is off by -1.36",
      },
      {
        code: `
          function densityOfArgon(): number {
            return (864 * 39.95 * U_IN_KG * 1000) / (10.229 * 3.4 * 0.529e-8) ** 3; // sigma taken for bohr
          }`,
        says: "your function gives 9.2",
      },
    ],
  },
};
