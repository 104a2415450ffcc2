import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extrapolationSplit, groupSplit, randomSplit } from "../../src/fitting/splits.js";
import { seededRandom } from "../../src/numerics/random.js";

const sides = (split: { train: readonly number[]; test: readonly number[] }): number[] =>
  [...split.train, ...split.test].sort((a, b) => a - b);

describe("randomSplit", () => {
  test("every datum once, both lists ascending, the stated part, none empty", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        (count, part, seed) => {
          const split = randomSplit(count, part, seededRandom(seed));
          expect(sides(split)).toEqual(Array.from({ length: count }, (_, i) => i));
          expect(Math.abs(split.test.length - part * count)).toBeLessThanOrEqual(1);
          expect(Math.min(split.test.length, split.train.length)).toBeGreaterThan(0);
          for (const list of [split.test, split.train])
            expect([...list]).toEqual([...list].sort((a, b) => a - b));
        },
      ),
    );
  });
  test("the same seed, the same split; another seed, another", () => {
    const run = (seed: number) => randomSplit(40, 0.25, seededRandom(seed)).test;
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });
  test("each datum is as likely as any other", () => {
    const random = seededRandom(9);
    const counts = new Array<number>(10).fill(0);
    for (let n = 0; n < 4000; n++) for (const i of randomSplit(10, 0.3, random).test) counts[i]!++;
    for (const count of counts) expect(Math.abs(count / 4000 - 0.3)).toBeLessThan(0.03);
  });
});

describe("groupSplit", () => {
  test("no group on both sides, at least the stated part to test", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 0, max: 1000 }),
        (groups, seed) => {
          fc.pre(new Set(groups).size > 1);
          const split = groupSplit(groups, 0.3, seededRandom(seed));
          expect(sides(split)).toEqual([...groups.keys()]);
          const inTest = new Set(split.test.map((i) => groups[i]));
          expect(split.train.some((i) => inTest.has(groups[i]))).toBe(false);
          expect(split.train.length).toBeGreaterThan(0);
          if (inTest.size < new Set(groups).size - 1)
            expect(split.test.length).toBeGreaterThanOrEqual(0.3 * groups.length);
        },
      ),
    );
  });
});

test("extrapolationSplit: train within the range, its ends included", () => {
  const split = extrapolationSplit([1, 2, 3, 4, 5], { from: 2, to: 4 });
  expect(split).toEqual({ train: [1, 2, 3], test: [0, 4] });
  expect(extrapolationSplit([5, 1, 3], { to: 3 })).toEqual({ train: [1, 2], test: [0] });
});

test.each<[() => unknown, string]>([
  [() => randomSplit(1, 0.5, Math.random), "randomSplit: there must be at least 2 data, got 1"],
  [() => randomSplit(9, 1, Math.random), "randomSplit: testPart must be between 0 and 1, got 1"],
  [
    () => groupSplit(["a", "a"], 0.5, Math.random),
    "groupSplit: there must be at least 2 groups, got 1",
  ],
  [
    () => groupSplit(["a", "b"], 0, Math.random),
    "groupSplit: testPart must be between 0 and 1, got 0",
  ],
  [
    () => extrapolationSplit([1, Number.NaN], { to: 1 }),
    "extrapolationSplit: value 1 must be finite, got NaN",
  ],
  [
    () => extrapolationSplit([1, 2], { to: 3 }),
    "extrapolationSplit: there must be data on both sides, got none to test with the range -Infinity to 3",
  ],
])("refusal %#", (run, message) => {
  expect(run).toThrow(new RangeError(message));
});
