import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Arranged, arrange } from "../../../src/grading/notebook/arrange.js";
import { readAssignment } from "../../../src/grading/notebook/assignment.js";
import { readNotebook } from "../../../src/grading/notebook/readNotebook.js";
import { ASSIGNMENT, codeCell, notebookOf, submission, textCell } from "../support/assignment.js";

const folder = mkdtempSync(join(tmpdir(), "mlip-arrange-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (content: object): string => {
  const file = join(folder, "hw1.ipynb");
  writeFileSync(file, JSON.stringify(content));
  return file;
};
const assignment = readAssignment(fileOf(ASSIGNMENT));
const arranged = (content: object): Arranged | undefined =>
  arrange(assignment, readNotebook(fileOf(content)));
const answers = { mean: "my mean", spread: "my spread", bond: "my bond" };
const order = (content: object): string[] =>
  arranged(content)!.items.map(
    ({ name, source, part }) => `${part} ${name}: ${source.slice(0, 9)}`,
  );

test("fixed cells of the instructor, answers of the student, parts that end with tests", () =>
  expect(order(submission(answers))).toEqual([
    "0 setup: import { ",
    "0 mean: my mean",
    "1 spread: my spread",
    "2 bond: my bond",
  ]));

test("added cells run where they stand; after tests they belong to the next question, if there is one", () => {
  const added = { setup: ["first"], mean: ["a", "b"], "mean-tests": ["c"], "bond-tests": ["last"] };
  expect(order(submission(answers, added))).toEqual([
    "0 setup: import { ",
    "0 added cell 1: first",
    "0 mean: my mean",
    "0 added cell 2: a",
    "0 added cell 3: b",
    "1 added cell 4: c",
    "1 spread: my spread",
    "2 bond: my bond",
  ]);
});

test("a cell before all others comes first", () => {
  const { cells, ...rest } = submission(answers);
  expect(order({ ...rest, cells: [codeCell("x", "early"), ...cells] })[0]).toBe(
    "0 added cell 1: early",
  );
});

test("a changed fixed or test cell is the instructor's again", () => {
  const { cells, ...rest } = submission(answers);
  const changed = cells.map((cell) => (cell.id === "setup" ? { ...cell, source: "mine" } : cell));
  expect(order({ ...rest, cells: changed })[0]).toBe("0 setup: import { ");
});

test("cells in another order are put back", () => {
  const { cells, ...rest } = submission(answers);
  expect(order({ ...rest, cells: cells.toReversed() }).map((line) => line.split(":")[0])).toEqual([
    "0 setup",
    "0 mean",
    "1 spread",
    "2 bond",
  ]);
});

describe("a sentence for what is odd", () => {
  test("a removed cell, and one that is text now", () => {
    const { cells, ...rest } = submission(answers);
    const left = cells
      .filter(({ id }) => id !== "mean")
      .map((cell) => (cell.id === "bond" ? textCell("bond", "words", { solution: true }) : cell));
    const { items, notes } = arranged({ ...rest, cells: left })!;
    expect(items.map(({ source }) => source).slice(1)).toEqual(["", "my spread", ""]);
    expect(notes.map((note) => note.split(" is missing")[0])).toEqual([
      "The cell mean",
      "The cell bond",
    ]);
  });

  test("a renamed cell still runs, at its place", () => {
    const text = JSON.stringify(submission(answers)).replaceAll(
      '"grade_id":"spread"',
      '"grade_id":"mine"',
    );
    expect(order(JSON.parse(text))).toContain("1 added cell 1: my spread");
    expect(arranged(JSON.parse(text))!.notes[0]).toMatch(/^The cell spread is missing: .*renamed/);
  });

  test("of two cells of one name both run, in their order", () => {
    const { cells, ...rest } = submission(answers);
    const copy = { ...cells[2]!, source: "my better mean" };
    const { items, notes } = arranged({
      ...rest,
      cells: [...cells.slice(0, 3), copy, ...cells.slice(3)],
    })!;
    expect(items.slice(1, 3).map(({ source }) => source)).toEqual(["my mean", "my better mean"]);
    expect(notes).toEqual(["There are two cells called mean; both were run, in their order."]);
  });
});

test("another notebook is not arranged", () =>
  expect(arranged(notebookOf([codeCell("a", "1"), codeCell("b", "2", { solution: true })]))).toBe(
    undefined,
  ));
