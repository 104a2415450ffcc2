import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "10.1": {
    right: `
      function bestEnergy(Z: number): number {
        let lowest = 0;
        for (let r = 1.2; r < 6; r += 0.001) {
          const repulsion = abell.A * Math.exp(-abell.lambda1 * r);
          const attraction = (abell.B / Math.sqrt(Z)) * Math.exp(-abell.lambda2 * r);
          lowest = Math.min(lowest, 0.5 * Z * (repulsion - attraction));
        }
        return lowest;
      }`,
    wrong: [
      {
        code: `
          function bestEnergy(Z: number): number {
            let lowest = 0;
            for (let r = 1.2; r < 6; r += 0.001) {
              const repulsion = abell.A * Math.exp(-abell.lambda1 * r);
              const attraction = abell.B * Math.exp(-abell.lambda2 * r); // nothing shared
              lowest = Math.min(lowest, 0.5 * Z * (repulsion - attraction));
            }
            return lowest;
          }`,
        says: "at 2 your function gives",
      },
      {
        code: `
          function bestEnergy(Z: number): number {
            let lowest = 0;
            for (let r = 1.2; r < 6; r += 0.001) {
              const repulsion = abell.A * Math.exp(-abell.lambda1 * r);
              const attraction = (abell.B / Math.sqrt(Z)) * Math.exp(-abell.lambda2 * r);
              lowest = Math.min(lowest, Z * (repulsion - attraction)); // whole bonds
            }
            return lowest;
          }`,
        says: "at 1 your function gives",
      },
    ],
  },
  "10.2": {
    right: `
      function kindestAngle(): number {
        return (Math.acos(tersoffCarbon1989.h) * 180) / Math.PI;
      }`,
    wrong: [
      {
        code: `
          function kindestAngle(): number {
            return Math.acos(tersoffCarbon1989.h); // radians
          }`,
        says: "2.17",
      },
      {
        code: `
          function kindestAngle(): number {
            return 109.47; // the tetrahedron's
          }`,
        says: "109.47",
      },
    ],
  },
  "10.3": {
    right: `
      function order(zeta: number): number {
        const { beta, n } = tersoffCarbon1989;
        return (1 + (beta * zeta) ** n) ** (-1 / (2 * n));
      }`,
    wrong: [
      {
        code: `
          function order(zeta: number): number {
            const { beta, n } = tersoffCarbon1989;
            return (1 + (beta * zeta) ** n) ** ((-1 / 2) * n); // the n in the wrong place
          }`,
        says: "your function gives",
      },
      {
        code: `
          function order(zeta: number): number {
            return zeta ** -0.5; // Abell's law for all
          }`,
        says: "your function gives",
      },
    ],
  },
};
