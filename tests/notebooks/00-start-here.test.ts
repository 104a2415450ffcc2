import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Compiler, createCompiler } from "../../src/kernel/compiler.js";
import { compileError } from "../../src/kernel/errors.js";
import { morse } from "../../src/potentials/morse.js";
import { testExercises } from "../support/exercises.js";
import { type Notebook, sourceOf } from "../support/notebook.js";
import { answers } from "./00-start-here.answers.js";

testExercises("00-start-here", answers);

const path = resolve(import.meta.dirname, "../../notebooks/00-start-here.ipynb");
const { cells } = JSON.parse(readFileSync(path, "utf8")) as Notebook;

// The notebook shows code that fails, and below it what the kernel says: that must stay true.
const PAIR = /```ts\n([^`]*?)\n```[^`]*?```text\ncell (\[\d+\]), ([^`]*?)\n```/g;
const pairs = cells
  .filter((cell) => cell.cell_type === "markdown")
  .flatMap((cell) => [...sourceOf(cell).matchAll(PAIR)])
  .map(([, code, label, message]) => ({ code: code!, label: label!, message: message! }));
const refused = pairs.filter(({ message }) => message.includes("(TS"));
const thrown = pairs.filter(({ message }) => !message.includes("(TS"));

describe("errors shown in 00-start-here", () => {
  let compiler: Compiler;
  beforeAll(() => {
    compiler = createCompiler();
    const early = cells.filter((cell) => cell.cell_type === "code").map(sourceOf);
    // The functions of section 3, which the shown code calls, come before the imports of section 4.
    for (const source of early.filter((text) =>
      /^(\/\/.*\n)?function (coulomb|spring)/.test(text),
    )) {
      const compiled = compiler.compile(source);
      if ("diagnostics" in compiled) throw new Error(compiled.diagnostics[0]!.messageText);
      compiler.declare(compiled.declarations);
    }
  }, 60_000);

  test("there are three type errors and one runtime error", () => {
    expect([refused.length, thrown.length]).toEqual([3, 1]);
  });

  test.each(refused)("the kernel refuses $code with the words shown", ({
    code,
    label,
    message,
  }) => {
    const compiled = compiler.compile(code);
    if (!("diagnostics" in compiled)) throw new Error("it compiles");
    const { traceback } = compileError(label, code, compiled.diagnostics);
    expect(traceback.join("\n")).toBe(`cell ${label}, ${message}`);
  });

  test("the runtime error is thrown with the words shown, and the mark stands at its column", () => {
    const { code, message } = thrown[0]!;
    const call = () => morse({ wellDepth: 0.17, bondLength: -1.4, stiffness: 1 });
    const line = code.split("\n")[1]!;
    expect(line).toBe("const bond = morse({ wellDepth: 0.17, bondLength: -1.4, stiffness: 1 });");
    const [headline, excerpt, mark] = message.split("\n");
    const column = line.indexOf("(") + 1; // where the source map puts the call of an imported name
    expect(headline).toMatch(`line 2:${column} - RangeError: `);
    expect(call).toThrow(new RangeError(headline!.split("RangeError: ")[1]));
    expect(excerpt).toBe(`  2 | ${line}`);
    expect(mark).toBe(`${" ".repeat("  2 | ".length + column - 1)}^`);
  });
});
