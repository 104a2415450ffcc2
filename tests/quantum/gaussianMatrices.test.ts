import { expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import {
  matrixProduct,
  orthogonaliser,
  transformedRepulsion,
} from "../../src/quantum/gaussianMatrices.js";
import { expectClose } from "../support/closeTo.js";

const random = seededRandom(4);
const n = 3;
const draw = (size: number): Float64Array => Float64Array.from({ length: size }, random);

test("matrixProduct: rows times columns", () => {
  const [a, b] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 6, 7, 8)];
  expectClose(matrixProduct(a, b, 2), [19, 22, 43, 50], 0);
});

test("X S X = 1 for X = S^(−1/2)", () => {
  const S = Float64Array.of(1, 0.3, 0.1, 0.3, 1, 0.5, 0.1, 0.5, 1);
  const X = orthogonaliser(S, n);
  expectClose(matrixProduct(X, matrixProduct(S, X, n), n), [1, 0, 0, 0, 1, 0, 0, 0, 1], 1e-14);
});

test("(pq|rs) = Σ X_pa X_qb X_rc X_sd (ab|cd)", () => {
  const [X, v] = [draw(n * n), draw(n ** 4)];
  const got = transformedRepulsion(v, X, n);
  const [p, q, r, s] = [2, 0, 1, 2];
  let sum = 0;
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++)
      for (let c = 0; c < n; c++)
        for (let d = 0; d < n; d++)
          sum +=
            X[p * n + a]! *
            X[q * n + b]! *
            X[r * n + c]! *
            X[s * n + d]! *
            v[((a * n + b) * n + c) * n + d]!;
  expect(got[((p * n + q) * n + r) * n + s]!).toBeCloseTo(sum, 13);
});
