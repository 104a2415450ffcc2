import { describe, expect, test } from "vitest";
import { requireSeed, stepRandom } from "../../src/dynamics/stepRandom.js";

describe("numbers from nothing but seed and step", () => {
  test("the same twice", () => {
    const [one, other] = [stepRandom(5, 7), stepRandom(5, 7)];
    for (let k = 0; k < 10; k++) expect(one()).toBe(other());
  });
  test("others for each of 300 by 300 seeds and steps", () => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 300; seed++)
      for (let step = 0; step < 300; step++) {
        const random = stepRandom(seed, step);
        random();
        seen.add(random());
      }
    expect(seen.size).toBe(90_000);
  });
});
test("others, too, where step and seed scatter to the same number", () => {
  const mix = (number: number): number => {
    let z = number | 0;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const [one, other] = [stepRandom(1, 5), stepRandom(2, (5 ^ mix(1) ^ mix(2)) >>> 0)];
  const numbers = [one, other].map((random) => Array.from({ length: 4 }, random));
  for (let k = 1; k < 4; k++) expect(numbers[0]![k]).not.toBe(numbers[1]![k]);
});
describe("the k-th number of one step after the other is as random as numbers of one step", () => {
  const count = 40_000;
  test.each([
    ["steps of seed 1", (k: number) => [1, k]],
    ["seeds at step 1", (k: number) => [k, 1]],
    ["seed and step alike", (k: number) => [k, k]],
  ] as const)("%s", (_, pair) => {
    for (const skipped of [0, 1, 5]) {
      const numbers = Float64Array.from({ length: count }, (_, k) => {
        const random = stepRandom(pair(k)[0]!, pair(k)[1]!);
        for (let s = 0; s < skipped; s++) random();
        return random() - 0.5;
      });
      const mean = numbers.reduce((sum, x) => sum + x, 0) / count;
      const variance = numbers.reduce((sum, x) => sum + x * x, 0) / count;
      // Four standard deviations each.
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / 12 / count));
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / count));
      for (const apart of [1, 2, 256]) {
        const product = numbers.reduce((sum, x, k) => sum + x * (numbers[k + apart] ?? 0), 0);
        expect(Math.abs(product / count)).toBeLessThan(4 / 12 / Math.sqrt(count));
      }
    }
  });
});
test.each([-1, 0.5, 2 ** 32, Number.NaN])("refuses the seed %s", (seed) => {
  expect(() => requireSeed("langevin", seed)).toThrow(
    new RangeError(`langevin: seed must be a whole number from 0 to 4294967295, got ${seed}`),
  );
});
