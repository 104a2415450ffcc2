import { expect, test } from "vitest";
import { isTodo, todo } from "../../src/course/todo.js";

const thrownBy = (action: () => void): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

test("todo throws and names the exercise", () => {
  expect(() => todo("5.1")).toThrow("exercise 5.1 is not answered yet");
});

test("todo fits a function of any return type", () => {
  const number = (): number => todo("1");
  const array = (): Float64Array => todo("2");
  expect(number).toThrow();
  expect(array).toThrow();
});

test("isTodo knows what todo throws, also after it was copied", () => {
  const error = thrownBy(() => todo("5.1"));
  expect(isTodo(error)).toBe(true);
  expect(isTodo({ name: "NotAnswered", message: "copied out of a sandbox" })).toBe(true);
});

test.each([new Error("boom"), "boom", undefined, null, 7])("isTodo does not take %o", (error) => {
  expect(isTodo(error)).toBe(false);
});
