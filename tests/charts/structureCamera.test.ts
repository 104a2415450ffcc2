import fc from "fast-check";
import { expect, test } from "vitest";
import { ASPECT, type Ball, cameraFor, turned } from "../../src/charts/structureCamera.js";
import { expectClose } from "../support/closeTo.js";

type Vector = [number, number, number];

/** The corners of a box with these edges, as balls without size. */
const box = (edges: Vector): Ball[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [
    edges[0] * (i & 1),
    edges[1] * ((i >> 1) & 1),
    edges[2] * (i >> 2),
    0,
  ]);

const unit = (axis: number): Vector => [0, 1, 2].map((i) => (i === axis ? 1 : 0)) as Vector;

test.each([
  [[9, 5, 0], 0, 1],
  [[5, 9, 0], 1, 0],
  [[9, 0, 5], 0, 2],
  [[0, 9, 5], 1, 2],
  [[5, 0, 9], 2, 0],
  [[0, 5, 9], 2, 1],
] as [
  Vector,
  number,
  number,
][])("a flat box %j is seen face on: farthest axis %i to the right, next axis %i up", (edges, right, up) => {
  const { turn } = cameraFor(box(edges));
  expectClose(turned(turn, unit(right)), [1, 0, 0], 1e-15);
  expectClose(turned(turn, unit(up)), [0, 1, 0], 1e-15);
});

test("what is deep is seen from 25 degrees to the right and 15 degrees above", () => {
  const { turn } = cameraFor(box([9, 7, 5]));
  const [right, above] = [(25 * Math.PI) / 180, (15 * Math.PI) / 180];
  const eye: Vector = [
    Math.sin(right) * Math.cos(above),
    Math.sin(above),
    Math.cos(right) * Math.cos(above),
  ];
  expectClose(turned(turn, eye), [0, 0, 1], 1e-15);
});

const length = fc.double({ min: -20, max: 20, noNaN: true });
const balls = fc.array(
  fc.tuple(length, length, length, fc.double({ min: 0, max: 2, noNaN: true })),
  { minLength: 1, maxLength: 20 },
);

test("the turn is a rotation: lengths and handedness stay", () => {
  fc.assert(
    fc.property(balls, (some) => {
      const { turn } = cameraFor(some);
      const [x, y, z] = [0, 1, 2].map((axis) => turned(turn, unit(axis))) as [
        Vector,
        Vector,
        Vector,
      ];
      const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
      const cross: Vector = [
        x[1] * y[2] - x[2] * y[1],
        x[2] * y[0] - x[0] * y[2],
        x[0] * y[1] - x[1] * y[0],
      ];
      expectClose([dot(x, x), dot(y, y), dot(x, y)], [1, 1, 0], 1e-14);
      expectClose(cross, z, 1e-14);
    }),
  );
});

test("all balls are in the picture, and a big one nearly fills it", () => {
  fc.assert(
    fc.property(balls, (some) => {
      const { turn, centre, halfHeight } = cameraFor(some);
      const shares = some.map(([x, y, z, radius]) => {
        const [right, up] = turned(turn, [x - centre[0], y - centre[1], z - centre[2]]);
        return Math.max(
          (Math.abs(up) + radius) / halfHeight,
          (Math.abs(right) + radius) / halfHeight / ASPECT,
        );
      });
      const share = Math.max(...shares);
      expect(share).toBeLessThan(1);
      if (halfHeight > 1.5) expect(share).toBeGreaterThan(0.9);
    }),
  );
});

test("a small thing is not blown up: half the picture is at least 1.5 angstrom high", () => {
  expect(cameraFor([[0, 0, 0, 0.25]]).halfHeight).toBe(1.5);
});
