import { expect, test } from "vitest";
import { reflect, reflectionMatrix, tridiagonalise } from "../../src/numerics/householder.js";
import { seededRandom } from "../../src/numerics/random.js";
import { dot } from "../../src/numerics/vectors.js";
import { expectClose } from "../support/closeTo.js";

const N = 9;
const random = seededRandom(11);
const matrix = new Float64Array(N * N);
for (let i = 0; i < N; i++)
  for (let j = 0; j <= i; j++) {
    matrix[i * N + j] = i === 6 ? 0 : random() - 0.5; // a row that needs no reflection
    matrix[j * N + i] = matrix[i * N + j]!;
  }
const reflected = tridiagonalise(matrix.slice(), N);
const q = reflectionMatrix(reflected);
const row = (i: number): Float64Array => q.subarray(i * N, (i + 1) * N);

test("A = Q T Qᵀ", () => {
  const { diagonal, offDiagonal } = reflected.tridiagonal;
  const tq = Array.from({ length: N }, (_, i) =>
    row(i).map(
      (entry, k) =>
        entry * diagonal[k]! +
        (k > 0 ? offDiagonal[k - 1]! * row(i)[k - 1]! : 0) +
        (k < N - 1 ? offDiagonal[k]! * row(i)[k + 1]! : 0),
    ),
  );
  for (let i = 0; i < N; i++)
    expectClose(
      Array.from({ length: N }, (_, j) => dot(tq[i]!, row(j))),
      matrix.subarray(i * N, (i + 1) * N),
      1e-14,
    );
});

test("the rows of Q are orthonormal", () => {
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) expect(dot(row(i), row(j))).toBeCloseTo(i === j ? 1 : 0, 13);
});

test("reflect multiplies by Q", () => {
  const x = Float64Array.from({ length: N }, () => random());
  const product = Float64Array.from({ length: N }, (_, i) => dot(row(i), x));
  reflect(x, reflected);
  expectClose(x, product, 1e-14);
});

test("only the upper half is read", () => {
  const upper = matrix.map((entry, k) => (Math.floor(k / N) > k % N ? Number.NaN : entry));
  expect(tridiagonalise(upper, N).tridiagonal).toEqual(reflected.tridiagonal);
});
