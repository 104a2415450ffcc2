import { describe, expect, test } from "vitest";
import {
  gridBetween,
  kineticStencil,
  type StencilOrder,
  stencilMatrix,
} from "../../src/numerics/grid.js";
import { symmetricEigenpairs } from "../../src/numerics/symmetricEigen.js";
import { expectClose } from "../support/closeTo.js";

test("gridBetween: n points, the walls are not among them", () => {
  const { points, spacing } = gridBetween(-1, 3, 3);
  expect([...points]).toEqual([0, 1, 2]);
  expect(spacing).toBe(1);
});

test.each([
  [1, 1, 5, "gridBetween: from must be below to, got 1 and 1"],
  [0, Number.NaN, 5, "gridBetween: from must be below to, got 0 and NaN"],
  [0, 1, 1, "gridBetween: n must be a whole number from 2, got 1"],
  [0, 1, 2.5, "gridBetween: n must be a whole number from 2, got 2.5"],
])("gridBetween(%d, %d, %d) is refused", (from, to, n, message) => {
  expect(() => gridBetween(from, to, n)).toThrow(new RangeError(message));
});

const ORDERS: StencilOrder[] = [2, 4, 6, 8];

describe.each(ORDERS)("kineticStencil of order %d", (order) => {
  test("−f″/2m of polynomials up to degree order + 1 is exact", () => {
    const stencil = kineticStencil(order, 0.5, 3);
    expect(stencil.length).toBe(order / 2 + 1);
    for (let degree = 0; degree <= order + 1; degree++) {
      const f = (x: number): number => x ** degree;
      let sum = stencil[0]! * f(1);
      for (let k = 1; k < stencil.length; k++)
        sum += stencil[k]! * (f(1 + 0.5 * k) + f(1 - 0.5 * k));
      expect(sum).toBeCloseTo((-degree * (degree - 1)) / 6, 10);
    }
  });

  test("the error of an oscillator's ground state falls as h^order", () => {
    const error = (n: number): number => {
      const { points, spacing } = gridBetween(-9, 9, n);
      const matrix = stencilMatrix(kineticStencil(order, spacing), n);
      for (let i = 0; i < n; i++) matrix[i * n + i]! += points[i]! ** 2 / 2;
      return Math.abs(symmetricEigenpairs(matrix, n, 1).values[0]! - 0.5);
    };
    expect(Math.log2(error(59) / error(119))).toBeCloseTo(order, 0);
  });
});

test("order 2 is 1/(m h²) on the diagonal and −1/(2 m h²) beside it", () => {
  expectClose(kineticStencil(2, 0.1, 2), [50, -25], 1e-12);
});

test("stencilMatrix: Tᵢⱼ = stencil[|i − j|], 0 beyond it", () => {
  expect([...stencilMatrix(Float64Array.of(5, 1), 3)]).toEqual([5, 1, 0, 1, 5, 1, 0, 1, 5]);
});

test.each([
  [3 as 2, 1, 1, "order must be 2, 4, 6 or 8, got 3"],
  [2 as const, 0, 1, "spacing must be a positive number of bohr, got 0"],
  [2 as const, 1, -1, "mass must be a positive number of electron masses, got -1"],
])("kineticStencil(%d, %d, %d) is refused", (order, spacing, mass, message) => {
  expect(() => kineticStencil(order, spacing, mass)).toThrow(
    new RangeError(`kineticStencil: ${message}`),
  );
});
