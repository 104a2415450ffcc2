import { expect, test } from "vitest";
import { cells, type Field, gridRows, gridValues } from "../../src/charts/field.js";

const axes = { x: { title: "x" }, y: { title: "y" }, z: { title: "z" } };
const values = (field: Partial<Field>, more: object = {}) =>
  gridValues(
    "map: ",
    { ...axes, ...more },
    { x: [0, 1, 2], y: [10, 20], z: (x, y) => x + y, ...field },
  );

test("a function is called once for each point: all x of the first y, then of the second", () => {
  const asked: number[][] = [];
  const z = (x: number, y: number): number => asked.push([x, y]);
  expect([...Array.from(values({ z }).z)]).toEqual([1, 2, 3, 4, 5, 6]);
  expect(asked).toEqual([
    [0, 10],
    [1, 10],
    [2, 10],
    [0, 20],
    [1, 20],
    [2, 20],
  ]);
});

test("numbers are taken as they are, in the same order", () => {
  const z = Float64Array.of(1, 2, 3, 4, 5, 6);
  expect(gridRows(values({ z }))).toEqual([
    { y: 10, x: [0, 1, 2], z: [1, 2, 3] },
    { y: 20, x: [0, 1, 2], z: [4, 5, 6] },
  ]);
});

test("a cell reaches half way to its neighbours, and as far beyond the ends", () => {
  expect(cells([0, 1, 3], { title: "x" })).toEqual([
    { at: 0, from: -0.5, to: 0.5 },
    { at: 1, from: 0.5, to: 2 },
    { at: 3, from: 2, to: 4 },
  ]);
});

test("on a logarithmic axis half way is the geometric mean", () => {
  const row = cells([1, 100], { title: "x", log: true });
  expect(row[0]!.from).toBeCloseTo(0.1, 9);
  expect(row[0]!.to).toBeCloseTo(10, 9);
  expect(row[1]!.to).toBeCloseTo(1000, 9);
});

const row = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const log = { title: "log", log: true };

test.each<[string, Partial<Field>, object?]>([
  ["x must hold at least one number, got none", { x: [] }],
  ["x must hold at least two numbers, got one", { x: [1] }],
  ["y must rise, got 1 at index 1 after 1", { y: [1, 1] }],
  ["x must be finite numbers, got NaN at index 1", { x: [0, NaN] }],
  ["x must be finite numbers, positive, got 0 at index 0", { x: [0, 1] }, { x: log }],
  [
    "z must be finite numbers, got NaN at index 4, x = 1, y = 20",
    { z: (x, y) => (x === 1 && y === 20 ? NaN : 1) },
  ],
  [
    "z must be finite numbers, positive, got 0 at index 0, x = 0, y = 10",
    { z: (x) => x },
    { z: log },
  ],
  ["z must have as many numbers as the grid has points, 6, got 3", { z: [1, 2, 3] }],
  ["x and y must make at most 40000 points, got 400 times 101", { x: row(400), y: row(101) }],
])("refused: %s", (sentence, field, more) => {
  expect(() => values(field, more)).toThrow(new RangeError(`map: ${sentence}`));
});
