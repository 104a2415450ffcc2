import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellHeights, cellVolume, inverseCell, timesMatrix } from "../../src/structures/cell.js";
import { expectClose } from "../support/closeTo.js";

const leaning = Float64Array.of(4, 0, 0, 1, 3, 0, -2, 0.5, 5);
const cells = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 9, maxLength: 9 })
  .map((entries) => Float64Array.from(entries, (x, k) => x + (k % 4 === 0 ? 5 : 0)));

describe("the sentences of the docstring", () => {
  test("the volume is |det h|, whatever the order of the edges", () => {
    expect(cellVolume(leaning)).toBeCloseTo(60, 12);
    expect(cellVolume(Float64Array.of(1, 3, 0, 4, 0, 0, -2, 0.5, 5))).toBeCloseTo(60, 12);
  });
  test("heights: those of a prism over a rhombus of 60°", () => {
    const rhombus = Float64Array.of(2, 0, 0, 1, Math.sqrt(3), 0, 0, 0, 7);
    expectClose(cellHeights(rhombus), [Math.sqrt(3), Math.sqrt(3), 7], 1e-14);
  });
  test("a height is the volume over the area of the face", () => {
    const area = Math.hypot(3 * 5, -5, 0.5 + 6); // (1 3 0) × (−2 0.5 5) = (15 −5 6.5)
    expect(cellHeights(leaning)[0]).toBeCloseTo(60 / area, 12);
  });
  test("h h⁻¹ = 1", () => {
    fc.assert(
      fc.property(cells, (h) => {
        expectClose(timesMatrix(h, inverseCell(h)), [1, 0, 0, 0, 1, 0, 0, 0, 1], 1e-10);
      }),
    );
  });
  test("the columns of h⁻¹ stand upright on the faces: no edge in the face has a component along them", () => {
    const inverse = inverseCell(leaning);
    const along = (edge: number, column: number): number =>
      [0, 1, 2].reduce((sum, k) => sum + leaning[3 * edge + k]! * inverse[3 * k + column]!, 0);
    expectClose([along(1, 0), along(2, 0), along(0, 1), along(2, 1)], [0, 0, 0, 0], 1e-15);
  });
  test("s h: rows times the matrix", () => {
    expectClose(
      timesMatrix(Float64Array.of(1, 0, 0, 0.5, 1, 2), leaning),
      [4, 0, 0, -1, 4, 10],
      1e-15,
    );
  });
});
