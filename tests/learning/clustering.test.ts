import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kMeans } from "../../src/learning/clustering.js";
import { seededRandom } from "../../src/numerics/random.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { points, start, centres, labels, inertia } = reference.clusters;

test("from given centres: scikit-learn's centres, labels and inertia to 1e-12", () => {
  const found = kMeans({ points, features: 3, clusters: 3, centres: start });
  expectClose(found.centres, centres, 1e-12);
  expect([...found.labels]).toEqual(labels);
  expectClose([found.inertia], [inertia], 1e-12);
});

describe("the sentences of the docstring", () => {
  const random = seededRandom(4);
  const groups = Float64Array.from(
    { length: 120 },
    (_, i) => 10 * (Math.floor(i / 2) % 3) + random(),
  );

  test("of several starts the best is kept; far groups are found", () => {
    const found = kMeans({ points: groups, features: 2, clusters: 3, random: seededRandom(1) });
    expect(new Set(found.labels.slice(0, 3)).size).toBe(3);
    for (const [p, label] of found.labels.entries()) expect(label).toBe(found.labels[p % 3]);
    const one = kMeans({ points, features: 3, clusters: 8, random: seededRandom(1), starts: 1 });
    const ten = kMeans({ points, features: 3, clusters: 8, random: seededRandom(1) });
    expect(ten.inertia).toBeLessThanOrEqual(one.inertia);
  });

  test("one seed, the same result", () => {
    const run = () => kMeans({ points, features: 3, clusters: 4, random: seededRandom(9) });
    expect(run()).toEqual(run());
  });

  test("every point belongs to its nearest centre, every centre is the mean of its points, none is empty", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 6, max: 30 }),
        (seed, k, count) => {
          const draw = seededRandom(seed);
          const x = Float64Array.from({ length: 2 * count }, () => Math.round(4 * draw()) / 4);
          const found = kMeans({ points: x, features: 2, clusters: k, random: draw, starts: 2 });
          const square = (p: number, c: number): number =>
            (x[2 * p]! - found.centres[2 * c]!) ** 2 +
            (x[2 * p + 1]! - found.centres[2 * c + 1]!) ** 2;
          let sum = 0;
          for (const [p, own] of found.labels.entries()) {
            sum += square(p, own);
            for (let c = 0; c < k; c++) if (square(p, c) < square(p, own) - 1e-12) return false;
          }
          for (let c = 0; c < k; c++) {
            const members = [...found.labels.keys()].filter((p) => found.labels[p] === c);
            const mean = members.reduce((s, p) => s + x[2 * p]!, 0) / members.length;
            if (members.length > 0 && Math.abs(mean - found.centres[2 * c]!) > 1e-12) return false;
          }
          return Math.abs(sum - found.inertia) < 1e-9;
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  test("a centre that loses all points moves to the farthest point", () => {
    const line = [0, 1, 2, 10];
    const found = kMeans({ points: line, features: 1, clusters: 2, centres: [1, 100] });
    expect([...found.labels]).toEqual([0, 0, 0, 1]);
    expect([...found.centres]).toEqual([1, 10]);
  });
});

test.each([
  [{ points: [] }, "points must hold 3 features for each point, got 0 numbers"],
  [{ points: [1, 2] }, "points must hold 3 features for each point, got 2 numbers"],
  [{ points: [1, Number.NaN, 3] }, "points must be finite numbers, got NaN at index 1"],
  [{ clusters: 76 }, "clusters must be a whole number from 1 to 75, got 76"],
  [{ clusters: 0 }, "clusters must be a whole number from 1 to 75, got 0"],
  [{ centres: [1, 2] }, "centres must hold 2 times 3 numbers, got 2"],
  [{}, "random must be given when centres are not"],
  [{ random: seededRandom(1), starts: 0 }, "starts must be a whole number from 1, got 0"],
])("refuses %o", (change, message) => {
  expect(() => kMeans({ points, features: 3, clusters: 2, ...change })).toThrow(
    new RangeError(`kMeans: ${message}`),
  );
});
