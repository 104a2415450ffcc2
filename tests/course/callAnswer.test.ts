import { expect, test } from "vitest";
import { callAnswer, callForNumbers } from "../../src/course/callAnswer.js";
import { todo } from "../../src/course/todo.js";

test.each([0, -1.5, 1e300])("a finite number is passed on: %f", (value) => {
  expect(callAnswer(() => value, "your function")).toBe(value);
});

test("an untouched stub is missing", () => {
  expect(callAnswer(() => todo("5.1"), "your function")).toEqual({
    status: "missing",
    message: "exercise 5.1 is not answered yet",
  });
});

const boom = (thrown: unknown) => () => {
  throw thrown;
};
test.each([
  ["a forgotten return", () => undefined, "returned nothing (undefined); is a return missing?"],
  ["NaN", () => Number.NaN, "gives NaN, which is not a finite number"],
  ["infinity", () => -1 / 0, "gives -Infinity, which is not a finite number"],
  ["text", () => "0.1", "returned a value of type string; it must be a number"],
  ["null", () => null, "returned null; it must be a number"],
  ["an array", () => [1], "returned a value of type object; it must be a number"],
  ["an async function", async () => 1, 'returned a promise; write it without the word "async"'],
  ["a crash", boom(new TypeError("boom")), "stopped with TypeError: boom"],
  ["thrown text", boom("boom"), "stopped with boom"],
  ["nothing thrown", boom(undefined), "stopped with a thrown undefined"],
  ["a bare object thrown", boom(Object.create(null)), "stopped with a thrown object"],
])("%s is wrong, with the reason", (_name, call, reason) => {
  expect(callAnswer(call, "at 2 your function")).toEqual({
    status: "wrong",
    message: `at 2 your function ${reason}`,
  });
});

test("endless recursion is a crash like any other", () => {
  const deeper = (): number => deeper() + 1;
  expect(callAnswer(deeper, "your function")).toMatchObject({ status: "wrong" });
});

test("the rejection of an async answer does not escape", async () => {
  const escaped: unknown[] = [];
  const listen = (reason: unknown): unknown => escaped.push(reason);
  process.on("unhandledRejection", listen);
  callAnswer(async () => todo("5.1"), "your function");
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", listen);
  expect(escaped).toEqual([]);
});

test.each([
  [[1, -2]],
  [Float64Array.of(1, -2)],
  [Int8Array.of(1, -2)],
])("callForNumbers passes a flat list on, as a copy: %o", (list) => {
  const got = callForNumbers(() => list, "your function");
  expect(got).toEqual(Float64Array.of(1, -2));
  expect(got).not.toBe(list);
});

test.each([
  [
    "a list of lists",
    () => [[1], [2]],
    "returned a list of lists; it must be one flat list of numbers",
  ],
  ["NaN in a list", () => [1, Number.NaN], "gives NaN as element 1 (counted from 0)"],
  ["null in a list", () => [null], "gives null as element 0 (counted from 0)"],
  ["a list with a hole", () => Array(2), "gives undefined as element 0 (counted from 0)"],
  ["a big integer", () => BigInt64Array.of(1n), "gives 1 as element 0 (counted from 0)"],
  [
    "bytes without a type",
    () => new DataView(new ArrayBuffer(8)),
    "returned a value of type object; it must be a flat list of numbers",
  ],
  ["NaN", () => Number.NaN, "returned a value of type number; it must be a flat list of numbers"],
  ["a forgotten return", () => undefined, "returned nothing (undefined); is a return missing?"],
  ["a crash", boom(new TypeError("boom")), "stopped with TypeError: boom"],
])("callForNumbers: %s is wrong, with the reason", (_name, call, reason) => {
  expect(callForNumbers(call, "your function")).toEqual({
    status: "wrong",
    message: `your function ${reason}`,
  });
});
