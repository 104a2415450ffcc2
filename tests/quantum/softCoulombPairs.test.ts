import { expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { symmetricEigenpairs } from "../../src/numerics/symmetricEigen.js";
import { solvePairs } from "../../src/quantum/softCoulombPairs.js";
import { expectClose } from "../support/closeTo.js";

const n = 7;
const random = seededRandom(3);
const symmetric = (size: number): Float64Array => {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) matrix[i * n + j] = matrix[j * n + i] = size * random();
  return matrix;
};
const oneElectron = symmetric(2);
const repulsion = symmetric(0.5);
const { values: levels, vectors: orbitals } = symmetricEigenpairs(oneElectron, n);

/** h ⊗ 1 + 1 ⊗ h + W as one matrix between all products of two points. */
const matrix = new Float64Array(n ** 4);
for (let i = 0; i < n; i++)
  for (let j = 0; j < n; j++)
    for (let k = 0; k < n; k++) {
      matrix[(i * n + j) * n * n + k * n + j]! += oneElectron[i * n + k]!;
      matrix[(i * n + j) * n * n + i * n + k]! += oneElectron[j * n + k]!;
      if (k === 0) matrix[(i * n + j) * n * n + i * n + j]! += repulsion[i * n + j]!;
    }

test("singlets and triplets together are all levels of the whole matrix", () => {
  const all = symmetricEigenpairs(matrix, n * n);
  const problem = { levels, orbitals, repulsion, states: 100 };
  const singlets = solvePairs({ ...problem, spin: "singlet" });
  const triplets = solvePairs({ ...problem, spin: "triplet" });
  expect([singlets.length, triplets.length]).toEqual([28, 21]);
  const energies = [...singlets, ...triplets].map(({ energy }) => energy).sort((a, b) => a - b);
  expectClose(energies, all.values, 1e-10);
});

test("a few states are the lowest of their kind, and H C = E C", () => {
  const problem = { levels, orbitals, repulsion, spin: "singlet" } as const;
  const all = solvePairs({ ...problem, states: 28 });
  const few = solvePairs({ ...problem, states: 3 });
  expectClose(
    few.map(({ energy }) => energy),
    all.slice(0, 3).map(({ energy }) => energy),
    1e-10,
  );
  const { energy, amplitudes } = few[1]!;
  for (let r = 0; r < n * n; r++) {
    let sum = 0;
    for (let c = 0; c < n * n; c++) sum += matrix[r * n * n + c]! * amplitudes[c]!;
    expect(Math.abs(sum - energy * amplitudes[r]!)).toBeLessThan(1e-6);
  }
  expect(amplitudes.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12);
});
