import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { lowestEigenpairs, type Tridiagonal } from "../../src/numerics/tridiagonal.js";
import { expectClose } from "../support/closeTo.js";

/** Diagonal 2, beside it −1: eigenvalues 2 − 2 cos(j π / (n + 1)), vectors sin(i j π / (n + 1)). */
const chain = (n: number): Tridiagonal => ({
  diagonal: new Float64Array(n).fill(2),
  offDiagonal: new Float64Array(n - 1).fill(-1),
});
/** Wilkinson's W₂₁⁺: pairs of eigenvalues that agree to more and more digits. */
const wilkinson: Tridiagonal = {
  diagonal: Float64Array.from({ length: 21 }, (_, i) => Math.abs(i - 10)),
  offDiagonal: new Float64Array(20).fill(1),
};
const random = seededRandom(5);
const disordered: Tridiagonal = {
  diagonal: Float64Array.from({ length: 60 }, () => 20 * random() - 10),
  offDiagonal: Float64Array.from({ length: 59 }, () => 4 * random() - 2),
};
/** Four blocks that do not touch, two of them alike: exactly equal eigenvalues. */
const blocks: Tridiagonal = {
  diagonal: Float64Array.of(1, 2, 5, 1, 2, 0, 3),
  offDiagonal: Float64Array.of(0.5, 0, 0, 0.5, 0, 0),
};

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, entry, i) => sum + entry * b[i]!, 0);

describe.each([
  ["a chain of 200", chain(200), 12],
  ["all of a chain of 30", chain(30), 30],
  ["all of Wilkinson's W21+", wilkinson, 21],
  ["all of a disordered matrix", disordered, 60],
  ["all of separate blocks", blocks, 7],
  ["the zero matrix", { diagonal: new Float64Array(4), offDiagonal: new Float64Array(3) }, 4],
  ["one row", { diagonal: Float64Array.of(-3), offDiagonal: new Float64Array(0) }, 1],
])("%s", (_name, matrix, k) => {
  const { values, vectors } = lowestEigenpairs(matrix, k);
  const n = matrix.diagonal.length;
  const norm = Math.max(1, ...matrix.diagonal.map(Math.abs));

  test("T v = λ v to 10⁻¹³ |T|", () => {
    for (const [s, v] of vectors.entries())
      for (let i = 0; i < n; i++) {
        const left = i > 0 ? matrix.offDiagonal[i - 1]! * v[i - 1]! : 0;
        const right = i < n - 1 ? matrix.offDiagonal[i]! * v[i + 1]! : 0;
        const row = left + matrix.diagonal[i]! * v[i]! + right;
        expect(Math.abs(row - values[s]! * v[i]!)).toBeLessThan(1e-13 * norm);
      }
  });
  test("vectors are orthonormal", () => {
    for (const [a, v] of vectors.entries())
      for (const [b, w] of vectors.entries())
        expect(Math.abs(dot(v, w) - (a === b ? 1 : 0))).toBeLessThan(1e-12);
  });
  test("values ascend", () => {
    for (let s = 1; s < k; s++) expect(values[s]! - values[s - 1]!).toBeGreaterThan(-1e-13 * norm);
  });
  test("the first entry that is not small is positive", () => {
    for (const v of vectors) {
      const largest = Math.max(...v.map(Math.abs));
      expect(v.find((entry) => Math.abs(entry) > 0.001 * largest)).toBeGreaterThan(0);
    }
  });
  test("fewer pairs are the first of more", () => {
    expectClose(
      lowestEigenpairs(matrix, Math.ceil(k / 2)).values,
      [...values].slice(0, Math.ceil(k / 2)),
      1e-13,
    );
  });
});

test("eigenvalues of the chain, 2 − 2 cos(j π / (n + 1)), to 10⁻¹⁴ |T| = 4·10⁻¹⁴", () => {
  const { values, vectors } = lowestEigenpairs(chain(1000), 5);
  for (let j = 1; j <= 5; j++) {
    const exact = 4 * Math.sin((j * Math.PI) / 2002) ** 2; // the same, without cancellation
    expect(Math.abs(values[j - 1]! - exact)).toBeLessThan(4e-14);
    const peak = Math.sqrt(2 / 1001);
    for (const i of [0, 100, 499])
      expect(vectors[j - 1]![i]).toBeCloseTo(peak * Math.sin(((i + 1) * j * Math.PI) / 1001), 8);
  }
});

test("W21+: the upper pairs of scipy 1.17.1, eigh_tridiagonal", () => {
  expectClose(
    lowestEigenpairs(wilkinson, 21).values,
    [
      -1.1254415221199854, 0.25380581709667793, 0.9475343675292924, 1.7893213526950835,
      2.130209219362506, 2.961058884185726, 3.0430992925788236, 3.9960482013836254,
      4.0043540234408574, 4.999782477742903, 5.000244425001915, 6.000217522257097,
      6.000234031584166, 7.003951798616375, 7.003952209528674, 8.038941115814275, 8.038941122829023,
      9.210678647304919, 9.210678647361332, 10.746194182903322, 10.746194182903393,
    ],
    1e-13,
  );
});

test("the matrix is left as it was", () => {
  const { diagonal, offDiagonal } = chain(5);
  lowestEigenpairs({ diagonal, offDiagonal }, 2);
  expect([...diagonal, ...offDiagonal]).toEqual([2, 2, 2, 2, 2, -1, -1, -1, -1]);
});

test.each([
  [chain(3), 0, "lowestEigenpairs: k must be a whole number from 1 to 3, got 0"],
  [chain(3), 4, "lowestEigenpairs: k must be a whole number from 1 to 3, got 4"],
  [chain(3), 1.5, "lowestEigenpairs: k must be a whole number from 1 to 3, got 1.5"],
  [
    { diagonal: Float64Array.of(1, 2), offDiagonal: Float64Array.of(1, 2) },
    1,
    "lowestEigenpairs: offDiagonal must have one entry less than diagonal (2), got 2",
  ],
  [
    { diagonal: Float64Array.of(1, Number.NaN), offDiagonal: Float64Array.of(1) },
    1,
    "lowestEigenpairs: diagonal[1] must be finite, got NaN",
  ],
])("refuses %o with k = %d", (matrix, k, message) => {
  expect(() => lowestEigenpairs(matrix, k)).toThrow(new RangeError(message));
});
