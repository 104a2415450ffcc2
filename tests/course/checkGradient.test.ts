import { expect, test, vi } from "vitest";
import { checkGradient, judgeGradient } from "../../src/course/checkGradient.js";
import { todo } from "../../src/course/todo.js";

/** E = a² b + sin c, hartree, of three coordinates in bohr. */
const energy = ([a, b, c]: Float64Array): number => a! ** 2 * b! + Math.sin(c!);
const gradient = ([a, b, c]: Float64Array): number[] => [2 * a! * b!, a! ** 2, Math.cos(c!)];
const points = [
  [1, 2, 0.5],
  [-0.5, 1, 3],
];
type Answer = (x: Float64Array) => ArrayLike<number>;
const scaled =
  (factor: number): Answer =>
  (x) =>
    gradient(x).map((g) => factor * g);

test.each<[string, Answer, string, string]>([
  ["the answer", gradient, "right", "agrees with central differences at all 2 points"],
  ["the untouched stub", () => todo("2.1"), "missing", "exercise 2.1 is not answered yet"],
  [
    "a forgotten return",
    (() => {}) as unknown as Answer,
    "wrong",
    "at point 0 your function returned nothing (undefined); is a return missing?",
  ],
  [
    "NaN",
    ([a, b, c]) => [2 * a! * b!, a! ** 2, Math.sqrt(-c!)],
    "wrong",
    "at point 0 your function gives NaN as element 2 (counted from 0)",
  ],
  [
    "a crash",
    () => {
      throw new Error("boom");
    },
    "wrong",
    "at point 0 your function stopped with Error: boom",
  ],
  [
    "right at one point only",
    () => gradient(Float64Array.of(1, 2, 0.5)),
    "wrong",
    "at point 1 your function gives 4 hartree/bohr as element 0 (row 0, x; counted from 0), " +
      "which is off by 5.00",
  ],
  [
    "the force",
    scaled(-1),
    "wrong",
    "at point 0 your function gives -4 hartree/bohr as element 0 (row 0, x; counted from 0), " +
      "which is off by -8.00; it has the opposite sign",
  ],
  [
    "eV/bohr",
    scaled(27.2114),
    "wrong",
    "at point 0 your function gives 108.8456 hartree/bohr as element 0 (row 0, x; counted from 0), " +
      "which is off by 105; it looks like eV/bohr; the answer is asked in hartree/bohr",
  ],
  [
    "one component wrong",
    ([a, b, c]) => [2 * a! * b!, 2 * a!, Math.cos(c!)],
    "wrong",
    "at point 0 your function gives 2 hartree/bohr as element 1 (row 0, y; counted from 0), " +
      "which is off by 1.00",
  ],
  [
    "a component missing",
    ([a, b]) => [2 * a! * b!, a! ** 2],
    "wrong",
    "at point 0 your function returned 2 numbers; there must be 3",
  ],
  [
    "a number",
    () => 1 as never,
    "wrong",
    "at point 0 your function returned a value of type number; it must be a flat list of numbers",
  ],
])("%s is judged", (_name, answer, status, message) => {
  const options = { unit: "hartree/bohr", columns: 3 };
  expect(judgeGradient(answer, energy, points, options)).toEqual({ status, message });
});

test("an answer that overwrites its input or hands out one buffer is still judged by its numbers", () => {
  const buffer = new Float64Array(3);
  const messy: Answer = (x) => {
    buffer.set(gradient(x));
    x.fill(0);
    return buffer;
  };
  expect(judgeGradient(messy, energy, points).status).toBe("right");
});

test.each<[string, (x: Float64Array) => number, string, string]>([
  ["a stub", () => todo("2.0"), "missing", "exercise 2.0 is not answered yet"],
  ["NaN", () => Number.NaN, "wrong", "the energy function gives NaN, which is not a finite number"],
])("the energy may be the student's own: %s", (_name, own, status, message) => {
  expect(judgeGradient(gradient, own, points)).toEqual({ status, message });
});

test("the default tolerance is 10⁻⁵ of the largest component over all points", () => {
  const plus =
    (error: number): Answer =>
    (x) =>
      gradient(x).map((g) => g + error);
  expect(judgeGradient(plus(3.9e-5), energy, points).status).toBe("right"); // the largest is 4
  expect(judgeGradient(plus(4.1e-5), energy, points).status).toBe("wrong");
  expect(judgeGradient(plus(0.1), energy, points, { tolerance: 0.2 }).status).toBe("right");
});

test("of a smooth function, differences are about 10⁻⁸ off", () => {
  expect(judgeGradient(gradient, energy, points, { tolerance: 1e-8 }).status).toBe("right");
});

test.each([
  [[], {}, "checkGradient: there must be at least 1 point, got 0"],
  [
    [[1, 2, 3]],
    { columns: 2 },
    "checkGradient: columns must divide the 3 numbers of point 0, got 2",
  ],
  [[[]], {}, "checkGradient: columns must divide the 0 numbers of point 0, got 1"],
  [
    [[0, 0, 0]],
    { step: -1 },
    "centralGradient: h must be a positive number in the units of x, got -1",
  ],
])("an author's mistake stops: points %j, %j", (where, options, message) => {
  expect(() => judgeGradient(gradient, energy, where, options)).toThrow(new RangeError(message));
});

test("a gradient that vanishes everywhere cannot be judged without a tolerance", () => {
  expect(() =>
    judgeGradient(
      () => [0],
      () => 1,
      [[0]],
    ),
  ).toThrow("checkGradient: tolerance must be a positive number");
});

test("checkGradient prints one line and returns nothing", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(checkGradient(gradient, energy, [points[0]!])).toBeUndefined();
  expect(log.mock.calls).toEqual([["✔ right: agrees with central differences at the point"]]);
  log.mockRestore();
});
