import fc from "fast-check";
import { expect, test } from "vitest";
import { contourLines, type Grid } from "../../src/charts/contourLines.js";
import { seededRandom } from "../../src/numerics/random.js";

const evenly = (from: number, to: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));
const gridOf = (x: number[], y: number[], f: (x: number, y: number) => number): Grid => ({
  x,
  y,
  z: y.flatMap((yj) => x.map((xi) => f(xi, yj))),
});
const pointsOf = (line: readonly number[]): [number, number][] =>
  Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i]!, line[2 * i + 1]!]);

test("on a linear field the line is exact, on an uneven grid too", () => {
  const grid = gridOf([0, 0.1, 1, 3], [-2, 0, 0.5, 4], (x, y) => 2 * x + y);
  const [line, ...others] = contourLines(grid, 1.3);
  expect(others).toEqual([]);
  for (const [x, y] of pointsOf(line!)) expect(2 * x + y).toBeCloseTo(1.3, 12);
});

/** The largest distance of the line of radius 1 from the circle. */
function missOfCircle(n: number): number {
  const row = evenly(-1.5, 1.5, n);
  const lines = contourLines(
    gridOf(row, row, (x, y) => x * x + y * y),
    1,
  );
  expect(lines).toHaveLength(1);
  return Math.max(...pointsOf(lines[0]!).map(([x, y]) => Math.abs(Math.hypot(x, y) - 1)));
}

test("the distance from the true line shrinks with the square of the grid's width", () => {
  const [coarse, fine] = [missOfCircle(22), missOfCircle(220)];
  expect(Math.log10(coarse / fine)).toBeGreaterThan(1.8);
  expect(fine).toBeLessThan(1e-4);
});

test("a line inside the grid is closed, one that leaves it ends at the border", () => {
  const row = evenly(-1.5, 1.5, 30);
  const grid = gridOf(row, row, (x, y) => x * x + y * y);
  const [circle] = contourLines(grid, 1);
  expect(circle!.slice(0, 2)).toEqual(circle!.slice(-2));
  const corners = contourLines(grid, 3);
  expect(corners).toHaveLength(4);
  for (const line of corners)
    for (const end of [line.slice(0, 2), line.slice(-2)])
      expect(Math.max(...end.map(Math.abs))).toBe(1.5);
});

test("a field that is nowhere below or nowhere above the level has no line", () => {
  const grid = gridOf([0, 1], [0, 1], (x, y) => x + y);
  expect(contourLines(grid, -0.1)).toEqual([]);
  expect(contourLines(grid, 2.1)).toEqual([]);
});

test.each([
  [0.4, [0.6, 0, 0.6, 0]], // the mean 0.5 is not below: the low corners are cut off
  [0.6, [0.4, 0, 0.4, 0]], // the mean is below: the high corners are cut off
])("of four crossings those are joined that leave the middle on the side of the mean: %d", (level) => {
  const saddle: Grid = { x: [0, 1], y: [0, 1], z: [1, 0, 0, 1] };
  const lines = contourLines(saddle, level);
  expect(lines).toHaveLength(2);
  const cutOff = level < 0.5 ? [1, 0] : [0, 0];
  const near = lines.map((line) =>
    Math.max(...pointsOf(line).map(([x, y]) => Math.hypot(x - cutOff[0]!, y - cutOff[1]!))),
  );
  expect(Math.min(...near)).toBeCloseTo(0.4, 12);
});

/** The edges of the grid that a level crosses: [x, y] of each crossing, by linear interpolation. */
function crossings({ x, y, z }: Grid, level: number): string[] {
  const found: string[] = [];
  const at = (i: number, j: number): number => z[j * x.length + i]!;
  const between = (p: number, q: number, a: number, b: number): number =>
    p + ((level - a) / (b - a)) * (q - p);
  for (let j = 0; j < y.length; j++)
    for (let i = 0; i < x.length; i++) {
      const here = at(i, j);
      if (i + 1 < x.length && here >= level !== at(i + 1, j) >= level)
        found.push(key(between(x[i]!, x[i + 1]!, here, at(i + 1, j)), y[j]!));
      if (j + 1 < y.length && here >= level !== at(i, j + 1) >= level)
        found.push(key(x[i]!, between(y[j]!, y[j + 1]!, here, at(i, j + 1))));
    }
  return found.sort();
}
const key = (x: number, y: number): string => `${x.toFixed(9)} ${y.toFixed(9)}`;

test("on any field every crossing of an edge is on one line, once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1 }), (seed, level) => {
      const random = seededRandom(seed);
      const grid = gridOf(evenly(0, 6, 7), evenly(0, 4, 5), () => random());
      const lines = contourLines(grid, level);
      const used = lines.flatMap((line) => {
        const points = pointsOf(line).map(([x, y]) => key(x, y));
        const closed = points.length > 2 && points[0] === points.at(-1);
        return closed ? points.slice(1) : points;
      });
      expect(used.sort()).toEqual(crossings(grid, level));
    }),
  );
});
