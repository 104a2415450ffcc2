import { expect, test, vi } from "vitest";
import { checkNumber, judgeNumber } from "../../src/course/checkNumber.js";
import { todo } from "../../src/course/todo.js";

test.each([
  ["the answer", () => 0.25, "right", "0.25 hartree"],
  ["within 10⁻⁶ of it", () => 0.25 * (1 + 9e-7), "right", "0.250000225 hartree"],
  [
    "just outside",
    () => 0.25 * (1 + 1.1e-6),
    "wrong",
    "your function gives 0.250000275 hartree, which is off by 2.75e-7",
  ],
  ["the untouched stub", () => todo("2.1"), "missing", "exercise 2.1 is not answered yet"],
  ["NaN", () => Number.NaN, "wrong", "your function gives NaN, which is not a finite number"],
  [
    "a forgotten return",
    (() => {}) as unknown as () => number,
    "wrong",
    "your function returned nothing (undefined); is a return missing?",
  ],
  [
    "eV",
    () => 6.80285,
    "wrong",
    "your function gives 6.80285 hartree, which is off by 6.55; it looks like eV; " +
      "the answer is asked in hartree",
  ],
  [
    "the wrong sign",
    () => -0.25,
    "wrong",
    "your function gives -0.25 hartree, which is off by -0.500; it has the opposite sign",
  ],
])("%s is judged %s", (_name, answer, status, message) => {
  expect(judgeNumber(answer, 0.25, { unit: "hartree" })).toEqual({ status, message });
});

test("a tolerance is absolute", () => {
  expect(judgeNumber(() => 4163, 4163.2, { tolerance: 0.3 }).status).toBe("right");
  expect(judgeNumber(() => 4163, 4163.2, { tolerance: 0.1 }).status).toBe("wrong");
});

test.each([
  [Number.NaN, 1, "checkNumber: expected must be finite numbers, got NaN"],
  [
    0,
    undefined,
    "checkNumber: tolerance must be a positive number (it has no default where every expected " +
      "number is 0), got undefined",
  ],
  [
    1,
    -1,
    "checkNumber: tolerance must be a positive number (it has no default where every expected " +
      "number is 0), got -1",
  ],
])("an author's mistake stops: expected %f, tolerance %f", (expected, tolerance, message) => {
  const options = tolerance === undefined ? {} : { tolerance };
  expect(() => judgeNumber(() => 1, expected, options)).toThrow(new RangeError(message));
});

test("checkNumber prints one line and returns nothing", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(checkNumber(() => todo("2.1"), 1)).toBeUndefined();
  expect(checkNumber(() => 1, 1)).toBeUndefined();
  expect(log.mock.calls).toEqual([["… missing: exercise 2.1 is not answered yet"], ["✔ right: 1"]]);
  log.mockRestore();
});
