import { expect, test } from "vitest";
import { principalComponents } from "../../src/learning/principalComponents.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { points } = reference.clusters;
const { mean, variances, fractions, components, scores } = reference.components;
const found = principalComponents(points, 3);

test("scikit-learn's mean, variances, components and scores to 1e-12", () => {
  expectClose(found.mean, mean, 1e-12);
  expectClose(found.variances, variances, 1e-12);
  expectClose(found.fractions, fractions, 1e-12);
  const rows = found.components.map((_, i) =>
    Float64Array.from(components.slice(3 * i, 3 * i + 3)),
  );
  // A direction has no sign of its own; ours is stated.
  const signs = rows.map((row, c) =>
    Math.sign(row.reduce((s, v, i) => s + v * found.components[c]![i]!, 0)),
  );
  for (const [c, row] of rows.entries())
    expectClose(
      found.components[c]!,
      row.map((v) => signs[c]! * v),
      1e-12,
    );
  expectClose(
    found.scores,
    Float64Array.from(scores as number[], (v, q) => signs[q % 3]! * v),
    1e-12,
  );
});

test("in each direction the entry of the largest size is positive", () => {
  for (const direction of found.components) {
    const largest = [...direction].sort((a, b) => Math.abs(b) - Math.abs(a))[0]!;
    expect(largest).toBeGreaterThan(0);
  }
});

test("directions are orthonormal, fractions add up to 1", () => {
  for (const [i, a] of found.components.entries())
    for (const [j, b] of found.components.entries())
      expect(a.reduce((s, v, k) => s + v * b[k]!, 0)).toBeCloseTo(i === j ? 1 : 0, 12);
  expect(found.fractions.reduce((s, f) => s + f, 0)).toBeCloseTo(1, 14);
});

test("points on a line have one component", () => {
  const line = principalComponents([0, 0, 1, 2, 2, 4], 2);
  expectClose(line.components[0]!, [1 / Math.sqrt(5), 2 / Math.sqrt(5)], 1e-14);
  expectClose(line.fractions, [1, 0], 1e-14);
});

test.each([
  [[1, 2, 3], 2, "points must hold 2 features for each point, got 3 numbers"],
  [[1, 2], 2, "there must be at least 2 points, got 1"],
  [[1, 2, 1, 2], 2, "points must differ, got all at one place"],
])("refuses %o", (x, features, message) => {
  expect(() => principalComponents(x, features)).toThrow(
    new RangeError(`principalComponents: ${message}`),
  );
});
