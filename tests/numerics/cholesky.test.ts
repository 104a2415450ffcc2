import { expect, test } from "vitest";
import { choleskyInto, solveCholeskyInto } from "../../src/numerics/cholesky.js";
import { expectClose } from "../support/closeTo.js";

const A = Float64Array.of(4, 2, -2, 2, 10, 5, -2, 5, 9);

test("L Lᵀ = A, from the lower half alone, in place", () => {
  const L = A.slice();
  L[1] = L[2] = L[5] = Number.NaN; // the upper half is not read
  expect(choleskyInto(L, L, 3)).toBe(true);
  expectClose([L[0]!, L[3]!, L[4]!, L[6]!, L[7]!, L[8]!], [2, 1, 3, -1, 2, 2], 1e-15);
});

test("solves A x = b", () => {
  const L = new Float64Array(9);
  choleskyInto(L, A, 3);
  const x = Float64Array.of(4 + 4 - 6, 2 + 20 + 15, -2 + 10 + 27); // A (1, 2, 3)
  solveCholeskyInto(x, L, 3);
  expectClose(x, [1, 2, 3], 1e-14);
});

test.each([
  ["indefinite", [1, 2, 2, 1]],
  ["singular", [1, 1, 1, 1]],
])("false for an %s matrix", (_kind, matrix) => {
  expect(choleskyInto(new Float64Array(4), Float64Array.from(matrix), 2)).toBe(false);
});
