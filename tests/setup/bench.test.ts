import { expect, test } from "vitest";
import { difference, spread } from "../../src/setup/bench.mjs";

test("results differ by the largest difference over the peer's largest number", () => {
  expect(difference([1, -4], [1, -4])).toBe(0);
  expect(difference([1.5, -4], [1, -4])).toBe(0.125);
  expect(difference([0], [0])).toBe(0);
});

test("results of unlike length, or that are no number, do not agree", () => {
  expect(difference([1], [1, 2]) <= 1e9).toBe(false);
  expect(difference([1, 2], [1]) <= 1e9).toBe(false);
  expect(difference([Number.NaN], [1]) <= 1e9).toBe(false);
  expect(difference([1], [Number.NaN]) <= 1e9).toBe(false);
});

test("the median of an odd and of an even number of rounds, with the range", () => {
  expect(spread([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 });
  expect(spread([4, 1, 9, 2])).toEqual({ median: 3, min: 1, max: 9 });
});
