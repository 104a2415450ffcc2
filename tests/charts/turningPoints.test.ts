import { expect, test } from "vitest";
import { turningPoints } from "../../src/charts/turningPoints.js";

const x = [-2, -1, 0, 1, 2];
const parabola = { x, y: x.map((v) => v * v) };

test("the smallest and largest x at which the curve is not above the height, by straight lines", () => {
  expect(turningPoints(parabola, 1)).toEqual([-1, 1]);
  expect(turningPoints(parabola, 2.5)).toEqual([-1.5, 1.5]);
  expect(turningPoints(parabola, 0)).toEqual([0, 0]);
});

test("the points of the curve may come in any order", () => {
  const order = [3, 0, 4, 2, 1];
  const shuffled = { x: order.map((i) => x[i]!), y: order.map((i) => parabola.y[i]!) };
  expect(turningPoints(shuffled, 2.5)).toEqual([-1.5, 1.5]);
});

test("where the curve ends below the height, so does the level", () => {
  expect(turningPoints(parabola, 9)).toEqual([-2, 2]);
  expect(turningPoints({ x: [0, 1, 2], y: [2, 0, -1] }, 1)).toEqual([0.5, 2]);
});

test("over a double well, from the outermost wall to the other", () => {
  const double = { x, y: [9, 0, 5, 0, 9] };
  expect(turningPoints(double, 1)![0]).toBeCloseTo(-1 - 1 / 9, 12);
  expect(turningPoints(double, 1)![1]).toBeCloseTo(1 + 1 / 9, 12);
});

test("a height below the whole curve has none", () => {
  expect(turningPoints(parabola, -0.1)).toBeUndefined();
});
