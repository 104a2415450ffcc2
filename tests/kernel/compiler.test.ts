import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { completeness, createCompiler } from "../../src/kernel/compiler.js";

const compiler = createCompiler();
const compile = (source: string) => {
  const compiled = compiler.compile(source);
  if ("diagnostics" in compiled) throw new Error(compiled.diagnostics[0]!.messageText);
  compiler.declare(compiled.declarations);
  return compiled.code;
};

describe("the line map", () => {
  test.each([
    ["1;\n\n\nmarker();", 4, 1],
    ["interface A { a: number }\n// note\ntype B = A;\n  marker();", 4, 3],
    ["import * as fs from 'node:fs';\nfs.existsSync('x');\nmarker();", 3, 1],
    ["await null;\nmarker();", 2, 1],
    ["const o = {\n  f() {\n    marker();\n  },\n};", 3, 5],
  ])("finds the line and column of a word in the cell: %j", (source, line, column) => {
    compile("function marker(): void {}");
    const { code, map } = compile(source);
    const lines = code.split("\n");
    const at = lines.findIndex((text) => text.includes("marker)(") || text.includes("marker("));
    const segments = map[at]!;
    const places = [];
    for (let i = 0; i < segments.length; i += 3)
      places.push([segments[i + 1]! + 1, segments[i + 2]! + 1]);
    expect(places).toContainEqual([line, column]);
  });
});

test("the last expression has a name, an assignment has none", () => {
  expect(compile("1 + 1").resultName).toBeDefined();
  expect(compile("let q = 1; q = 2").resultName).toBeUndefined();
  expect(compile("let r = 1; (r = 2)").resultName).toBeDefined();
  expect(compile("const s = 1;").resultName).toBeUndefined();
});

test("the converted code is plain JavaScript over exports and require", () => {
  const { code } = compile("const twice = (x: number): number => 2 * x;");
  const exports: { twice?: (x: number) => number } = {};
  runInNewContext(code, { exports });
  expect(exports.twice!(21)).toBe(42);
});

test("declarations last until a reset", () => {
  compile("const lasting: number = 1;");
  expect(() => compile("lasting + 1")).not.toThrow();
  compiler.reset();
  expect(() => compile("lasting + 1")).toThrow("Cannot find name 'lasting'");
});

test("a cell that does not compile declares nothing", () => {
  expect(() => compile("const broken: string = 1;")).toThrow("not assignable");
  expect(() => compile("broken")).toThrow("Cannot find name 'broken'");
});

test("complaints about the line that tslab adds are left out", () => {
  const compiled = compiler.compile("export const e = 1");
  expect("diagnostics" in compiled && compiled.diagnostics.map((d) => d.start.line)).toEqual([0]);
});

test("a cell that ends too early is still complained about", () => {
  expect(() => compile("function open() {")).toThrow("'}' expected");
});

test("whether code is a whole cell", () => {
  expect(completeness("1 + 1")).toEqual({ status: "complete" });
  expect(completeness("if (true) {")).toEqual({ status: "incomplete", indent: "  " });
});
