import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/grading/values/decode.js";

const called: unknown[] = [];
const find =
  (): ((...args: unknown[]) => unknown) =>
  (...args) =>
    called.push(args);

describe("data from a hostile process", () => {
  test.each([
    ["an unknown kind", { code: "process.exit()" }],
    ["a kind that every object has", { constructor: [] }],
    ["a kind that every object has", { toString: "x" }],
    ["two kinds at once", { number: "1", bigint: "2" }],
    ["no kind", {}],
    ["a number that is no text", { number: 1 }],
    ["an object that is no list of pairs", { object: { a: 1 } }],
    ["a pair of three", { object: [["a", 1, 2]] }],
    ["a name that is no text", { object: [[1, 1]] }],
    ["an error without text", { error: {} }],
    ["bytes that do not fit", { Float64Array: "AAAA" }],
    ["no big integer", { bigint: "one" }],
  ])("%s is refused: %j", (_, data) => expect(() => decode(data, find)).toThrow());

  test("nothing but errors and plain values comes of any JSON", () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        let value: unknown;
        try {
          value = decode(JSON.parse(text), find);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          return;
        }
        expect(typeof value === "object" || typeof value !== "function").toBe(true);
      }),
    ));

  test("reading, printing, comparing or awaiting a value calls nothing of its owner", async () => {
    const names = ["then", "toString", "valueOf", "toJSON", "constructor"];
    const value = decode({ object: names.map((name) => [name, { function: { mine: 0 } }]) }, find);
    expect(Object.keys(value as object)).toEqual([]);
    void `${value} ${JSON.stringify(value)} ${Number(value) < 3} ${await value}`;
    expect(called).toEqual([]);
  });

  test("a deep line ends with an error, not with the process", () => {
    const text = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(() => decode(JSON.parse(text), find)).toThrow("nested too deeply");
  });

  test("the prototype of all objects stays clean", () => {
    decode({ object: [["__proto__", { object: [["polluted", true]] }]] }, find);
    decode(JSON.parse('{"object": [["constructor", {"object": [["prototype", 1]]}]]}'), find);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
