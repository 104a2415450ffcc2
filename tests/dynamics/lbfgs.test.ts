import { describe, expect, test } from "vitest";
import { type Descent, lbfgs } from "../../src/dynamics/lbfgs.js";
import { expectClose } from "../support/closeTo.js";

const options = { gradientTolerance: 1e-9, longestStep: 0.5, maxEvaluations: 1000 };

/** Rosenbrock's valley in four dimensions, with its minimum 0 at (1 1 1 1). */
const valley: Descent["at"] = (x) => {
  const gradient = new Float64Array(4);
  let value = 0;
  for (let i = 0; i < 3; i++) {
    const [step, rest] = [x[i + 1]! - x[i]! ** 2, 1 - x[i]!];
    value += 100 * step ** 2 + rest ** 2;
    gradient[i]! += -400 * step * x[i]! - 2 * rest;
    gradient[i + 1]! += 200 * step;
  }
  return { value, gradient };
};
/** Σ k x²/2 with stiffnesses from 1 to 10⁴. */
const bowl: Descent["at"] = (x) => ({
  value: x.reduce((sum, xi, i) => sum + (10 ** (4 * (i / 19)) * xi * xi) / 2, 0),
  gradient: x.map((xi, i) => 10 ** (4 * (i / 19)) * xi),
});

describe("comes to the bottom", () => {
  test("of Rosenbrock's valley", () => {
    const found = lbfgs({ ...options, start: Float64Array.of(-1.2, 1, -0.5, 2), at: valley });
    expect(found.converged).toBe(true);
    expectClose(found.point, [1, 1, 1, 1], 1e-9);
    expect(found.evaluations).toBeLessThan(100);
    expect(Math.max(...found.gradient.map(Math.abs))).toBeLessThanOrEqual(1e-9);
  });
  test("of a bowl ten thousand times as steep one way as the other", () => {
    const found = lbfgs({ ...options, start: new Float64Array(20).fill(1), at: bowl });
    expectClose(found.point, new Float64Array(20), 1e-9);
    expect(found.evaluations).toBeLessThan(1.2 * 429); // SciPy's L-BFGS-B with as long a memory
  });
  test("from near a top, where the curvature has the wrong sign", () => {
    const hills: Descent["at"] = (x) => ({
      value: x.reduce((sum, xi, i) => sum - Math.cos(xi) * (i + 1), 0),
      gradient: x.map((xi, i) => Math.sin(xi) * (i + 1)),
    });
    const found = lbfgs({ ...options, start: Float64Array.of(3, -3.1, 2.8), at: hills });
    expectClose(found.point, [0, 0, 0], 1e-9);
    expect(found.converged).toBe(true);
  });
  test("at once when it starts there, and leaves the start as it was", () => {
    const start = Float64Array.of(1, 1, 1, 1);
    const found = lbfgs({ ...options, start, at: valley });
    expect([found.evaluations, found.converged]).toEqual([1, true]);
    const begin = Float64Array.of(0, 0, 0, 0);
    lbfgs({ ...options, start: begin, at: valley });
    expectClose(begin, [0, 0, 0, 0], 0);
  });
});
test("no coordinate moves farther than the longest step in one step", () => {
  const points: Float64Array[] = [];
  const at: Descent["at"] = (x) => {
    points.push(x.slice());
    return bowl(x);
  };
  lbfgs({ ...options, longestStep: 0.01, start: new Float64Array(20).fill(1), at });
  const moves = points
    .slice(1)
    .map((point, k) => point.map((x, i) => Math.abs(x - points[k]![i]!)));
  expect(moves.length).toBeGreaterThan(100);
  expect(Math.max(...moves.map((move) => Math.max(...move)))).toBeLessThanOrEqual(0.0100001);
});
describe("stops where it is, and says so", () => {
  test("after so many evaluations", () => {
    const start = Float64Array.of(-1.2, 1, -0.5, 2);
    const found = lbfgs({ ...options, maxEvaluations: 10, start, at: valley });
    expect([found.evaluations, found.converged]).toEqual([10, false]);
    expect(found.value).toBeLessThan(valley(start).value);
  });
  test("when no way leads down: the gradient points up", () => {
    const wrong: Descent["at"] = (x) => ({ value: bowl(x).value, gradient: x.map((xi) => -xi) });
    const found = lbfgs({ ...options, start: Float64Array.of(1), at: wrong });
    expect(found.converged).toBe(false);
    expect(found.evaluations).toBeLessThan(40);
  });
});
test("close to the bottom of a deep function, where its value is all rounding, the gradient leads on", () => {
  const deep: Descent["at"] = (x) => ({
    value: bowl(x).value - 1e6 + 3e-9 * Math.sin(1e12 * x[0]!), // as sums over many atoms are rounded
    gradient: bowl(x).gradient,
  });
  const found = lbfgs({ ...options, start: new Float64Array(20).fill(1), at: deep });
  expect(found.converged).toBe(true);
  expectClose(found.point, new Float64Array(20), 1e-9);
});
