import type { Answers } from "../support/exercises.js";

export const answers: Answers = {
  "0.1": {
    right: `
      function repulsionEv(): number {
        return evFromHartree(repulsion(bohrFromAngstrom(0.74)));
      }`,
    wrong: [
      {
        code: `
          function repulsionEv(): number {
            return repulsion(bohrFromAngstrom(0.74));
          }`,
        says: "it looks like hartree; the answer is asked in eV",
      },
      {
        code: `
          function repulsionEv(): number {
            return evFromHartree(repulsion(0.74)); // angstrom taken for bohr
          }`,
        says: "which is off by 17.3",
      },
      {
        code: `
          function repulsionEv() {
            evFromHartree(repulsion(bohrFromAngstrom(0.74)));
          }`,
        says: "is a return missing?",
      },
    ],
  },
  "0.2": {
    right: `
      function distanceOf(positions: Float64Array, i: number, j: number): number {
        let sum = 0;
        for (let c = 0; c < 3; c++) sum += (positions[3 * j + c] - positions[3 * i + c]) ** 2;
        return Math.sqrt(sum);
      }`,
    wrong: [
      {
        code: `
          function distanceOf(positions: Float64Array, i: number, j: number): number {
            let sum = 0;
            for (let c = 0; c < 3; c++) sum += (positions[j + c] - positions[i + c]) ** 2;
            return Math.sqrt(sum); // the 3 forgotten
          }`,
        says: "as element 0 (counted from 0), which is off by",
      },
      {
        code: `
          function distanceOf(positions: Float64Array, i: number, j: number): number {
            let sum = 0;
            for (let c = 0; c < 3; c++) sum += (positions[3 * j + c] - positions[3 * i + c]) ** 2;
            return sum; // the root forgotten
          }`,
        says: "gives 9 bohr as element 0",
      },
      {
        code: `
          function distanceOf(positions: Float64Array, i: number, j: number): number {
            let sum = 0;
            for (let c = 1; c <= 3; c++) sum += (positions[3 * j + c] - positions[3 * i + c]) ** 2;
            return Math.sqrt(sum); // counted from 1
          }`,
        says: "your function gives",
      },
    ],
  },
  "0.3": {
    right: `
      function reach(stiffness: number): number {
        return Math.sqrt((2 * kT) / stiffness);
      }`,
    wrong: [
      {
        code: `
          function reach(stiffness: number): number {
            return Math.sqrt(kT / stiffness);
          }`,
        says: "the spring holds 0.500 kT",
      },
      {
        code: `
          function reach(stiffness: number): number {
            return -Math.sqrt((2 * kT) / stiffness);
          }`,
        says: "your stretch is negative",
      },
      {
        code: `
          function reach(stiffness: number): number {
            return BOHR_IN_ANGSTROM * Math.sqrt((2 * kT) / stiffness); // in angstrom
          }`,
        says: "the spring holds 0.280 kT",
      },
    ],
  },
  "0.4": {
    right: `
      function bondChart(): ChartSpec {
        const rows = molecules.map((m, i) => ({ mass: m.atomU, stiffness: stiffnesses[i] }));
        return {
          description: "Stiffness of four bonds against the mass of their atoms.",
          data: { values: rows },
          mark: "point",
          encoding: {
            x: { field: "mass", type: "quantitative", title: "mass / u" },
            y: { field: "stiffness", type: "quantitative", title: "k / (hartree/bohr²)" },
          },
        };
      }`,
    wrong: [
      {
        code: `
          function bondChart(): ChartSpec {
            const rows = molecules.map((m, i) => ({ mass: m.atomU, stiffness: stiffnesses[i] }));
            return {
              description: "Stiffness of four bonds against the mass of their atoms.",
              data: { values: rows },
              mark: "point",
              encoding: {
                x: { field: "mass", type: "quantitative", title: "mass" }, // without its unit
                y: { field: "stiffness", type: "quantitative", title: "k / (hartree/bohr²)" },
              },
            };
          }`,
        says: "unit",
      },
      {
        code: `
          function bondChart(): ChartSpec {
            const rows = molecules.map((m, i) => ({ mass: m.atomU, stiffness: stiffnesses[i] }));
            return {
              description: "The axes are exchanged.",
              data: { values: rows },
              mark: "point",
              encoding: {
                y: { field: "mass", type: "quantitative", title: "mass / u" },
                x: { field: "stiffness", type: "quantitative", title: "k / (hartree/bohr²)" },
              },
            };
          }`,
        says: "mass",
      },
    ],
  },
};
