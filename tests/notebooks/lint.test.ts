import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { courseNotebooks, makeNotebook, type Notebook } from "../support/notebook.js";
import { lintNotebook } from "../support/notebookLint.js";
import { runCells } from "../support/tslabCells.js";

test.each(courseNotebooks())("%s has no fault", (path) => {
  expect(lintNotebook(JSON.parse(readFileSync(path, "utf8")))).toEqual([]);
});

const TITLE = "# A title";
/** The faults of a notebook with a title and these cells. */
const faultsOf = (...texts: string[]): string[] => lintNotebook(makeNotebook([TITLE, ...texts]));

test("a good notebook has no fault", () => {
  const good = [
    '## A section\n\n![Two curves that cross.](curves.png) and <img alt="Words" src="a.png">',
    'import { show } from "mlip/charts/show";\nconst a = [1];\nlet n = 0;\nn++;',
    'await show({ description: "d", mark: "line" });',
    "const chart = { width: 300 };\nawait show({ ...chart });\nconst shown = await Promise.all([1]);",
    "const inside = async () => { await (1); for await (const x of [1]) console.log(x); };",
    "const f = (a: number) => ({ a });\nconst own = 2;\nconsole.log({ own, b: a });",
    'function g(): number {\n  return todo("1.1");\n}',
    'const text = "export, await (1), Math.random, width: container"; // export await ( Math.random()',
  ];
  expect(faultsOf(...good)).toEqual([]);
});

test.each([
  ["const a = await (f());", "cell 2, line 1: await ( and await [ fail in tslab"],
  ["const b = 1;\nawait [b];", "cell 2, line 2: await ( and await [ fail in tslab"],
  ["await(f());", "await ( and await [ fail in tslab"],
  ["for await (const x of [1]) console.log(x);", "for await fails in tslab outside a function"],
  ["export const a = 1;", "tslab refuses export"],
  ["const a = 1;\nexport { a };", "cell 2, line 2: tslab refuses export"],
  ['const spec = {\n  width: "container",\n};', "cell 2, line 2: a chart has a size in pixels"],
  ["const spec = { height: 'container' };", "a chart has a size in pixels"],
  ["const r = Math.random();", "Math.random differs in every run: use a generator with a seed"],
  ["const random = Math.random;", "Math.random differs in every run"],
  ['await show({ mark: "line" });', "a chart needs a description"],
  ["const c = lineChart({ x: 1 });", "a chart needs a description"],
  ["function f() { return todo(); }", 'an exercise has a number: todo("3.2")'],
  ['todo("x");', "an exercise has a number"],
  ['todo("3.1");\ntodo("3.1");', 'cell 2, line 2: exercise "3.1" is there already'],
  ['readFile("/home/someone/a.csv");', "no path of a machine"],
  ["See /tmp/x", "no path of a machine"],
  ['const file = "C:\\\\data";', "no path of a machine"],
  ['fetch("https://registry.example.org/x");', "no address of a package registry"],
  [Array.from({ length: 31 }, (_, i) => `const a${i} = 1;`).join("\n"), "at most 30 lines, got 31"],
])("code %j is a fault", (code, fault) => {
  expect(faultsOf(code).join("\n")).toContain(fault);
});

test.each([
  ["const o = { a };", "cell 3, line 1: tslab loses a of an earlier cell: write a: a"],
  ["const g = ({ b } = { a }) => b;", "tslab loses a of an earlier cell"],
  ["console.log({ f });", "tslab loses f of an earlier cell"],
  ["console.log({ imported });", "tslab loses imported of an earlier cell"],
  ["console.log({ part });", "tslab loses part of an earlier cell"],
  ["a = 2;", "functions of earlier cells keep the old a: use a new name"],
  ["a += 2;", "functions of earlier cells keep the old a"],
  ["a++;", "functions of earlier cells keep the old a"],
  ["--a;", "functions of earlier cells keep the old a"],
  ["[a] = [2];", "functions of earlier cells keep the old a"],
])("%j about names of an earlier cell is a fault", (code, fault) => {
  const earlier =
    'import { imported } from "mlip/x/y";\nlet a = 1;\nfunction f() {}\nconst { x: [part] } = g();';
  expect(faultsOf(earlier, code).join("\n")).toContain(fault);
});

test("tslab does lose the name of an earlier cell, and functions do keep the old value", () => {
  const said = runCells([
    "const a = 1; let n = 0; const get = () => n;",
    "console.log({ a });",
    'n = 5; console.log("old value", get());',
    "for await (const x of [1]) console.log(x);",
    "const b = await (async () => 1)();",
  ]);
  expect(said).toContain("a is not defined");
  expect(said).toContain("old value 0");
  expect(said).toContain("Unexpected reserved word");
  expect(said).toContain("await is not defined");
}, 30_000);

test.each([
  ["# Another", "a notebook has one heading of level 1, got 2"],
  ["### Deep", "cell 2, line 1: a heading of level 3 cannot follow one of level 1"],
  ["text\n\n## A\n\n#### B", "a heading of level 4 cannot follow one of level 2"],
  ["#\n![](a.png)", "a picture needs words for those who cannot see it"],
  ['#\n<img src="a.png">', "a picture needs words"],
])("Markdown %j is a fault", (text, fault) => {
  const cell = { ...makeNotebook(["# x"]).cells[0]!, id: "m", source: text };
  const notebook = makeNotebook([TITLE]);
  const faults = lintNotebook({ ...notebook, cells: [...notebook.cells, cell] });
  expect(faults.join("\n")).toContain(fault);
});

test("headings and pictures inside a block of code are not the notebook's", () => {
  expect(faultsOf("## A\n```\n#### not a heading\n![](none)\n```\n`![](none)`\n### B")).toEqual([]);
});

test.each([
  [{ nbformat_minor: 4 }, "the format must be 4.5, whose cells have ids, got 4.4"],
  [{ metadata: {} }, "the kernel must be tslab, got undefined"],
  [{ metadata: { kernelspec: { name: "python3" } } }, "the kernel must be tslab, got python3"],
  [{ cells: [] }, "a notebook has one heading of level 1, got 0"],
])("a file with %j is a fault", (wrong, fault) => {
  expect(lintNotebook({ ...makeNotebook([TITLE]), ...wrong } as Notebook)).toContain(fault);
});

test("ids are there and differ, outputs and counts are not there", () => {
  const [title, code] = makeNotebook([TITLE, "const a = 1;"]).cells;
  const faults = (more: object): string[] =>
    lintNotebook({ ...makeNotebook([]), cells: [title!, { ...code!, ...more }] });
  expect(faults({})).toEqual([]);
  expect(faults({ id: "cell-0" })).toEqual(["cell 2: its id must be its own, got cell-0"]);
  expect(faults({ id: undefined })).toEqual(["cell 2: its id must be its own, got undefined"]);
  const stored = "cell 2, line 1: outputs and execution counts are not committed: clear them";
  expect(faults({ execution_count: 1 })).toEqual([stored]);
  expect(faults({ outputs: [{ output_type: "stream" }] })).toEqual([stored]);
});
