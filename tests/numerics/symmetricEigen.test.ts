import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { symmetricEigenpairs } from "../../src/numerics/symmetricEigen.js";
import { lowestEigenpairs } from "../../src/numerics/tridiagonal.js";
import { dot } from "../../src/numerics/vectors.js";
import { expectClose } from "../support/closeTo.js";

const build = (n: number, entry: (i: number, j: number) => number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, k) => entry(Math.floor(k / n), k % n));

const disordered = (n: number, seed: number): Float64Array => {
  const random = seededRandom(seed);
  const half = build(n, () => 2 * random() - 1);
  return build(n, (i, j) => (i < j ? half[i * n + j]! : half[j * n + i]!));
};
/** Two alike blocks of rows 0, 2 and 1, 3, and a row of its own. */
const blocks = build(5, (i, j) => (i === j ? 1 : Math.abs(i - j) === 2 && i + j < 5 ? 0.5 : 0));
/** Entries from 1e-20 to 1e20. */
const graded = build(7, (i, j) => 10 ** (20 - (10 / 3) * (i + j)));

describe.each([
  ["a disordered matrix of 60", disordered(60, 1), 60],
  ["a disordered matrix of 61, 7 pairs", disordered(61, 2), 7],
  ["all ones: one eigenvalue n, all others 0", build(8, () => 1), 8],
  ["equal eigenvalues in blocks", blocks, 5],
  ["the unit matrix", build(6, (i, j) => (i === j ? 1 : 0)), 6],
  ["the zero matrix", new Float64Array(16), 4],
  ["tridiagonal already", build(9, (i, j) => [3, 1][Math.abs(i - j)] ?? 0), 9],
  ["numbers of very different size", graded, 7],
  ["very small numbers", disordered(9, 3).map((entry) => entry * 1e-200), 9],
  ["very large numbers", disordered(9, 4).map((entry) => entry * 1e200), 9],
  ["two rows", Float64Array.of(1, 2, 2, 1), 2],
  ["one row", Float64Array.of(-3), 1],
])("%s", (_name, matrix, count) => {
  const n = Math.sqrt(matrix.length);
  const { values, vectors } = symmetricEigenpairs(matrix, n, count);
  const norm = matrix.reduce((max, entry) => Math.max(max, Math.abs(entry)), 1e-300);

  test("A v = λ v to 10⁻¹⁵ n |A|, twice", () => {
    for (const [s, v] of vectors.entries())
      for (let i = 0; i < n; i++) {
        const row = dot(matrix.subarray(i * n, (i + 1) * n), v);
        expect(Math.abs(row - values[s]! * v[i]!) / norm).toBeLessThan(2e-15 * n);
      }
  });
  test("vectors are orthonormal", () => {
    expect(vectors.length).toBe(count);
    for (const [a, v] of vectors.entries())
      for (const [b, w] of vectors.entries())
        expect(Math.abs(dot(v, w) - (a === b ? 1 : 0))).toBeLessThan(1e-13);
  });
  test("values ascend, and the vectors' first entry that is not small is positive", () => {
    for (let s = 1; s < count; s++)
      expect((values[s]! - values[s - 1]!) / norm).toBeGreaterThan(-1e-14);
    for (const v of vectors) {
      const largest = Math.max(...v.map(Math.abs));
      expect(v.find((entry) => Math.abs(entry) > 0.001 * largest)).toBeGreaterThan(0);
    }
  });
  test("few pairs are the first of all", () => {
    const few = symmetricEigenpairs(matrix, n, 1).values;
    expect(Math.abs(few[0]! - values[0]!) / norm).toBeLessThan(1e-15 * n);
  });
});

test("min(i, j) has the eigenvalues 1 / (2 − 2 cos((2k − 1) π / (2n + 1)))", () => {
  const n = 40;
  const { values } = symmetricEigenpairs(
    build(n, (i, j) => Math.min(i, j) + 1),
    n,
  );
  const exact = Array.from({ length: n }, (_, k) => {
    const angle = ((2 * (n - k) - 1) * Math.PI) / (2 * n + 1);
    return 1 / (2 - 2 * Math.cos(angle));
  });
  expectClose(values, exact, 1e-13);
});

test("the Hilbert matrix of 8 rows: numpy 2.4.6, eigvalsh", () => {
  const { values } = symmetricEigenpairs(
    build(8, (i, j) => 1 / (i + j + 1)),
    8,
  );
  expectClose(
    values,
    [
      1.111539028751438e-10, 1.7988737458080757e-8, 1.2943320918799866e-6, 5.4369433697488384e-5,
      0.0014676881177417614, 0.026212843578118913, 0.29812521131693065, 1.695938996921949,
    ],
    2e-15,
  );
});

test("the signs are those of lowestEigenpairs", () => {
  const n = 12;
  const matrix = build(n, (i, j) => [i, 0.3][Math.abs(i - j)] ?? 0);
  const diagonal = Float64Array.from({ length: n }, (_, i) => i);
  const offDiagonal = new Float64Array(n - 1).fill(0.3);
  const expected = lowestEigenpairs({ diagonal, offDiagonal }, n);
  const { vectors } = symmetricEigenpairs(matrix, n);
  for (const [s, v] of vectors.entries()) expectClose(v, expected.vectors[s]!, 1e-12);
});

test("the matrix is left as it was", () => {
  const matrix = disordered(20, 5);
  const copy = matrix.slice();
  symmetricEigenpairs(matrix, 20);
  expect(matrix).toEqual(copy);
});

test.each<[string, Float64Array, number, number, string]>([
  ["another shape", new Float64Array(5), 2, 2, "matrix must have n·n entries, got 5 for n = 2"],
  ["no rows", new Float64Array(0), 0, 0, "matrix must have n·n entries, got 0 for n = 0"],
  ["no pairs", new Float64Array(4), 2, 0, "count must be a whole number from 1 to 2, got 0"],
  ["too many pairs", new Float64Array(4), 2, 3, "count must be a whole number from 1 to 2, got 3"],
  [
    "what is not finite",
    Float64Array.of(1, 0, Number.NaN, 1),
    2,
    2,
    "entry (1, 0) must be finite, got NaN",
  ],
  [
    "what is not symmetric",
    Float64Array.of(1, 2, 2.1, 1),
    2,
    2,
    "matrix must be symmetric, got 2 at (0, 1) and 2.1 at (1, 0)",
  ],
])("refuses %s", (_name, matrix, n, count, message) => {
  expect(() => symmetricEigenpairs(matrix, n, count)).toThrow(
    new RangeError(`symmetricEigenpairs: ${message}`),
  );
});
