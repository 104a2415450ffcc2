import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { courseNotebooks, makeNotebook, type Notebook } from "../support/notebook.js";
import { typeErrors } from "../support/notebookTypes.js";

const COURSE = courseNotebooks();
/** Notebooks made up here, each with the errors it must give. */
const MADE_UP: Record<string, { cells: string[]; errors: string[] }> = {
  "good: await, imports, names declared again, functions of earlier cells": {
    cells: [
      "# Title",
      'import { lineChart } from "mlip/charts/lineChart";\nimport { show } from "mlip/charts/show";',
      "const x = [1, 2];\nconst double = (v: number) => 2 * v;",
      'import {\n  lineChart,\n} from "mlip/charts/lineChart";\nconst axes = { x: { title: "x" }, y: { title: "y" } };',
      'await show(lineChart({ ...axes, description: "d", curves: [{ name: "a", x, y: x.map(double) }] }));',
      'const x = "again";\nconsole.log(x.length);',
      "const x = 3;\nfunction double(v: string): string {\n  return v + v;\n}\ndouble(String(x));",
      "const lineChart = 1;\nconsole.log(lineChart + x);",
      "interface P { a: number }\ntype Q = P;\nclass C implements P { a = 1; }\nconst q: Q = new C();",
    ],
    errors: [],
  },
  "an error is found in its cell and line": {
    cells: [
      "# Title",
      "const a = 1;",
      "## More",
      "\nconst b: string = a;\nconst c = a;\nc.length;",
    ],
    errors: [
      "cell 4, line 2: Type 'number' is not assignable to type 'string'.",
      "cell 4, line 4: Property 'length' does not exist on type '1'.",
    ],
  },
  "cells are checked strictly": {
    cells: ["function f(v) {\n  return v;\n}", "const g = (v?: number) => v + 1;"],
    errors: [
      "cell 1, line 1: Parameter 'v' implicitly has an 'any' type.",
      "cell 2, line 1: 'v' is possibly 'undefined'.",
    ],
  },
  "an import that fails is found in its line, after which the lines still count": {
    cells: [
      'const a = 1;\nimport { none } from "mlip/none";\nimport {\n  nothing,\n} from "mlip/charts/show";\na.b;',
    ],
    errors: [
      "cell 1, line 2: Cannot find module 'mlip/none' or its corresponding type declarations.",
      `cell 1, line 4: Module '"mlip/charts/show"' has no exported member 'nothing'.`,
      "cell 1, line 6: Property 'b' does not exist on type '1'.",
    ],
  },
  "a wrong word in a spec is found": {
    cells: [
      'import { show } from "mlip/charts/show";',
      'await show({ description: "d", mark: "lines", data: { values: [] }, encoding: {} });',
    ],
    errors: [
      `cell 2, line 1: Type '"lines"' is not assignable to type 'AnyMark'. Did you mean '"line"'?`,
    ],
  },
  "a cell that ends without a semicolon is not continued by the next": {
    cells: ["const list = [1]", "[2].map(String)"],
    errors: [],
  },
  "a name that no cell declares is found": {
    cells: ["const { a } = { a: 1 };", "a + z;"],
    errors: ["cell 2, line 1: Cannot find name 'z'."],
  },
};

let errors: string[] = [];
beforeAll(() => {
  const dist = resolve(import.meta.dirname, "../../src/dist/charts/show.d.ts");
  if (!existsSync(dist)) throw new Error("src is not built: run npm test or npm run check");
  const notebooks = new Map<string, Notebook>();
  for (const path of COURSE) notebooks.set(path, JSON.parse(readFileSync(path, "utf8")));
  for (const [i, { cells }] of Object.values(MADE_UP).entries())
    notebooks.set(resolve(import.meta.dirname, `made-up-${i}.ipynb`), makeNotebook(cells));
  errors = typeErrors(notebooks);
}, 120_000);

test.each(COURSE.map((path) => basename(path)))("%s is right for TypeScript's --strict", (name) => {
  expect(errors.filter((error) => error.startsWith(`${name}, `))).toEqual([]);
});

test.each(Object.keys(MADE_UP))("%s", (name) => {
  const start = `made-up-${Object.keys(MADE_UP).indexOf(name)}.ipynb, `;
  const own = errors.filter((error) => error.startsWith(start));
  expect(own.map((error) => error.slice(start.length))).toEqual(MADE_UP[name]!.errors);
});
