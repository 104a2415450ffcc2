import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readAssignment } from "../../../src/grading/notebook/assignment.js";
import { ASSIGNMENT, codeCell, notebookOf, textCell } from "../support/assignment.js";

const folder = mkdtempSync(join(tmpdir(), "mlip-assignment-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (content: object): string => {
  const file = join(folder, "hw7.ipynb");
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const tests = codeCell("q", "", { grade: true, points: 2 });

test("the name, the questions, and the role of each cell", () => {
  const { name, cells, questions, uses, data, seconds } = readAssignment(fileOf(ASSIGNMENT));
  expect(name).toBe("hw7");
  expect(questions).toEqual([
    { id: "mean-tests", points: 3, by: "tests" },
    { id: "spread-tests", points: 3, by: "tests" },
    { id: "words", points: 5, by: "hand" },
    { id: "bond-tests", points: 4, by: "tests" },
  ]);
  expect(cells.map(({ id, role }) => `${id}: ${role}`)).toEqual([
    "setup: fixed",
    "mean: answer",
    "mean-tests: tests",
    "spread: answer",
    "spread-tests: tests",
    "bond: answer",
    "bond-tests: tests",
  ]);
  expect([uses, data, seconds]).toEqual([["units/constants", "course/todo"], [], 3]);
});

test("code that a person marks is an answer, and runs", () => {
  const byHand = codeCell("essay", "1", { grade: true, solution: true, points: 4 });
  const { cells, questions } = readAssignment(fileOf(notebookOf([byHand])));
  expect(cells).toEqual([{ id: "essay", role: "answer", source: "1" }]);
  expect(questions).toEqual([{ id: "essay", points: 4, by: "hand" }]);
});

test("without settings: nothing of the package, 10 seconds", () => {
  const { uses, data, seconds } = readAssignment(fileOf(notebookOf([tests])));
  expect([uses, data, seconds]).toEqual([[], [], 10]);
});

describe("a sentence for the instructor", () => {
  test.each([
    ["no cell has points.", notebookOf([codeCell("a", "")])],
    ["two cells are called q.", notebookOf([tests, tests])],
    [
      "the test cell q must be a code cell.",
      notebookOf([textCell("q", "", { grade: true, points: 1 })]),
    ],
    ["metadata.mlip knows uses, data, seconds, not use.", withSettings({ use: [] })],
    ["metadata.mlip.uses and .data must be lists", withSettings({ uses: "units/constants" })],
    ["metadata.mlip.seconds must be positive, got 0.", withSettings({ seconds: 0 })],
  ])("%s", (sentence, notebook) => {
    expect(() => readAssignment(fileOf(notebook))).toThrow(`hw7.ipynb: ${sentence}`);
  });
});

function withSettings(mlip: object): object {
  return notebookOf([tests, { ...textCell("a", "A"), metadata: { mlip } }]);
}
