import { describe, expect, test } from "vitest";
import { gaussLegendre } from "../../src/numerics/quadrature.js";
import { SIX_311G, STO_3G } from "../../src/quantum/gaussianBasis.js";
import {
  basisFunctions,
  boys,
  type GaussianMolecule,
  gaussianIntegrals,
} from "../../src/quantum/gaussianIntegrals.js";
import { expectClose } from "../support/closeTo.js";

const h2: GaussianMolecule = { charges: [1, 1], positions: [0, 0, 0, 0, 0, 1.4], basis: STO_3G };

describe("H₂ in STO-3G at 1.4 bohr, printed in the textbooks", () => {
  // A. Szabo and N. S. Ostlund, Modern Quantum Chemistry (1989), section 3.5.2, to four digits
  const { overlap, kinetic, attraction, repulsion, ionIon } = gaussianIntegrals(h2);
  test("S, T and V", () => {
    expectClose([overlap[0]!, overlap[1]!], [1, 0.6593], 5e-5);
    expectClose([kinetic[0]!, kinetic[1]!], [0.76, 0.2365], 6e-5);
    expectClose([attraction[0]!, attraction[1]!], [-1.2266 - 0.6538, 2 * -0.5974], 1.1e-4);
  });
  test("(11|11), (11|22), (21|11), (21|21)", () => {
    const element = (a: number, b: number, c: number, d: number): number =>
      repulsion[8 * a + 4 * b + 2 * c + d]!;
    const four = [
      element(0, 0, 0, 0),
      element(0, 0, 1, 1),
      element(1, 0, 0, 0),
      element(1, 0, 1, 0),
    ];
    expectClose(four, [0.7746, 0.5697, 0.4441, 0.297], 5e-5);
  });
  test("the nuclei repel with 1/1.4", () => expect(ionIon).toBeCloseTo(1 / 1.4, 14));
});

describe("a basis of six functions around three nuclei", () => {
  const molecule: GaussianMolecule = {
    charges: [2, 1, 1],
    positions: [0, 0.1, 0, 1, 0.5, -0.3, -0.8, 0, 1.2],
    basis: SIX_311G,
  };
  const { size, overlap, kinetic, attraction, repulsion } = gaussianIntegrals(molecule);
  test("nine functions, normalised", () => {
    expect(size).toBe(9);
    for (let a = 0; a < 9; a++) expect(overlap[10 * a]!).toBeCloseTo(1, 13);
  });
  test("one-electron integrals are symmetric", () => {
    for (const matrix of [overlap, kinetic, attraction])
      for (let a = 0; a < 9; a++)
        for (let b = 0; b < 9; b++) expect(matrix[9 * a + b]!).toBeCloseTo(matrix[9 * b + a]!, 12);
  });
  test("(ab|cd) = (ba|cd) = (cd|ab)", () => {
    const at = (a: number, b: number, c: number, d: number): number =>
      repulsion[((a * 9 + b) * 9 + c) * 9 + d]!;
    expect(at(1, 4, 7, 2)).toBeCloseTo(at(4, 1, 7, 2), 13);
    expect(at(1, 4, 7, 2)).toBeCloseTo(at(7, 2, 1, 4), 13);
  });
  test("the kinetic energy is half the overlap of the slopes, by quadrature", () => {
    const [f, g] = [basisFunctions(molecule)[2]!, basisFunctions(molecule)[5]!];
    const line = gaussLegendre(50, -9, 9);
    let sum = 0;
    for (const [i, x] of line.points.entries())
      for (const [j, y] of line.points.entries())
        for (const [k, z] of line.points.entries()) {
          const slopes = [f, g].map(({ centre, exponents, weights }) => {
            const d = [x - centre[0], y - centre[1], z - centre[2]];
            const r2 = d[0]! ** 2 + d[1]! ** 2 + d[2]! ** 2;
            const fall = exponents.reduce(
              (s, a, n) => s - 2 * a * weights[n]! * Math.exp(-a * r2),
              0,
            );
            return d.map((component) => component * fall);
          });
          const product = slopes[0]!.reduce((s, v, c) => s + v * slopes[1]![c]!, 0);
          sum += line.weights[i]! * line.weights[j]! * line.weights[k]! * product;
        }
    expect(kinetic[9 * 2 + 5]!).toBeCloseTo(sum / 2, 6);
  });
});

describe("Boys' functions", () => {
  test("F₀(0) = 1 and F₁(0) = 1/3", () => expectClose(boys(0), [1, 1 / 3], 1e-15));
  test.each([
    1e-6, 0.05, 0.0999, 0.1001, 1, 10, 40, 300,
  ])("∫ e^(−t u²) and ∫ u² e^(−t u²) at t = %f", (t) => {
    const { points, weights } = gaussLegendre(80, 0, 1);
    const sum = (f: (u: number) => number): number =>
      points.reduce((total, u, i) => total + weights[i]! * f(u), 0);
    const F = [sum((u) => Math.exp(-t * u * u)), sum((u) => u * u * Math.exp(-t * u * u))];
    expectClose(boys(t), F, 1e-14);
  });
});

test("refuses a nuclear charge that the basis does not have", () => {
  expect(() => gaussianIntegrals({ ...h2, charges: [3, 1] })).toThrow(
    new RangeError("gaussianIntegrals: charges[0] must be one that the basis has (1, 2), got 3"),
  );
});
