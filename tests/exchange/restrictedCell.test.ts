import fc from "fast-check";
import { expect, test } from "vitest";
import { restrictedCell, transposed } from "../../src/exchange/restrictedCell.js";
import { cellVolume, timesMatrix } from "../../src/structures/cell.js";
import { expectClose } from "../support/closeTo.js";

const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: 9,
  maxLength: 9,
});
const cells = entries
  .map((h) => Float64Array.from(h, (x, k) => 7 * x + (k % 4 === 0 ? 1 : 0)))
  .filter((cell) => cellVolume(cell) > 5);
const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1];

test("the edges are (lx 0 0), (xy ly 0), (xz yz lz) with lx, ly, lz > 0", () => {
  fc.assert(
    fc.property(cells, (original) => {
      const { cell } = restrictedCell(original);
      expect([cell[1], cell[2], cell[5]]).toEqual([0, 0, 0]);
      expect(Math.min(cell[0]!, cell[4]!, cell[8]!)).toBeGreaterThan(0);
      expect(cellVolume(cell) / cellVolume(original)).toBeCloseTo(1, 10);
    }),
    { seed: 1 },
  );
});

test("it is a rotation, never a mirror, and turned back gives the edges, negated if left-handed", () => {
  const det = ([a, b, c, d, e, f, g, h, i]: Float64Array): number =>
    a! * (e! * i! - f! * h!) - b! * (d! * i! - f! * g!) + c! * (d! * h! - e! * g!);
  fc.assert(
    fc.property(cells, (original) => {
      const { cell, rotation } = restrictedCell(original);
      expectClose(timesMatrix(rotation, transposed(rotation)), IDENTITY, 1e-13);
      expect(det(rotation)).toBeCloseTo(1, 12);
      const hand = Math.sign(det(original));
      expectClose(
        timesMatrix(cell, transposed(rotation)),
        original.map((h) => hand * h),
        1e-12,
      );
    }),
    { seed: 2 },
  );
});

test("edges along x, y and z stay exactly as they are", () => {
  const upright = Float64Array.of(3.7, 0, 0, 0, 1 / 3, 0, 0, 0, 5.26);
  expect(restrictedCell(upright)).toEqual({ cell: upright, rotation: Float64Array.from(IDENTITY) });
});

test("a cube that lies askew has no tilt left, not even by rounding", () => {
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const turn = timesMatrix(
    Float64Array.of(c, s, 0, -s, c, 0, 0, 0, 1),
    Float64Array.of(1, 0, 0, 0, s, c, 0, -c, s),
  );
  const { cell } = restrictedCell(turn.map((x) => 4 * x));
  expect([cell[3], cell[6], cell[7]]).toEqual([0, 0, 0]);
  expectClose([cell[0]!, cell[4]!, cell[8]!], [4, 4, 4], 1e-14);
});
