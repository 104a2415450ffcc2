import { expect, test, vi } from "vitest";
import { checkProperty, judgeProperty } from "../../src/course/checkProperty.js";
import { todo } from "../../src/course/todo.js";
import type { Random } from "../../src/numerics/random.js";

/** A distance from 0.5 to 5.5 bohr, and what a bond must do there: F = −dE/dR. */
const distance = (random: Random): number => 0.5 + 5 * random();
const isForce =
  (answer: (r: number) => number) =>
  (r: number): boolean =>
    Math.abs(answer(r) + 2 * r) < 1e-9;

test.each<[string, (r: number) => number, string, string]>([
  ["the answer", (r) => -2 * r, "right", "holds for all 100 random inputs"],
  ["the untouched stub", () => todo("2.1"), "missing", "exercise 2.1 is not answered yet"],
  [
    "a forgotten return",
    (() => {}) as unknown as (r: number) => number,
    "wrong",
    "for 0.5 it does not hold",
  ],
  ["NaN", () => Number.NaN, "wrong", "for 0.5 it does not hold"],
  [
    "a crash",
    () => {
      throw new Error("boom");
    },
    "wrong",
    "for 0.5 it stopped with Error: boom",
  ],
  ["right at one input", () => -1, "wrong", "for 0.95 it does not hold"], // 0.5 is that input
  ["the wrong unit", (r) => -2 * 27.2114 * r, "wrong", "for 0.5 it does not hold"],
  ["wrong beyond 5.4 only", (r) => (r > 5.4 ? 0 : -2 * r), "wrong", "for 5.45 it does not hold"],
])("%s is judged", (_name, answer, status, message) => {
  expect(judgeProperty(distance, isForce(answer))).toEqual({ status, message });
});

test("a condition may say what went wrong", () => {
  const verdict = judgeProperty(distance, (r) => (r < 1 ? true : `the force is ${r}`), {
    property: "no force",
  });
  expect(verdict.message).toBe("no force: for 4.5 it does not hold: the force is 4.5");
});

test("the property is named when it holds, too", () => {
  const verdict = judgeProperty(distance, () => true, { property: "energy is kept", runs: 7 });
  expect(verdict.message).toBe("energy is kept: holds for all 7 random inputs");
});

test.each([
  [undefined, "returned nothing (undefined); is a return missing?"],
  [1, "returned a value of type number; it must be true or false"],
  [Promise.resolve(true), 'returned a promise; write it without the word "async"'],
])("a condition that gives %s counts as failed", (got, message) => {
  expect(judgeProperty(distance, (() => got) as never)).toEqual({
    status: "wrong",
    message: `for 0.5 it ${message}`,
  });
});

test("lists and objects are shown short", () => {
  const message = (draw: (random: Random) => unknown): string =>
    judgeProperty(draw, () => false).message;
  expect(message((random) => Float64Array.of(random(), 0.123456789))).toBe(
    "for [0, 0.123457] it does not hold",
  );
  expect(message(() => Array(20).fill(1))).toContain("1, ... 20 in all]");
  expect(message(() => ({ r: 1, atoms: ["H", "D"] }))).toBe(
    "for { r: 1, atoms: [H, D] } it does not hold",
  );
});

test("the same seed draws the same inputs, another seed others", () => {
  const inputs = (seed: number): number[] => {
    const seen: number[] = [];
    judgeProperty(distance, (r) => seen.push(r) > 0, { seed, runs: 5 });
    return seen;
  };
  expect(inputs(3)).toEqual(inputs(3));
  expect(inputs(3)).not.toEqual(inputs(4));
  expect(new Set(inputs(3)).size).toBe(5);
});

test("a simpler input is one that the draw can make, and fails in the same way", () => {
  const crashesNearOne = (r: number): boolean => {
    if (Math.abs(r - 0.5) < 1e-12) throw new Error("of another kind");
    return false;
  };
  expect(judgeProperty(distance, crashesNearOne).message).toBe("for 0.95 it does not hold");
  const rejecting = (random: Random): number => {
    for (;;) {
      const number = random();
      if (number > 0.85) return number;
    }
  };
  expect(judgeProperty(rejecting, () => false).message).toMatch(/^for 0\.(8[5-9]|9)/);
});

test.each([0, 1.5, Number.NaN])("an author's mistake stops: %f runs", (runs) => {
  expect(() => judgeProperty(distance, () => true, { runs })).toThrow(
    new RangeError(`checkProperty: runs must be a positive whole number, got ${runs}`),
  );
});

test("checkProperty prints one line and returns nothing", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(checkProperty(distance, () => true)).toBeUndefined();
  expect(log.mock.calls).toEqual([["✔ right: holds for all 100 random inputs"]]);
  log.mockRestore();
});
