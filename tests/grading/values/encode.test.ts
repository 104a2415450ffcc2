import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/grading/values/decode.js";
import { CannotCross, encode, MAX_DEPTH } from "../../../src/grading/values/encode.js";

const noFunction = (): never => {
  throw new Error("there is no function here");
};
/** A value after it has crossed, as text between two processes. */
const crossed = (value: unknown): unknown =>
  decode(JSON.parse(JSON.stringify(encode(value, noFunction))), noFunction);

describe("values cross unharmed", () => {
  test.each([
    ["NaN", Number.NaN],
    ["infinities", [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]],
    ["minus zero", -0],
    ["undefined in lists and objects", [undefined, { a: undefined }]],
    ["null", null],
    ["big integers", 12345678901234567890n],
    ["typed arrays", Float64Array.of(0.1, -0, Number.NaN)],
    ["a part of a larger buffer", new Float32Array(8).fill(3).subarray(2, 5)],
    ["bytes", Uint8Array.of(1, 255)],
    ["maps and sets", new Map<unknown, unknown>([["a", new Set([1, { b: 2 }])]])],
    ["dates", new Date(1700000000123)],
    ["nested objects", { a: [{ b: [1, [2, {}]] }], "": "empty name" }],
    ["text that is no valid Unicode", "half \ud83d of a pair \u2028"],
  ])("%s", (_, value) => expect(crossed(value)).toStrictEqual(value));

  test("every value that is made of such parts", () =>
    fc.assert(
      fc.property(fc.anything({ withMap: true, withSet: true, withTypedArray: true }), (value) => {
        expect(crossed(value)).toEqual(value);
      }),
    ));

  test("an error keeps its name and message", () => {
    const error = crossed(new RangeError("too far")) as Error;
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message]).toEqual(["RangeError", "too far"]);
  });

  test("a field called __proto__ is a field", () => {
    const value = crossed(JSON.parse('{"__proto__": {"polluted": true}}')) as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("holes of a list become undefined", () =>
    expect(crossed(Object.assign([], { 1: 1, length: 3 }))).toEqual([undefined, 1, undefined]));

  test("an object of a class becomes its fields and what its getters give", () => {
    class Bond {
      depth = 2;
      get half(): number {
        return this.depth / 2;
      }
    }
    expect(crossed(new Bond())).toEqual({ depth: 2, half: 1 });
  });
});

describe("what cannot cross is named", () => {
  test.each([
    ["a symbol", Symbol("x")],
    ["a promise inside of something; it must be awaited first", [Promise.resolve(1)]],
    ["a DataView", new DataView(new ArrayBuffer(8))],
  ])("%s", (message, value) => {
    expect(() => crossed(value)).toThrow(CannotCross);
    expect(() => crossed(value)).toThrow(message);
  });

  test(`a cycle, or more than ${MAX_DEPTH} levels`, () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => crossed(cycle)).toThrow(`over ${MAX_DEPTH} levels`);
    let deep: unknown = 1;
    for (let i = 0; i < MAX_DEPTH; i++) deep = [deep];
    expect(crossed(deep)).toEqual(deep);
    expect(() => crossed([deep])).toThrow(CannotCross);
  });
});
