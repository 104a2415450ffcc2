import { describe, expect, test } from "vitest";
import { type LanczosProblem, lanczosEigenpairs } from "../../src/numerics/lanczos.js";
import { seededRandom } from "../../src/numerics/random.js";
import { symmetricEigenpairs } from "../../src/numerics/symmetricEigen.js";
import { dot } from "../../src/numerics/vectors.js";
import { expectClose } from "../support/closeTo.js";

type Multiply = LanczosProblem["multiply"];

/** A matrix with the given eigenvalues and no zeros: 1 − 2uuᵀ turns the diagonal one. */
const turned = (eigenvalues: ArrayLike<number>): Multiply => {
  const n = eigenvalues.length;
  const random = seededRandom(n);
  const u = Float64Array.from({ length: n }, () => random() - 0.5);
  const length = Math.sqrt(dot(u, u));
  const mirror = (x: Float64Array): void => {
    const overlap = (2 * dot(u, x)) / length ** 2;
    for (let i = 0; i < n; i++) x[i]! -= overlap * u[i]!;
  };
  return (out, vector) => {
    out.set(vector);
    mirror(out);
    for (let i = 0; i < n; i++) out[i]! *= eigenvalues[i]!;
    mirror(out);
  };
};
const solve = (
  eigenvalues: ArrayLike<number>,
  states: number,
  more: Partial<LanczosProblem> = {},
) =>
  lanczosEigenpairs({
    multiply: turned(eigenvalues),
    size: eigenvalues.length,
    states,
    random: seededRandom(3),
    ...more,
  });

const spread = Float64Array.from({ length: 800 }, (_, i) => -3 + 0.01 * i ** 1.5);
/** Four eigenvalues within 10⁻⁶, then a gap. */
const cluster = spread.map((value, i) => (i < 4 ? -5 + 3e-7 * i : value));
const degenerate = spread.map((value, i) => (i < 3 ? -4 : i < 5 ? -3.5 : value));

describe.each<[string, Float64Array, number, Partial<LanczosProblem>]>([
  ["a smooth spectrum", spread, 6, {}],
  ["a cluster", cluster, 5, { tolerance: 1e-12 }],
  ["equal eigenvalues", degenerate, 7, {}],
  ["a small memory", spread, 3, { memory: 20 }],
  ["all pairs of 12", spread.slice(0, 12), 12, {}],
  ["equal eigenvalues of a small matrix", Float64Array.of(2, 1, 2, 1, 3, 3), 4, {}],
  ["one row", Float64Array.of(7), 1, {}],
  ["the zero matrix", new Float64Array(30), 3, {}],
])("%s", (_name, eigenvalues, states, more) => {
  const { values, vectors } = solve(eigenvalues, states, more);
  const largest = Math.max(1, ...eigenvalues.map(Math.abs));

  test("every eigenvalue once for each multiplicity, no ghosts", () => {
    expectClose(values, eigenvalues.slice().sort().slice(0, states), 1e-11);
  });
  test("|A v − λ v| is below the tolerance times the largest |λ|", () => {
    const out = new Float64Array(eigenvalues.length);
    for (const [s, v] of vectors.entries()) {
      turned(eigenvalues)(out, v);
      const residual = out.map((entry, i) => entry - values[s]! * v[i]!);
      expect(Math.sqrt(dot(residual, residual))).toBeLessThan(
        1.01 * (more.tolerance ?? 1e-9) * largest,
      );
    }
  });
  test("vectors are orthonormal", () => {
    for (const [a, v] of vectors.entries())
      for (const [b, w] of vectors.entries())
        expect(Math.abs(dot(v, w) - (a === b ? 1 : 0))).toBeLessThan(1e-12);
  });
});

test("one start sees one vector of three equal eigenvalues, the second look the others", () => {
  const equal = spread.map((value, i) => (i < 3 ? -100 : i < 5 ? -50 : value));
  const early = { memory: 10, tolerance: 1e-4 }; // stopped before rounding can show the others
  expectClose(solve(equal, 2, { ...early, distinct: true }).values, [-100, -50], 1e-6);
  expectClose(solve(equal, 2, early).values, [-100, -100], 1e-6);
});

test("the same pairs as symmetricEigenpairs, signs included", () => {
  const n = 150;
  const random = seededRandom(8);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] = random() - 0.5 + (i === j ? i : 0);
      matrix[j * n + i] = matrix[i * n + j]!;
    }
  const multiply: Multiply = (out, vector) => {
    for (let i = 0; i < n; i++) out[i] = dot(matrix.subarray(i * n, (i + 1) * n), vector);
  };
  const pairs = { multiply, size: n, states: 4, random: seededRandom(1), tolerance: 1e-12 };
  const { values, vectors } = lanczosEigenpairs(pairs);
  const expected = symmetricEigenpairs(matrix, n, 4);
  expectClose(values, expected.values, 1e-12);
  for (const [s, v] of vectors.entries()) expectClose(v, expected.vectors[s]!, 1e-9);
});

test("the same seed gives the same numbers, another one the same eigenvalues", () => {
  expect(solve(spread, 3)).toEqual(solve(spread, 3));
  expectClose(solve(spread, 3, { random: seededRandom(4) }).values, solve(spread, 3).values, 1e-12);
});

test("an eigenvalue is far better than its residual", () => {
  const { values } = solve(spread, 2, { tolerance: 1e-4 });
  expect(Math.abs(values[0]! - spread[0]!)).toBeLessThan(1e-5);
});

test("multiplications are counted", () => {
  let calls = 0;
  const multiply = turned(spread);
  const { multiplications } = solve(spread, 3, {
    multiply: (out, vector) => {
      calls++;
      multiply(out, vector);
    },
  });
  expect(multiplications).toBe(calls);
});

test.each<[string, Partial<LanczosProblem>, string]>([
  ["no size", { size: 0 }, "size must be a whole number from 1, got 0"],
  ["no states", { states: 0 }, "states must be a whole number from 1 to 800, got 0"],
  [
    "more states than rows",
    { states: 801 },
    "states must be a whole number from 1 to 800, got 801",
  ],
  ["little memory", { memory: 3 }, "memory must be a whole number from 4, got 3"],
  ["no tolerance", { tolerance: 0 }, "tolerance must be between 0 and 1, got 0"],
  [
    "a product that is not finite",
    { multiply: (out) => out.fill(Number.NaN) },
    "multiply must give finite numbers, got others",
  ],
])("refuses %s", (_name, more, message) => {
  expect(() => solve(spread, 2, more)).toThrow(new RangeError(`lanczosEigenpairs: ${message}`));
});
