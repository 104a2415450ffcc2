import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../src/setup/paths.mjs";
import { assignmentsIn, main } from "../../src/setup/release.mjs";
import { type Notebook, sourceOf } from "../support/notebook.js";

vi.mock("../../src/setup/install.mjs", () => ({ ensureInstalled: async () => {} }));
vi.spyOn(console, "log").mockImplementation(() => {});

const HOMEWORK = join(root, "notebooks/homework");
const ASSIGNMENTS = assignmentsIn(HOMEWORK);
const read = (path: string): Notebook => JSON.parse(readFileSync(path, "utf8"));

let folder = "";
const course = (): string => join(folder, "course");
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "mlip release ü "));
  expect(await main(["course", "--out", course()])).toBe(0);
  for (const name of ASSIGNMENTS) expect(await main([name, `--out=${folder}`])).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Loops, brackets, beginnings of calls and imports of the course's modules stand in any program. */
const saysSomething = (line: string): boolean =>
  line.length > 30 && !/^(for \(|import |\/\/)|[([{]$/.test(line);

/** Lines between markers of an instructor's notebook, but for those that say too little to be a secret. */
function secretLines(notebook: Notebook): string[] {
  const open = new Set<string>();
  const secret: string[] = [];
  let inside = false;
  for (const line of notebook.cells.flatMap((cell) => sourceOf(cell).split("\n"))) {
    if (/\/\/\/ (BEGIN|END) /.test(line)) inside = line.includes("BEGIN");
    else if (inside) secret.push(line.trim());
    else open.add(line.trim());
  }
  return secret.filter((line) => saysSomething(line) && !open.has(line));
}

test("there are assignments", () => expect(ASSIGNMENTS).toEqual(["hw1", "hw2"]));

describe.each(ASSIGNMENTS)("%s", (name) => {
  const secrets = secretLines(read(join(HOMEWORK, name, `${name}.ipynb`)));

  test("no file of the student edition has a line of a solution, a hidden test or a rubric", () => {
    expect(secrets.length).toBeGreaterThan(30);
    for (const file of filesIn(course())) {
      const text = readFileSync(file, "utf8").replaceAll('\\"', '"');
      for (const line of secrets) expect(text.includes(line), `${file}: ${line}`).toBe(false);
    }
  });

  test("no line of its stored wrong answers is in the student edition", () => {
    const answers = readFileSync(join(root, `tests/grading/homework/${name}.answers.ts`), "utf8");
    const lines = answers.split("\n").map((line) => line.trim());
    const stored = lines.filter((line) => saysSomething(line) && line.length > 40);
    expect(stored.length).toBeGreaterThan(10);
    const visible = readFileSync(join(folder, name, `${name}.ipynb`), "utf8");
    for (const file of filesIn(course())) {
      const text = readFileSync(file, "utf8");
      for (const line of stored)
        if (!visible.includes(line)) expect(text.includes(line), `${file}: ${line}`).toBe(false);
    }
  });

  test("released alone it is the same as in the student edition", () =>
    expect(read(join(folder, name, `${name}.ipynb`))).toEqual(
      read(join(course(), "notebooks/homework", name, `${name}.ipynb`)),
    ));

  test("stubs say what to do; cells that must not be changed are locked", () => {
    const { cells } = read(join(folder, name, `${name}.ipynb`));
    for (const cell of cells) {
      const { nbgrader, editable, deletable } = cell.metadata as {
        nbgrader?: { solution: boolean; locked: boolean };
        editable?: boolean;
        deletable?: boolean;
      };
      if (!nbgrader) continue;
      expect(deletable).toBe(false);
      expect(editable).toBe(nbgrader.locked ? false : undefined);
      if (nbgrader.solution)
        expect(sourceOf(cell)).toMatch(/YOUR ANSWER HERE|throw new Error\("not answered yet"\);/);
    }
    expect(sourceOf(cells.at(-1)!)).toContain("selfCheck();");
  });
});

test("the student edition has the course, and neither tests, history nor the instructors' page", () => {
  const names = readdirSync(course());
  for (const name of ["tests", ".git", ".venv", "node_modules", ".ci"])
    expect(names).not.toContain(name);
  expect(existsSync(join(course(), "notebooks/for-instructors.md"))).toBe(false);
  expect(existsSync(join(course(), "src/dist"))).toBe(false);
  for (const file of ["notebooks/00-start-here.ipynb", "data/h2/README.md", "src/setup/run.mjs"])
    expect(existsSync(join(course(), file))).toBe(true);
  const { scripts } = JSON.parse(readFileSync(join(course(), "package.json"), "utf8"));
  expect(Object.keys(scripts)).toEqual(["start", "execute", "doctor"]);
});

test("the notebooks of the student edition have no outputs", () => {
  const notebooks = filesIn(course()).filter((file) => file.endsWith(".ipynb"));
  for (const { cells } of notebooks.map(read))
    for (const cell of cells) expect(cell.outputs ?? []).toEqual([]);
});

test("released again it is made anew, without what had been added; a published history stays", async () => {
  writeFileSync(join(course(), "old.txt"), "old");
  mkdirSync(join(course(), ".git"));
  writeFileSync(join(course(), ".git/HEAD"), "ref: refs/heads/main");
  await main(["course", "--out", course()]);
  expect(existsSync(join(course(), "old.txt"))).toBe(false);
  expect(existsSync(join(course(), ".git/HEAD"))).toBe(true);
  rmSync(join(course(), ".git"), { recursive: true });
});

test("refuses to write over anything else", async () => {
  await expect(main(["course", "--out", root])).rejects.toThrow("is no student edition");
  await expect(main(["course", "--out", folder])).rejects.toThrow("name another folder");
  const copy = join(folder, "copy/hw1");
  mkdirSync(copy, { recursive: true });
  cpSync(join(HOMEWORK, "hw1/hw1.ipynb"), join(copy, "hw1.ipynb"));
  await expect(main(["hw1", "--out", join(folder, "copy")])).rejects.toThrow(
    "with solutions in it",
  );
});

test("says how it is called", async () => {
  const usage = "npm run release -- hw1 [--out DIR], or npm run release -- course --out DIR";
  await expect(main([])).rejects.toThrow(usage);
  await expect(main(["course"])).rejects.toThrow(`Where to? ${usage}`);
  await expect(main(["hw1", "hw2"])).rejects.toThrow(usage);
  await expect(main(["hw99"])).rejects.toThrow("There is no assignment hw99 in ");
});
