import { describe, expect, test } from "vitest";
import { Fault, requireClose, requireEqual, requireError } from "../../src/grading/requirements.js";
import { installHooks } from "../../src/grading/tests.js";

const fault = (act: () => void): Fault => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    return error as Fault;
  }
  throw new Error("it passed");
};

describe("requireClose", () => {
  test("passes within the tolerance", () => {
    requireClose(1.05, 1, { tolerance: 0.06 });
    requireClose([1, 2], Float64Array.of(1, 2));
    requireClose(Float64Array.of(1, 2), [1, 2.000001], { tolerance: 1e-5 });
  });

  test("the default tolerance is 10⁻⁶ of the largest wanted number", () => {
    requireClose([0.99e-4, 100], [0, 100]);
    expect(fault(() => requireClose([1.1e-4, 100], [0, 100])).message).toMatch("element 0");
  });

  test.each([
    [undefined, "it returned nothing (undefined); is a return missing?"],
    [Number.NaN, "it gives NaN, which is not a finite number"],
    [Number.POSITIVE_INFINITY, "it gives Infinity, which is not a finite number"],
    ["2", "it returned a value of type string; it must be a number"],
    [[2], "it returned a value of type object; it must be a number"],
    [{ valueOf: (): number => 2 }, "it returned a value of type object; it must be a number"],
  ])("refuses %s in place of a number", (got, message) =>
    expect(fault(() => requireClose(got as number, 2)).message).toBe(message));

  test.each([
    [2, "it returned a value of type number; it must be a list of numbers"],
    [{ length: 2, 0: 1, 1: 2 }, "it returned a value of type object; it must be a list of numbers"],
    [[1], "it has 1 numbers; there must be 2"],
    [[1, "2"], "element 1 (counted from 0) returned a value of type string; it must be a number"],
  ])("refuses %j in place of a list", (got, message) =>
    expect(fault(() => requireClose(got as number[], [1, 2])).message).toBe(message));

  test("does not say in a report what the right value is", () => {
    installHooks({ test: () => {}, wanted: (call) => call(), secret: "" });
    const { message, discreet } = fault(() => requireClose(27.3, 1.234567, { unit: "eV" }));
    delete (globalThis as Record<symbol, unknown>)[Symbol.for("mlip.grader")];
    expect(message).toBe("it is not within 0.00000123 eV of the right value");
    expect(discreet).toBe(message);
  });

  test.each([
    { reveal: true },
    {},
  ])("unless its author reveals it, or it is a notebook: %j", (more) => {
    const options = { unit: "hartree", tolerance: 1e-3, ...more };
    const { message, discreet } = fault(() => requireClose(27.211386, 1, options));
    expect(message).toBe(
      "it is not within 0.001 hartree of the right value: it is 27.211386, off by 26.2; " +
        "it looks like eV; the answer is asked in hartree",
    );
    expect(discreet).toBe("it is not within 0.001 hartree of the right value");
  });
});

describe("requireEqual", () => {
  test("passes for the same structure", () => requireEqual({ a: [1, "x"] }, { a: [1, "x"] }));
  test.each([
    [{ a: 1 }, { a: 2 }],
    [-0, 0],
    [1, "1"],
    [[undefined], []],
  ])("refuses %j for %j", (got, want) =>
    expect(fault(() => requireEqual(got, want)).message).toBe("it is not the right value"));
});

describe("requireError", () => {
  const thrower = (error: unknown) => () => {
    throw error;
  };
  test("passes for the class", () => requireError(thrower(new RangeError("x")), "RangeError"));
  test.each([
    ["no error", () => 1, "it must throw a RangeError"],
    ["another one", thrower(new Error("x")), "it must throw a RangeError, not another error"],
    ["something thrown", thrower("RangeError"), "it must throw a RangeError, not another error"],
    ["nothing thrown", thrower(undefined), "it must throw a RangeError"],
  ])("refuses %s", (_, call, message) =>
    expect(fault(() => requireError(call, "RangeError")).message).toBe(message));
});
