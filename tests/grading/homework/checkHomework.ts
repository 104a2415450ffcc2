import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markSubmission, type Report } from "../../../src/grading/marking/markSubmission.js";
import { type Prepared, prepare } from "../../../src/grading/marking/prepare.js";
import { studentEdition } from "../../../src/grading/notebook/studentEdition.js";
import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";
import type { NotebookData } from "../support/assignment.js";
import { noSandboxBecause } from "../support/sandbox.js";

/** Wrong answers by cell; `fails`: the tests that must find each of them. */
export type WrongAnswers = Readonly<
  Record<string, readonly { readonly code: string; readonly fails: readonly string[] }[]>
>;

const HOMEWORK = resolve(import.meta.dirname, "../../../notebooks/homework");

/**
 * An assignment of the course: its solution gets all points, the untouched student edition none, and every
 * hidden test finds the stub and three wrong answers.
 */
export function checkHomework(name: string, wrong: WrongAnswers): void {
  const path = join(HOMEWORK, name, `${name}.ipynb`);
  const notebook: NotebookData = JSON.parse(readFileSync(path, "utf8"));
  const edition = studentEdition(notebook);
  const rounds = Math.max(...Object.values(wrong).map((answers) => answers.length));

  test("the student edition holds nothing of solutions, hidden tests and rubrics", () =>
    expect(JSON.stringify(edition)).not.toMatch(
      /BEGIN|END (SOLUTION|HIDDEN)|hiddenRandom|wanted|Rubric/,
    ));

  describe.skipIf(noSandboxBecause !== undefined)(name, () => {
    const folder = mkdtempSync(join(tmpdir(), "mlip-homework-"));
    let prepared: Prepared;
    const reports: Report[] = [];

    async function mark(
      student: string,
      answers: Readonly<Record<string, string>>,
    ): Promise<Report> {
      const cells = edition.cells.map((cell) => ({
        ...cell,
        source: answers[cell.id] ?? cell.source,
      }));
      const file = join(folder, `${student}.ipynb`);
      writeFileSync(file, JSON.stringify({ ...edition, cells }));
      return await markSubmission(student, file, prepared);
    }

    beforeAll(async () => {
      // Fails unless the instructor's solution passes all tests.
      prepared = await prepare({ path, sandbox: bubblewrap(), secret: "a secret of the tests" });
      reports.push(await mark("stub", {}));
      for (let i = 0; i < rounds; i++) {
        const answers = Object.entries(wrong).map(([cell, list]) => [cell, list[i]?.code ?? ""]);
        reports.push(await mark(`wrong-${i}`, Object.fromEntries(answers)));
      }
    }, 600_000);
    afterAll(() => {
      prepared?.end();
      rmSync(folder, { recursive: true });
    });

    const failedIn = (report: Report): string[] =>
      report.questions.flatMap(({ tests }) =>
        tests.filter((one) => one.score < one.points).map((one) => one.name),
      );

    test("the solution gets all points, some of them by hand", async () => {
      const answers = notebook.cells.map(({ id, source }) => [id, source] as const);
      const { score, pending, maxScore } = await mark("right", Object.fromEntries(answers));
      expect(score).toBe(maxScore - pending);
      expect(pending).toBeGreaterThan(0);
    });

    test("the untouched student edition gets none", () => expect(reports[0]!.score).toBe(0));

    test.each(
      Array.from({ length: rounds }, (_, i) => i),
    )("wrong answers %i fail their tests", (i) => {
      const expected = Object.values(wrong).flatMap((list) => list[i]?.fails ?? []);
      expect(failedIn(reports[i + 1]!).sort()).toEqual([...expected].sort());
    });

    test("every hidden test finds three wrong answers", () => {
      const sources = edition.cells.map(({ source }) => source).join("\n");
      const visible = [...sources.matchAll(/\btest\("([^"]+)"/g)].map(([, title]) => title);
      const hidden = prepared.plans.flat().filter((one) => !visible.includes(one.name));
      expect(hidden.length).toBeGreaterThan(0);
      for (const { name: hiddenTest } of hidden)
        expect(
          reports.slice(1).filter((report) => failedIn(report).includes(hiddenTest)).length,
          hiddenTest,
        ).toBeGreaterThanOrEqual(3);
    });
  });
}
