import { expect, test, vi } from "vitest";
import { checkCurve, judgeCurve } from "../../src/course/checkCurve.js";
import { todo } from "../../src/course/todo.js";
import { requireRight } from "../../src/course/verdict.js";

const square = (x: number): number => x * x;
const inputs = [-1, 0.5, 2];

test.each<[string, (x: number) => number, string, string]>([
  ["the answer", square, "right", "agrees at all 3 inputs"],
  ["the untouched stub", () => todo("2.1"), "missing", "exercise 2.1 is not answered yet"],
  [
    "a stub in one branch",
    (x) => (x > 1 ? todo("2.1") : x * x),
    "missing",
    "exercise 2.1 is not answered yet",
  ],
  [
    "a sign slip",
    (x) => -x * x,
    "wrong",
    "at -1 your function gives -1 bohr, which is off by -2.00; it has the opposite sign",
  ],
  [
    "angstrom",
    (x) => 0.529177 * x * x,
    "wrong",
    "at -1 your function gives 0.529177 bohr, which is off by -0.471; it looks like angstrom; " +
      "the answer is asked in bohr",
  ],
  [
    "right at one input only",
    (x) => x ** 4,
    "wrong",
    "at 0.5 your function gives 0.0625 bohr, which is off by -0.188",
  ],
  [
    "NaN at one input",
    (x) => Math.sqrt(x) ** 4,
    "wrong",
    "at -1 your function gives NaN, which is not a finite number",
  ],
  [
    "a forgotten return",
    (() => {}) as unknown as (x: number) => number,
    "wrong",
    "at -1 your function returned nothing (undefined); is a return missing?",
  ],
  [
    "a crash",
    () => {
      throw new Error("boom");
    },
    "wrong",
    "at -1 your function stopped with Error: boom",
  ],
  [
    "not a function",
    7 as unknown as (x: number) => number,
    "wrong",
    "at -1 your function stopped with TypeError: answer is not a function",
  ],
])("%s is judged", (_name, answer, status, message) => {
  expect(judgeCurve(answer, square, inputs, { unit: "bohr" })).toEqual({ status, message });
});

test("the default tolerance is 10⁻⁶ of the largest expected number", () => {
  expect(judgeCurve((x) => x * x + 3.9e-6, square, inputs).status).toBe("right");
  expect(judgeCurve((x) => x * x + 4.1e-6, square, inputs).status).toBe("wrong");
});

test.each([
  [[1], square, "checkCurve: there must be at least 2 inputs, got 1"],
  [[1, -1], Math.sqrt, "checkCurve: expected must be finite numbers, got NaN"],
])("an author's mistake stops: inputs %j", (points, reference, message) => {
  expect(() => judgeCurve(square, reference, points)).toThrow(new RangeError(message));
});

test("checkCurve prints one line and returns nothing", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(checkCurve(square, square, inputs)).toBeUndefined();
  expect(log.mock.calls).toEqual([["✔ right: agrees at all 3 inputs"]]);
  log.mockRestore();
});

test("a graded cell stops on anything but right", () => {
  expect(() => requireRight(judgeCurve(() => 0, square, inputs))).toThrow("✘ wrong: at -1");
  expect(() => requireRight(judgeCurve(square, square, inputs))).not.toThrow();
});
