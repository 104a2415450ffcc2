import { expect, test } from "vitest";
import { gridBetween, kineticStencil, stencilMatrix } from "../../src/numerics/grid.js";
import { sincKineticStencil } from "../../src/numerics/sincGrid.js";
import { symmetricEigenpairs } from "../../src/numerics/symmetricEigen.js";
import { expectClose } from "../support/closeTo.js";

/** Levels of −(1/2m) d²/dx² + x²/2 between −9 and 9. */
const oscillator = (n: number, mass: number, states: number): Float64Array => {
  const { points, spacing } = gridBetween(-9, 9, n);
  const matrix = stencilMatrix(sincKineticStencil(n, spacing, mass), n);
  for (let i = 0; i < n; i++) matrix[i * n + i]! += points[i]! ** 2 / 2;
  return symmetricEigenpairs(matrix, n, states).values;
};

test("stencil[0] = π² / (6 m h²), stencil[k] = (−1)ᵏ / (m h² k²)", () => {
  expectClose(sincKineticStencil(4, 0.5, 2), [Math.PI ** 2 / 3, -2, 0.5, -2 / 9], 1e-15);
});

test("39 points give an oscillator's levels (v + ½) / √m to 10⁻¹¹", () => {
  expectClose(oscillator(39, 1, 4), [0.5, 1.5, 2.5, 3.5], 1e-11);
  expectClose(oscillator(79, 4, 3), [0.25, 0.75, 1.25], 1e-11);
});

test("the error falls faster than any power: halving h from 1 leaves less than its 16th power", () => {
  const error = (n: number): number => Math.abs(oscillator(n, 1, 1)[0]! - 0.5);
  expect(error(17)).toBeGreaterThan(1e-6);
  expect(error(35) / error(17)).toBeLessThan(2 ** -16);
});

test("the limit of ever higher orders of finite differences", () => {
  const sinc = sincKineticStencil(3, 1);
  const differences = [2, 4, 6, 8].map((order) =>
    Math.abs(kineticStencil(order as 2, 1)[1]! - sinc[1]!),
  );
  for (let i = 1; i < 4; i++) expect(differences[i]!).toBeLessThan(differences[i - 1]!);
});

test.each([
  [0, 1, 1, "n must be a whole number from 1, got 0"],
  [4, 0, 1, "spacing must be a positive number of bohr, got 0"],
  [4, 1, Number.NaN, "mass must be a positive number of electron masses, got NaN"],
])("refuses (%d, %d, %d)", (n, spacing, mass, message) => {
  expect(() => sincKineticStencil(n, spacing, mass)).toThrow(
    new RangeError(`sincKineticStencil: ${message}`),
  );
});
