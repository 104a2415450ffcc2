import { describe, expect, test } from "vitest";
import { bandedCholeskyInto, solveBandedInto } from "../../src/numerics/bandedCholesky.js";
import { seededRandom } from "../../src/numerics/random.js";
import { expectClose } from "../support/closeTo.js";

describe.each([
  [1, 0],
  [6, 0],
  [7, 1],
  [12, 4],
  [9, 8],
])("%d rows, width %d", (n, width) => {
  const random = seededRandom(n);
  const matrix = new Float64Array(n * (width + 1));
  const entry = (i: number, j: number): number => {
    const [row, column] = [Math.max(i, j), Math.min(i, j)];
    return row - column > width ? 0 : matrix[row * (width + 1) + width + column - row]!;
  };
  for (let i = 0; i < n; i++)
    for (let j = Math.max(0, i - width); j <= i; j++)
      matrix[i * (width + 1) + width + j - i] = i === j ? 2 * width + 1 : random();
  const factor = new Float64Array(matrix.length);
  const isPositive = bandedCholeskyInto(factor, matrix, width);

  test("A x = b", () => {
    const b = Float64Array.from({ length: n }, () => random());
    const x = b.slice();
    solveBandedInto(x, factor, width);
    expect(isPositive).toBe(true);
    expectClose(
      b.map((_, i) => x.reduce((sum, value, j) => sum + entry(i, j) * value, 0)),
      b,
      1e-13,
    );
  });
  test("out may be the matrix itself", () => {
    const same = matrix.slice();
    bandedCholeskyInto(same, same, width);
    expectClose(same, factor, 0);
  });
});

test("what lies left of column 0 is not read", () => {
  const matrix = Float64Array.of(Number.NaN, 4, 2, 5);
  const factor = new Float64Array(4);
  expect(bandedCholeskyInto(factor, matrix, 1)).toBe(true);
  expect([...factor].slice(1)).toEqual([2, 1, 2]);
});

test.each([
  ["indefinite", Float64Array.of(0, 1, 2, 1)],
  ["singular", Float64Array.of(0, 1, 1, 1)],
  ["not a number", Float64Array.of(0, 1, Number.NaN, 1)],
])("false for a matrix that is %s", (_name, matrix) => {
  expect(bandedCholeskyInto(new Float64Array(4), matrix, 1)).toBe(false);
});
