import { describe, expect, test } from "vitest";
import { drawings, noisy, shifted } from "../../src/learning/pictures.js";
import { seededRandom } from "../../src/numerics/random.js";

const drawn = drawings();

test("eight cats, then eight other things, 64 pixels each, all different", () => {
  expect(drawn.map(({ label }) => label)).toEqual([...Array(8).fill(1), ...Array(8).fill(0)]);
  for (const { pixels } of drawn) {
    expect(pixels).toHaveLength(64);
    expect([...pixels].every((p) => p === 0 || p === 1)).toBe(true);
  }
  expect(new Set(drawn.map(({ pixels }) => pixels.join(""))).size).toBe(16);
});

describe("noisy", () => {
  const [cat] = drawn;
  const one = noisy(cat!, 1, seededRandom(3));
  test("moves each pixel by up to amount/2 and keeps it from 0 to 1", () => {
    for (const [i, value] of one.pixels.entries()) {
      expect(Math.abs(value - cat!.pixels[i]!)).toBeLessThanOrEqual(0.5);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
    expect(Math.max(...one.pixels.map((v, i) => Math.abs(v - cat!.pixels[i]!)))).toBeGreaterThan(
      0.4,
    );
    expect(one.label).toBe(1);
  });
  test("one seed, one picture", () =>
    expect(noisy(cat!, 1, seededRandom(3)).pixels).toEqual(one.pixels));
  test("amount 0 changes nothing", () =>
    expect(noisy(cat!, 0, seededRandom(3)).pixels).toEqual(cat!.pixels));
});

describe("shifted", () => {
  const dot = { pixels: new Float64Array(64), label: 0 as const };
  dot.pixels[8 * 2 + 5] = 1; // row 2, column 5
  const placeOf = (right: number, down: number): number =>
    shifted(dot, right, down).pixels.indexOf(1);
  test("moves to the right and down", () => {
    expect(placeOf(1, 0)).toBe(8 * 2 + 6);
    expect(placeOf(0, 3)).toBe(8 * 5 + 5);
    expect(placeOf(-2, -1)).toBe(8 * 1 + 3);
  });
  test("what leaves is lost, nothing comes in", () => {
    expect(placeOf(3, 0)).toBe(-1);
    expect(shifted(dot, 3, 0).pixels.every((p) => p === 0)).toBe(true);
  });
});
