import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test, vi } from "vitest";
import { type Notebook, sourceOf } from "./notebook.js";

const root = resolve(import.meta.dirname, "../..");

/** For each exercise of a notebook: what a student might put in place of its cell. */
export type Answers = Readonly<
  Record<
    string,
    {
      readonly right: string;
      /** At least two, each with words that the check has to say about it. */
      readonly wrong: readonly { readonly code: string; readonly says: string }[];
    }
  >
>;

/**
 * Runs a notebook's cells in order, once, on the sources of the package. Where an exercise comes,
 * its cell and the check below it run several times: as they stand (missing), with the right
 * answer, and with each wrong one. The tests compare what the check printed.
 */
export function testExercises(notebook: string, answers: Answers): void {
  const cells = codeCells(notebook);
  const isStub = (cell: string): boolean => /\btodo\("/.test(cell);

  test(`${notebook}: every exercise has a right and two wrong answers, and a check below it`, () => {
    const exercises = cells.flatMap((cell) => [...cell.matchAll(/\btodo\("([^"]+)"\)/g)]);
    expect(exercises.map((match) => match[1]).sort()).toEqual(Object.keys(answers).sort());
    for (const { wrong } of Object.values(answers)) expect(wrong.length).toBeGreaterThanOrEqual(2);
    for (const [i, cell] of cells.entries())
      if (isStub(cell)) expect(cells[i + 1]).toMatch(/\bcheck[A-Z]/);
  });

  test(`${notebook}: checks say missing, right and wrong`, { timeout: 120_000 }, async () => {
    const program: string[] = [];
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      const exercise = /\btodo\("([^"]+)"\)/.exec(cell)?.[1];
      if (exercise === undefined) program.push(cell);
      else {
        const { right, wrong } = answers[exercise]!;
        const check = cells[++i]!;
        for (const code of [cell, right, ...wrong.map((answer) => answer.code)])
          program.push(`begin("${exercise}");\n{\n${code}\n${check}\n}\nend();`);
      }
    }
    const printed = await runAndListen(program.join("\n"));
    for (const [exercise, { wrong }] of Object.entries(answers)) {
      const lines = printed.get(exercise)!;
      expect(lines[0], `${exercise} untouched`).toMatch(/^… missing: /);
      expect(lines[1], `${exercise} answered`).toMatch(/^✔ right: /);
      for (const [w, { says }] of wrong.entries()) {
        expect(lines[w + 2], `${exercise}, wrong answer ${w}`).toMatch(/^✘ wrong: /);
        expect(lines[w + 2]).toContain(says);
      }
    }
  });
}

function codeCells(notebook: string): string[] {
  const path = resolve(root, "notebooks", `${notebook}.ipynb`);
  const { cells } = JSON.parse(readFileSync(path, "utf8")) as Notebook;
  return cells.filter((cell) => cell.cell_type === "code").map(sourceOf);
}

/** Runs a program; what it prints between `begin(exercise)` and `end()`, one text for each pair. */
async function runAndListen(program: string): Promise<Map<string, string[]>> {
  const printed = new Map<string, string[]>();
  let lines: string[] = [];
  let exercise = "";
  const log = vi.spyOn(console, "log").mockImplementation((...parts) => {
    lines.push(parts.join(" "));
  });
  const begin = (name: string): void => {
    exercise = name;
    lines = [];
  };
  const end = (): void => {
    printed.set(exercise, [...(printed.get(exercise) ?? []), lines.join("\n")]);
  };
  const load = (specifier: string): Promise<unknown> => import(moduleOf(specifier));
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<void>;
  try {
    await new AsyncFunction("load", "begin", "end", toScript(program))(load, begin, end);
  } finally {
    log.mockRestore();
  }
  return printed;
}

/** JavaScript for the body of a function: imports become calls of `load`. */
function toScript(program: string): string {
  const withoutImports = program.replace(
    /^import\s+(type\s+)?(\{[^}]*\}|\* as \w+)\s+from\s+["']([^"']+)["'];?[ \t]*$/gm,
    (_, type: string | undefined, what: string, specifier: string) => {
      if (type) return "";
      const names = what.replace(/^\* as /, "").replace(/(\w+) as (\w+)/g, "$1: $2");
      return `const ${names} = await load("${specifier}");`;
    },
  );
  if (/^import\s/m.test(withoutImports))
    throw new Error(
      "exercises: imports must read `import { a, b as c } from` or `import * as a from`",
    );
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  // Strict, so that what a block declares stays in it: no cell may need what an exercise defines.
  return ts.transpileModule(`"use strict";\n${withoutImports}`, { compilerOptions: options })
    .outputText;
}

function moduleOf(specifier: string): string {
  return specifier.startsWith("mlip/")
    ? resolve(root, "src", `${specifier.slice("mlip/".length)}.ts`)
    : specifier;
}
