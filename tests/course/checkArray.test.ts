import { expect, test, vi } from "vitest";
import { checkArray, judgeArray } from "../../src/course/checkArray.js";
import { todo } from "../../src/course/todo.js";

/** Two atoms, x y z each, in bohr. */
const want = [0.5, 1, 2, -3, 4, 6];
type Answer = () => ArrayLike<number>;

test.each<[string, Answer, string, string]>([
  ["the answer", () => [...want], "right", "all 6 numbers agree"],
  ["the answer as a typed array", () => Float64Array.from(want), "right", "all 6 numbers agree"],
  ["the untouched stub", () => todo("2.1"), "missing", "exercise 2.1 is not answered yet"],
  [
    "a forgotten return",
    (() => {}) as unknown as Answer,
    "wrong",
    "your function returned nothing (undefined); is a return missing?",
  ],
  [
    "NaN in one place",
    () => [0.5, Number.NaN, 2, -3, 4, 6],
    "wrong",
    "your function gives NaN as element 1 (counted from 0)",
  ],
  [
    "an array that was never filled",
    () => Array(6),
    "wrong",
    "your function gives undefined as element 0 (counted from 0)",
  ],
  [
    "a crash",
    () => {
      throw new Error("boom");
    },
    "wrong",
    "your function stopped with Error: boom",
  ],
  [
    "right in the first element only",
    () => new Float64Array(6).fill(0.5),
    "wrong",
    "your function gives 0.5 bohr as element 1 (row 0, y; counted from 0), which is off by -0.500",
  ],
  [
    "one element wrong",
    () => [0.5, 1, 2, -3, 4, 6.1],
    "wrong",
    "your function gives 6.1 bohr as element 5 (row 1, z; counted from 0), which is off by 0.100",
  ],
  [
    "angstrom",
    () => want.map((number) => 0.529177 * number),
    "wrong",
    "your function gives 0.2645885 bohr as element 0 (row 0, x; counted from 0), which is off by " +
      "-0.235; it looks like angstrom; the answer is asked in bohr",
  ],
  [
    "the opposite sign",
    () => want.map((number) => -number),
    "wrong",
    "your function gives -0.5 bohr as element 0 (row 0, x; counted from 0), which is off by -1.00; " +
      "it has the opposite sign",
  ],
  ["too short", () => [0.5, 1], "wrong", "your function returned 2 numbers; there must be 6"],
  ["empty", () => [], "wrong", "your function returned 0 numbers; there must be 6"],
  [
    "all x, then all y, then all z",
    () => [0.5, -3, 1, 4, 2, 6],
    "wrong",
    "your function has the right numbers in a transposed layout: all numbers of column 0 come " +
      "first; asked is row after row (x y z x y z ...)",
  ],
  [
    "atoms swapped",
    () => [-3, 4, 6, 0.5, 1, 2],
    "wrong",
    "your function has the right numbers in another order; the first that differs is element 0 " +
      "(row 0, x; counted from 0)",
  ],
  [
    "a list of lists",
    () =>
      [
        [0.5, 1, 2],
        [-3, 4, 6],
      ] as never,
    "wrong",
    "your function returned a list of lists; it must be one flat list of numbers",
  ],
  [
    "a number",
    () => 0.5 as never,
    "wrong",
    "your function returned a value of type number; it must be a flat list of numbers",
  ],
  [
    "text",
    () => "0.5 1 2" as never,
    "wrong",
    "your function returned a value of type string; it must be a flat list of numbers",
  ],
  [
    "numbers as text",
    () => want.map(String) as never,
    "wrong",
    "your function gives 0.5 as element 0 (counted from 0)",
  ],
  [
    "an async function",
    (async () => want) as never,
    "wrong",
    'your function returned a promise; write it without the word "async"',
  ],
])("%s is judged", (_name, answer, status, message) => {
  expect(judgeArray(answer, want, { unit: "bohr", columns: 3 })).toEqual({ status, message });
});

test("forces on two atoms with the sign wrong are not called another order", () => {
  expect(judgeArray(() => [-2, 0, 0, 2, 0, 0], [2, 0, 0, -2, 0, 0]).message).toContain(
    "it has the opposite sign",
  );
});

test("places are named by rows and columns only where there are columns", () => {
  const second = (columns: number): string =>
    judgeArray(() => [1, 2, 3, 5], [1, 2, 3, 4], { columns }).message;
  expect(second(1)).toContain("as element 3 (counted from 0)");
  expect(second(2)).toContain("as element 3 (row 1, column 1; counted from 0)");
});

test("the default tolerance is 10⁻⁶ of the largest expected number", () => {
  const plus =
    (error: number): Answer =>
    () =>
      want.map((number) => number + error);
  expect(judgeArray(plus(5.9e-6), want).status).toBe("right");
  expect(judgeArray(plus(6.1e-6), want).status).toBe("wrong");
  expect(judgeArray(plus(0.4), want, { tolerance: 0.5 }).status).toBe("right");
});

test.each([
  [[], {}, "checkArray: expected must hold a number, got none"],
  [[1, Number.NaN], {}, "checkArray: expected must be finite numbers, got NaN"],
  [[1, 2], { columns: 3 }, "checkArray: columns must divide the 2 expected numbers, got 3"],
  [[1, 2], { columns: 0 }, "checkArray: columns must divide the 2 expected numbers, got 0"],
  [[1, 2], { columns: 0.5 }, "checkArray: columns must divide the 2 expected numbers, got 0.5"],
])("an author's mistake stops: expected %j, %j", (expected, options, message) => {
  expect(() => judgeArray(() => [1], expected, options)).toThrow(new RangeError(message));
});

test("checkArray prints one line and returns nothing", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(checkArray(() => todo("2.1"), want)).toBeUndefined();
  expect(checkArray(() => [7], [7])).toBeUndefined();
  expect(log.mock.calls).toEqual([
    ["… missing: exercise 2.1 is not answered yet"],
    ["✔ right: the number agrees"],
  ]);
  log.mockRestore();
});
