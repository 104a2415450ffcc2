import { expect, test } from "vitest";
import type { Report } from "../../../src/grading/marking/markSubmission.js";
import { gradesTable } from "../../../src/grading/report/gradesTable.js";
import { report } from "../support/report.js";

const questions = report("x").questions.map(
  ({ id, points }) => ({ id, points, by: "tests" }) as const,
);
const rows = (reports: readonly Report[]): string[] => gradesTable(questions, reports).split("\n");

test("a row for each student; points of each question", () =>
  expect(rows([report("ann")])).toEqual([
    "student,score,max_score,pending,curve,words",
    "ann,1.5,8,5,1.5,0",
    "",
  ]));

test("names with commas, quotes and line ends are quoted, and none is a formula", () => {
  const names = ['Doe, "Jo"', "two\nlines", "=HYPERLINK(1)", "@x", "-1", "Ä Ö"];
  expect(gradesTable(questions, names.map(report))).toBe(
    `${rows([])[0]}\n"Doe, ""Jo""",1.5,8,5,1.5,0\n"two\nlines",1.5,8,5,1.5,0\n` +
      "'=HYPERLINK(1),1.5,8,5,1.5,0\n'@x,1.5,8,5,1.5,0\n'-1,1.5,8,5,1.5,0\nÄ Ö,1.5,8,5,1.5,0\n",
  );
});
