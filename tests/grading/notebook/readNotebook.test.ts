import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readNotebook } from "../../../src/grading/notebook/readNotebook.js";
import { ASSIGNMENT, codeCell, notebookOf } from "../support/assignment.js";

const folder = mkdtempSync(join(tmpdir(), "mlip-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (content: unknown): string => {
  const file = join(folder, "one.ipynb");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};

test("cells with their text, as a list of lines or in one, and what nbgrader says of them", () => {
  const lines = { ...codeCell("a", ""), source: ["const x = 1;\n", "x"] };
  const marked = codeCell("b", "y", { grade: true, points: 3, locked: true });
  const { cells, language } = readNotebook(fileOf(notebookOf([lines as never, marked])));
  expect(cells[0]).toEqual({
    type: "code",
    source: "const x = 1;\nx",
    id: "a",
    nbgrader: undefined,
    mlip: undefined,
  });
  expect(cells[1]!.nbgrader).toEqual({
    id: "b",
    points: 3,
    grade: true,
    solution: false,
    locked: true,
    task: false,
  });
  expect(language).toBe("typescript");
});

test("a file that begins with a byte order mark", () =>
  expect(readNotebook(fileOf(`\uFEFF${JSON.stringify(ASSIGNMENT)}`)).cells.length).toBe(9));

describe("a sentence for what is no notebook", () => {
  test.each([
    ["an empty file", "", "The file is empty."],
    ["half a file", JSON.stringify(ASSIGNMENT).slice(0, 500), "The file is damaged"],
    ["a picture", "\x89PNG\r\n\x1a\n", "The file is damaged"],
    ["another JSON file", [1, 2], "not a notebook"],
    ["null", null, "not a notebook"],
    ["cells that are none", { nbformat: 4, cells: [null] }, "its cell 1 has no type"],
    ["a cell without text", { nbformat: 4, cells: [{ cell_type: "code" }] }, "no text"],
    ["format 3", { nbformat: 3, worksheets: [] }, "the old format 3; open it in JupyterLab"],
    ["format 5", { nbformat: 5, cells: [] }, "not a notebook"],
    ["very many cells", notebookOf(Array(301).fill(codeCell("a", "1"))), "at most 300 cells"],
    ["very much code", notebookOf([codeCell("a", "1".repeat(500_001))]), "500000 letters"],
  ])("%s", (_, content, sentence) => {
    expect(() => readNotebook(fileOf(content))).toThrow(sentence);
  });

  test("100 MB", () => {
    const file = fileOf("");
    truncateSync(file, 100_000_000);
    expect(() => readNotebook(file)).toThrow("The file has 100 MB; at most 20 MB are read.");
  });

  test("a link, a folder, a pipe, nothing", () => {
    const target = fileOf(ASSIGNMENT);
    const at = (name: string): string => join(folder, name);
    symlinkSync(target, at("link.ipynb"));
    mkdirSync(at("folder.ipynb"));
    execFileSync("mkfifo", [at("pipe.ipynb")]);
    expect(() => readNotebook(at("link.ipynb"))).toThrow("This is a link");
    expect(() => readNotebook(at("folder.ipynb"))).toThrow("This is not a file.");
    expect(() => readNotebook(at("pipe.ipynb"))).toThrow("This is not a file.");
    expect(() => readNotebook(at("nothing.ipynb"))).toThrow("There is no such file.");
  });
});
