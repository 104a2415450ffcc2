import { expect } from "vitest";

/** |actual − expected| ≤ tolerance · max(1, |expected|), element by element; says which one failed. */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const slack = tolerance * Math.max(1, Math.abs(expected[i]!));
    expect(
      Math.abs(actual[i]! - expected[i]!),
      `element ${i}: ${actual[i]} against ${expected[i]}`,
    ).toBeLessThanOrEqual(slack);
  }
}
