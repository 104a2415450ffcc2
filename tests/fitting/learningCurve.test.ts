import { describe, expect, test } from "vitest";
import { type LearningCurve, learningCurve } from "../../src/fitting/learningCurve.js";
import { normal, seededRandom } from "../../src/numerics/random.js";

const gauss = normal(seededRandom(1));
const data = Array.from({ length: 200 }, () => gauss());
const meanOf = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const task: LearningCurve = {
  train: Array.from({ length: 100 }, (_, i) => i),
  sizes: [2, 10, 100],
  repeats: 60,
  random: seededRandom(4),
  errors: (subset) => {
    const mean = meanOf(subset.map((i) => data[i]!));
    return {
      train: meanOf(subset.map((i) => (data[i]! - mean) ** 2)),
      test: meanOf(data.slice(100).map((value) => (value - mean) ** 2)),
    };
  },
};

describe("a mean learned from 2, 10 and 100 numbers", () => {
  const rows = learningCurve(task);
  test("the test error falls, the training error rises, they meet", () => {
    const [few, some, many] = rows;
    expect(few!.test).toBeGreaterThan(some!.test);
    expect(few!.train).toBeLessThan(some!.train);
    expect(few!.test - few!.train).toBeGreaterThan(0.5);
    expect(Math.abs(many!.test - many!.train)).toBeLessThan(0.3);
  });
  test("all data: every repeat has the same error, their deviation is 0", () => {
    expect(rows[2]!.testDeviation).toBeLessThan(1e-12);
    expect(rows[0]!.testDeviation).toBeGreaterThan(0);
  });
});

test("the larger sets of a repeat contain the smaller ones, none has a datum twice", () => {
  const sets: (readonly number[])[] = [];
  learningCurve({
    ...task,
    repeats: 1,
    errors: (subset) => {
      sets.push(subset);
      return { train: 0, test: 0 };
    },
  });
  for (const [i, set] of sets.slice(1).entries())
    expect(set.slice(0, sets[i]!.length)).toEqual(sets[i]);
  expect(new Set(sets[2]).size).toBe(100);
});

test.each<[Partial<LearningCurve>, string]>([
  [{ sizes: [101] }, "sizes must be whole numbers from 1 to 100, got 101"],
  [{ repeats: 0 }, "repeats must be a positive whole number, got 0"],
  [
    { errors: () => ({ train: 1, test: Number.NaN }) },
    "errors must be finite, got 1 and NaN with 2 data",
  ],
])("refusal %#", (change, message) => {
  expect(() => learningCurve({ ...task, ...change })).toThrow(
    new RangeError(`learningCurve: ${message}`),
  );
});
