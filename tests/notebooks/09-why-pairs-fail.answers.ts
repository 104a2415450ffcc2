import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "9.1": {
    right: `
      function cauchyDifference(factor: number): number {
        const found = cubicConstants(elasticConstants(pressed(factor), argon));
        return gpa(found.c12 - found.c44);
      }`,
    wrong: [
      {
        code: `
          function cauchyDifference(factor: number): number {
            const found = cubicConstants(elasticConstants(pressed(factor), argon));
            return found.c12 - found.c44; // not in GPa
          }`,
        says: "at 0.96 your function gives",
      },
      {
        code: `
          function cauchyDifference(factor: number): number {
            const found = cubicConstants(elasticConstants(pressed(factor), argon));
            return gpa(found.c44 - found.c12);
          }`,
        says: "at 0.96 your function gives -1.19",
      },
      {
        code: `
          function cauchyDifference(factor: number): number {
            return 0; // Cauchy, without a thought of the pressure
          }`,
        says: "at 0.96 your function gives 0",
      },
    ],
  },
  "9.2": {
    right: `
      function vacancyEnergy(potential: Potential, perfect: System): number {
        const n = perfect.atomicNumbers.length;
        const open = potential.energyAndForces(without(perfect, 0)).energy;
        return open - ((n - 1) / n) * potential.energyAndForces(perfect).energy;
      }`,
    wrong: [
      {
        code: `
          function vacancyEnergy(potential: Potential, perfect: System): number {
            // all N atoms subtracted: what is taken out is not put back
            return potential.energyAndForces(without(perfect, 0)).energy - potential.energyAndForces(perfect).energy;
          }`,
        says: "4.85",
      },
      {
        code: `
          function vacancyEnergy(potential: Potential, perfect: System): number {
            const n = perfect.atomicNumbers.length;
            const open = potential.energyAndForces(without(perfect, 0)).energy;
            return ((n - 1) / n) * potential.energyAndForces(perfect).energy - open;
          }`,
        says: "opposite sign",
      },
    ],
  },
  "9.3": {
    right: `
      function suttonChenEnergy(a: number): number {
        let repulsion = 0;
        let density = 0;
        for (const s of shells) {
          repulsion += (metal.a0 / (a * s)) ** metal.n;
          density += (metal.a0 / (a * s)) ** metal.m;
        }
        return metal.epsilonEv * (repulsion / 2 - metal.c * Math.sqrt(density));
      }`,
    wrong: [
      {
        code: `
          function suttonChenEnergy(a: number): number {
            let repulsion = 0;
            let density = 0;
            for (const s of shells) {
              repulsion += (metal.a0 / (a * s)) ** metal.n;
              density += (metal.a0 / (a * s)) ** metal.m;
            }
            return metal.epsilonEv * (repulsion - metal.c * Math.sqrt(density)); // each pair twice
          }`,
        says: "at 3.2 your function gives",
      },
      {
        code: `
          function suttonChenEnergy(a: number): number {
            let energy = 0;
            for (const s of shells) {
              const ratio = metal.a0 / (a * s);
              energy += metal.epsilonEv * (ratio ** metal.n / 2 - metal.c * Math.sqrt(ratio ** metal.m)); // a root of each
            }
            return energy;
          }`,
        says: "at 3.2 your function gives",
      },
    ],
  },
  "9.4": {
    right: `
      function thirdDensity(bonds: number[][]): number {
        let sum = 0;
        for (const m of bonds)
          for (const n of bonds) sum += (m[0] * n[0] + m[1] * n[1] + m[2] * n[2]) ** 3;
        return sum;
      }`,
    wrong: [
      {
        code: `
          function thirdDensity(bonds: number[][]): number {
            let sum = 0;
            for (let j = 0; j < bonds.length; j++)
              for (let k = 0; k < j; k++) // each pair once, and none with itself
                sum += (bonds[j][0] * bonds[k][0] + bonds[j][1] * bonds[k][1] + bonds[j][2] * bonds[k][2]) ** 3;
            return sum;
          }`,
        says: "-0.22",
      },
      {
        code: `
          function thirdDensity(bonds: number[][]): number {
            let sum = 0;
            for (const m of bonds)
              for (const n of bonds) sum += (m[0] * n[0] + m[1] * n[1] + m[2] * n[2]) ** 2; // no sign
            return sum;
          }`,
        says: "5.33",
      },
    ],
  },
};
