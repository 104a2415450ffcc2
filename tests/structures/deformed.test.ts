import { expect, test } from "vitest";
import { deformed } from "../../src/structures/deformed.js";
import type { System } from "../../src/structures/system.js";

const system: System = {
  positions: Float64Array.of(1, 2, 3),
  atomicNumbers: Uint8Array.of(18),
  cell: Float64Array.of(4, 0, 0, 0, 5, 0, 0, 0, 6),
};

test("ε_xx stretches along x", () => {
  const { positions, cell } = deformed(system, [1.5, 0, 0, 0, 1, 0, 0, 0, 1]);
  expect([...positions]).toEqual([1.5, 2, 3]);
  expect([...cell!]).toEqual([6, 0, 0, 0, 5, 0, 0, 0, 6]);
});

test("ε_xy shears: y grows by x times it, for the edges alike", () => {
  const { positions, cell } = deformed(system, [1, 0.5, 0, 0, 1, 0, 0, 0, 1]);
  expect([...positions]).toEqual([1, 2.5, 3]);
  expect([...cell!]).toEqual([4, 2, 0, 0, 5, 0, 0, 0, 6]);
});

test("open space stays open, and the input as it was", () => {
  const { cell, ...open } = system;
  expect(deformed(open, [2, 0, 0, 0, 2, 0, 0, 0, 2])).not.toHaveProperty("cell");
  expect([...system.positions]).toEqual([1, 2, 3]);
});

test.each([[[1, 0, 0, 0, 1, 0, 0, 0]], [[1, 0, 0, 0, 1, 0, 1, 1, 0]]])("refuses %j", (matrix) => {
  expect(() => deformed(system, matrix)).toThrow(
    new RangeError(
      `deformed: deformation must be nine numbers with a determinant, got ${matrix.join(" ")}`,
    ),
  );
});
