import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findSubmissions } from "../../../src/grading/report/collect.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mlip-collect-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), "");
};
const found = (): string[] =>
  findSubmissions(folder, "hw1").map(({ student, path, problem }) =>
    problem ? `${student}: ${problem}` : `${student}: ${path.slice(folder.length + 1)}`,
  );

test("as nbgrader collects them", () => {
  for (const name of ["bob", "Ann Ä", "timestamped"]) put(`${name}/hw1/hw1.ipynb`);
  put("timestamped/hw1/timestamp.txt");
  put("bob/hw2/hw2.ipynb");
  expect(found()).toEqual([
    "Ann Ä: Ann Ä/hw1/hw1.ipynb",
    "bob: bob/hw1/hw1.ipynb",
    "timestamped: timestamped/hw1/hw1.ipynb",
  ]);
});

test("notebooks in a flat folder, named after the students", () => {
  for (const name of ["bob.ipynb", "ann.ipynb", "notes.txt", ".hidden.ipynb"]) put(name);
  expect(found()).toEqual(["ann: ann.ipynb", "bob: bob.ipynb"]);
});

test("a single notebook", () => {
  put("ann.ipynb");
  expect(findSubmissions(join(folder, "ann.ipynb"), "hw1").map(({ student }) => student)).toEqual([
    "ann",
  ]);
});

test("a folder without the notebook: what is there instead", () => {
  put("ann/hw1/my homework.ipynb");
  put("bob/hw2/hw2.ipynb");
  expect(found()).toEqual([
    "ann: There is no notebook hw1/hw1.ipynb in the folder. It has my homework.ipynb.",
    "bob: There is no notebook hw1/hw1.ipynb in the folder.",
  ]);
});

test("links to folders are not followed", () => {
  put("ann/hw1/hw1.ipynb");
  symlinkSync(join(folder, "ann"), join(folder, "eve"));
  mkdirSync(join(folder, "mallory"));
  symlinkSync(join(folder, "ann/hw1"), join(folder, "mallory/hw1"));
  expect(found()).toEqual([
    "ann: ann/hw1/hw1.ipynb",
    "eve: This is a link, not a folder.",
    "mallory: There is no notebook hw1/hw1.ipynb in the folder.",
  ]);
});

test("a sentence for nothing, and for two notebooks of one student", () => {
  expect(() => found()).toThrow(`There is no notebook in ${folder}.`);
  expect(() => findSubmissions(join(folder, "no"), "hw1")).toThrow("There is no ");
  put("ann/hw1/hw1.ipynb");
  put("ann.ipynb");
  expect(() => found()).toThrow("has a notebook and a folder of ann.");
});
