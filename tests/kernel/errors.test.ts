import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/kernel/compiler.js";
import { compileError, runtimeError } from "../../src/kernel/errors.js";

const sources = new Map([
  [1, { label: "[1]", source: "const f = () => { throw new Error('x') }" }],
  [2, { label: "[2]", source: "\nf()" }],
]);
const error = { name: "Error", message: "x", text: "Error: x\n    at cell [1]", places: [] };

test("the failing cell's own line comes first, even when an earlier cell threw", () => {
  const places = [
    { cell: 1, line: 1, column: 25 },
    { cell: 2, line: 2, column: 1 },
  ];
  expect(runtimeError(2, { ...error, places }, sources).traceback).toEqual([
    "cell [2], line 2:1 - Error: x",
    "  2 | f()",
    "      ^",
    "Error: x",
    "    at cell [1]",
  ]);
});

test("without a place in the failing cell, the innermost cell is named", () => {
  const places = [{ cell: 1, line: 1, column: 25 }];
  expect(runtimeError(2, { ...error, places }, sources).traceback[0]).toBe(
    "cell [1], line 1:25 - Error: x",
  );
});

test("without any place the cell is named alone", () => {
  expect(runtimeError(2, error, sources).traceback[0]).toBe("cell [2] - Error: x");
});

const complaint = (line: number, character: number, messageText: string): Diagnostic => ({
  start: { offset: 10 * line + character, line, character },
  end: { offset: 0, line, character },
  messageText,
  category: 1,
  code: 2322,
});

test("every complaint has line and column from 1; explanations stand below theirs", () => {
  const content = compileError("[7]", "first\nsecond", [
    complaint(0, 2, "Wrong."),
    complaint(0, 2, "Because."),
    complaint(1, 0, "Also wrong."),
  ]);
  expect(content).toEqual({
    ename: "CompileError",
    evalue: "Wrong. (and 1 more)",
    traceback: [
      "cell [7], line 1:3 - Wrong. (TS2322)",
      "  1 | first",
      "        ^",
      "  Because.",
      "cell [7], line 2:1 - Also wrong. (TS2322)",
      "  2 | second",
      "      ^",
    ],
  });
});
