import { describe, expect, test } from "vitest";
import { decode } from "../../../src/grading/values/decode.js";
import { encode } from "../../../src/grading/values/encode.js";
import { createFunctionTable, type FunctionTable } from "../../../src/grading/values/functions.js";

/** Two sides that pass values to each other as text. */
function twoSides(): { there: (value: unknown) => unknown; back: (value: unknown) => unknown } {
  const cross = (value: unknown, from: FunctionTable, to: FunctionTable): unknown =>
    decode(JSON.parse(JSON.stringify(encode(value, from.keep))), to.find);
  const a: FunctionTable = createFunctionTable((id, _, args, construct) => {
    const given = args.map((arg) => cross(arg, a, b));
    return cross(b.call(id, given, construct), b, a);
  });
  const b: FunctionTable = createFunctionTable((id, _, args, construct) => {
    const given = args.map((arg) => cross(arg, b, a));
    return cross(a.call(id, given, construct), a, b);
  });
  return { there: (value) => cross(value, a, b), back: (value) => cross(value, b, a) };
}

describe("functions across a border", () => {
  test("are called over there, with copies of arguments and result", () => {
    const { there } = twoSides();
    const add = there((list: number[]) => list.push(4)) as (list: number[]) => number;
    const list = [1, 2, 3];
    expect(add(list)).toBe(4);
    expect(list).toEqual([1, 2, 3]);
  });

  test("call functions that were passed to them", () => {
    const { there } = twoSides();
    const twice = there((f: (x: number) => number, x: number) => f(f(x))) as (
      f: (x: number) => number,
      x: number,
    ) => number;
    expect(twice((x) => x * x, 3)).toBe(81);
  });

  test("come home as themselves", () => {
    const { there, back } = twoSides();
    const own = (): number => 1;
    expect(back(there(own))).toBe(own);
  });

  test("methods keep their object", () => {
    class Counter {
      #count = 0;
      next(): number {
        return ++this.#count;
      }
    }
    const { there } = twoSides();
    const counter = there(new Counter()) as Counter;
    expect([counter.next(), counter.next()]).toEqual([1, 2]);
  });

  test("classes construct", () => {
    class Point {
      readonly x: number;
      constructor(x: number) {
        this.x = x;
      }
      double(): number {
        return 2 * this.x;
      }
    }
    const { there } = twoSides();
    const Remote = there(Point) as typeof Point;
    expect(new Remote(4).x).toBe(4);
    expect(new Remote(4).double()).toBe(8);
  });

  test("a number that was never given is refused", () => {
    const { back } = twoSides();
    expect(() => back({})).not.toThrow();
    const table = createFunctionTable(() => undefined);
    expect(() => table.find({ yours: 3 })).toThrow("a function that was never given");
    expect(() => table.find({ mine: "3", name: "f" })).toThrow("a function that is none");
    expect(() => table.call(0, [], false)).toThrow("never given");
  });
});
