import { describe, expect, test } from "vitest";
import { normal, seededRandom, xoshiro128 } from "../../src/numerics/random.js";

test("the generator is xoshiro128**: the authors' C code, state 1 2 3 4", () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 6 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492,
  ]);
});

test("a seed is spread as splitmix32 does, and a number takes two outputs", () => {
  // The same C code with its state filled from seed 7; (high >> 5) 2²⁶ + (low >> 6), over 2⁵³.
  const random = seededRandom(7);
  expect([random(), random(), random()]).toEqual([
    0.049009592574554284, 0.92985321545698207, 0.39723656802891327,
  ]);
});

describe("the sentences of the docstring", () => {
  test("the same seed gives the same numbers, another seed others", () => {
    const numbers = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });
  test("uniform in [0, 1): mean 1/2, variance 1/12, tenths filled alike", () => {
    const random = seededRandom(0);
    const numbers = Array.from({ length: 100_000 }, random);
    const tenths = new Array(10).fill(0);
    for (const number of numbers) tenths[Math.floor(10 * number)]++;
    expect(Math.min(...tenths)).toBeGreaterThan(9600); // 10,000 ± 4 standard deviations
    expect(Math.max(...tenths)).toBeLessThan(10_400);
    expect(moment(numbers, 1)).toBeCloseTo(1 / 2, 2);
    expect(moment(numbers, 2) - moment(numbers, 1) ** 2).toBeCloseTo(1 / 12, 2);
  });
  test("normal: mean 0, variance 1, third moment 0, fourth 3", () => {
    const numbers = Array.from({ length: 200_000 }, normal(seededRandom(3)));
    expect(Math.abs(moment(numbers, 1))).toBeLessThan(0.01);
    expect(Math.abs(moment(numbers, 2) - 1)).toBeLessThan(0.015);
    expect(Math.abs(moment(numbers, 3))).toBeLessThan(0.04);
    expect(Math.abs(moment(numbers, 4) - 3)).toBeLessThan(0.1);
  });
  test("normal numbers stay finite when random gives its smallest number", () => {
    expect(Math.abs(normal(() => 0)())).toBe(0);
  });
});

test.each([-1, 0.5, 2 ** 32, Number.NaN])("seed %f is refused", (seed) => {
  expect(() => seededRandom(seed)).toThrow(
    new RangeError(`seededRandom: seed must be a whole number from 0 to 4294967295, got ${seed}`),
  );
});

function moment(numbers: readonly number[], power: number): number {
  return numbers.reduce((sum, number) => sum + number ** power, 0) / numbers.length;
}
