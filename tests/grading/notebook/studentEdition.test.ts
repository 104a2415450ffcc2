import { describe, expect, test } from "vitest";
import {
  CODE_STUB,
  studentEdition,
  TEXT_STUB,
} from "../../../src/grading/notebook/studentEdition.js";
import { ASSIGNMENT, codeCell, notebookOf, textCell } from "../support/assignment.js";

const edited = (source: string, marks = { solution: true }): string =>
  studentEdition(notebookOf([codeCell("a", source, marks)])).cells[0]!.source;

describe("the notebook that students get", () => {
  test("has a line in place of each solution, indented as that was", () =>
    expect(
      edited(
        "function f() {\n  /// BEGIN SOLUTION\n  return 1;\n  /// END SOLUTION\n}\n/// BEGIN SOLUTION\n2\n/// END SOLUTION",
      ),
    ).toBe(`function f() {\n  ${CODE_STUB}\n}\n${CODE_STUB}`));

  test("has no hidden tests", () =>
    expect(
      edited("a;\n/// BEGIN HIDDEN TESTS\nsecret;\n/// END HIDDEN TESTS\nb;", { solution: false }),
    ).toBe("a;\nb;"));

  test("has a place for words in place of the model answer", () => {
    const cell = textCell("w", "/// BEGIN SOLUTION\nRubric\n/// END SOLUTION", {
      grade: true,
      solution: true,
    });
    expect(studentEdition(notebookOf([cell])).cells[0]!.source).toBe(TEXT_STUB);
  });

  test("is the instructor's otherwise", () => {
    const { cells, ...rest } = studentEdition(ASSIGNMENT);
    expect(rest).toEqual({ nbformat: 4, nbformat_minor: 5, metadata: ASSIGNMENT.metadata });
    expect(cells.map(({ id }) => id)).toEqual(ASSIGNMENT.cells.map(({ id }) => id));
    expect(JSON.stringify(cells)).not.toMatch(/BEGIN|END SOLUTION|wanted\(\(\)|Because/);
  });

  test("keeps cells from being deleted, and fixed ones and tests from being changed", () => {
    const { cells } = studentEdition(ASSIGNMENT);
    const locks = cells.map(({ id, metadata }) => {
      const { deletable = true, editable = true } = metadata as Record<string, boolean>;
      return `${id} ${deletable} ${editable}`;
    });
    expect(locks.slice(0, 4)).toEqual([
      "intro true true",
      "setup false false",
      "mean false true",
      "mean-tests false false",
    ]);
    expect(locks).toContain("words false true");
  });

  test("has no outputs", () => {
    const cell = {
      ...codeCell("a", "1"),
      outputs: [{ output_type: "stream" }],
      execution_count: 3,
    };
    expect(studentEdition({ cells: [cell] }).cells[0]).toMatchObject({
      outputs: [],
      execution_count: null,
    });
  });
});

describe("an author's slip is named", () => {
  const turns = "/// BEGIN SOLUTION and /// END SOLUTION must take turns";
  test.each([
    ["/// BEGIN SOLUTION\n1", turns],
    ["1\n/// END SOLUTION", turns],
    ["/// BEGIN SOLUTION\n/// BEGIN SOLUTION\n/// END SOLUTION", turns],
    ["1", "the solution cell a has no /// BEGIN SOLUTION"],
  ])("%j", (source, message) => expect(() => edited(source)).toThrow(message));

  test("wanted in a visible test", () => {
    const cell = codeCell("a", "same(f(1), wanted(() => f(1)))", { grade: true });
    expect(() => studentEdition(notebookOf([cell]))).toThrow(
      "a uses wanted outside of hidden tests, where it compares a thing with itself",
    );
  });
});
