import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { studentEdition } from "../../../src/grading/notebook/studentEdition.js";
import { root } from "../../../src/setup/paths.mjs";
import { command, type Lab, openNotebook, save, startLab } from "../../support/lab.js";
import { type Notebook, type Output, sourceOf } from "../../support/notebook.js";
import { ASSIGNMENT, type NotebookData, RIGHT, submission } from "../support/assignment.js";
import { GAIN } from "../support/attacks.js";
import { NBGRADER_CONFIG } from "../support/nbgrader.js";
import { noSandboxBecause } from "../support/sandbox.js";

/** A class: who handed in what, and the score that tests give. */
const CLASS: Readonly<Record<string, { notebook: NotebookData; score: number }>> = {
  right: { notebook: withWords(submission(RIGHT)), score: 10 },
  half: {
    notebook: submission({ ...RIGHT, mean: "const mean = (v: number[]) => v[1];" }),
    score: 8,
  },
  forger: { notebook: submission({ ...RIGHT, mean: GAIN.patchedConsole! }), score: 7 },
  blank: { notebook: submission({}), score: 0 },
};

function withWords(notebook: NotebookData): NotebookData {
  const cells = notebook.cells.map((cell) =>
    cell.id === "words" ? { ...cell, source: "It could not be otherwise." } : cell,
  );
  return { ...notebook, cells };
}

/** Without a cell of tests and the written answer. */
const torn = submission(RIGHT);
const TORN = {
  ...torn,
  cells: torn.cells.filter(({ id }) => id !== "mean-tests" && id !== "words"),
};

const me = userInfo().username;
const skipped = noSandboxBecause !== undefined || !process.env.MLIP_CHROMIUM;
describe.skipIf(skipped)("nbgrader, in a real browser", { timeout: 600_000 }, () => {
  let lab: Lab;
  const at = (...path: string[]): string => join(lab.folder, ...path);
  const nbgrader = (...args: string[]): void => lab.runModule("nbgrader", ...args);
  const read = (...path: string[]): Notebook => JSON.parse(readFileSync(at(...path), "utf8"));
  const row = (text: string): Locator => lab.page.locator("tr", { hasText: text });
  const origin = (): string => new URL(lab.page.url()).origin;
  const visit = (page: string): Promise<unknown> => lab.page.goto(`${origin()}/formgrader/${page}`);

  beforeAll(async () => {
    const text = JSON.stringify(ASSIGNMENT);
    lab = await startLab(
      { "homework/hw1/hw1.ipynb": text },
      { config: { "nbgrader_config.py": NBGRADER_CONFIG } },
    );
    lab.page.setDefaultTimeout(240_000);
    nbgrader("generate_assignment", "hw1");
    nbgrader("release_assignment", "hw1");
    for (const [name, { notebook }] of Object.entries({ ...CLASS, torn: { notebook: TORN } })) {
      mkdirSync(at("class/submitted", name, "hw1"), { recursive: true });
      writeFileSync(at("class/submitted", name, "hw1/hw1.ipynb"), JSON.stringify(notebook));
    }
  }, 300_000);
  afterAll(() => lab?.stop(), 60_000);

  test("a student finds the assignment in the list, fetches it, and validates it: nothing is answered", async () => {
    await command(lab, "nbgrader:open-assignment-list");
    await lab.page.locator("#released_assignments_list button", { hasText: "Fetch" }).click();
    const submit = lab.page.locator("#fetched_assignments_list button", { hasText: "Submit" });
    await submit.waitFor();
    await openNotebook(lab, "hw1/hw1.ipynb");
    await lab.page.locator("jp-button.validate-button:visible").click();
    const dialog = lab.page.locator(".nbgrader-ErrorDialog", {
      has: lab.page.locator(".validation-failed"),
    });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('test("the mean of 1, 2, 3 is 2"');
    await dialog.locator("button").last().click();
  });

  test("answers pass its validation and are submitted; the instructor collects them", async () => {
    await save(lab);
    await command(lab, "application:close");
    writeFileSync(at("hw1/hw1.ipynb"), JSON.stringify(submission(RIGHT)));
    await openNotebook(lab, "hw1/hw1.ipynb");
    await lab.page.locator("jp-button.validate-button:visible").click();
    const dialog = lab.page.locator(".nbgrader-SuccessDialog");
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain("Your notebook passes all the tests.");
    await dialog.locator("button").last().click();
    await command(lab, "nbgrader:open-assignment-list");
    await lab.page.locator("#fetched_assignments_list button", { hasText: "Submit" }).click();
    await lab.page.locator("#submitted_assignments_list", { hasText: "hw1" }).waitFor();
    nbgrader("collect", "hw1");
    expect(readdirSync(at("class/submitted"))).toContain(me);
  });

  test("formgrader's button marks a submission with the grader", async () => {
    await visit("manage_submissions/hw1");
    const answered = lab.page.waitForResponse((one) => one.url().endsWith("/half/autograde"));
    await row("half").locator(".autograde a").click();
    const { success, error, log } = JSON.parse(await (await answered).text());
    expect(success, `${error} ${log}`).toBe(true);
    await lab.page.locator("#success-modal", { hasText: "Successfully autograded" }).waitFor();
    const outputs = read("class/autograded/half/hw1/hw1.ipynb").cells.flatMap(
      (c) => c.outputs ?? [],
    );
    expect(outputs.map(textOf).filter(Boolean)).toEqual(["1", "3", "4"]);
  });

  test("nbgrader autograde, formgrader's button and npm run grade give the same marks", () => {
    nbgrader("autograde", "hw1");
    nbgrader("export", "--to", at("export.csv"));
    const run = join(root, "src/setup/run.mjs");
    const out = at("alone");
    const given = [at("homework/hw1/hw1.ipynb"), at("class/submitted"), "--out", out];
    const secret = ["--secret", at("../secret")];
    execFileSync(process.execPath, [run, "grade", ...given, ...secret], { stdio: "pipe" });
    const marks = column(readFileSync(join(out, "grades.csv"), "utf8"), "student", "score");
    const exported = column(readFileSync(at("export.csv"), "utf8"), "student_id", "score");
    const scores = Object.entries(CLASS).map(([name, { score }]) => [name, score]);
    expect(marks).toEqual(Object.fromEntries([...scores, ["torn", 10], [me, 10]]));
    expect(exported).toEqual(marks);
  });

  test("a person gives points by hand, with the rubric beside the answer", async () => {
    const list = await lab.page.evaluate(
      `fetch("/formgrader/api/submitted_notebooks/hw1/hw1").then((answer) => answer.json())`,
    );
    const { id } = (list as { id: string; student: string }[]).find(
      (one) => one.student === "right",
    )!;
    await visit(`submissions/${id}`);
    await lab.page.waitForLoadState("networkidle"); // the page listens to its fields when it has the marks
    expect(await lab.page.locator("body").textContent()).toContain("Because.");
    const score = lab.page.locator("input#words");
    await score.fill("4");
    const saved = lab.page.waitForResponse(
      (answer) => answer.url().includes("/api/grade/") && answer.request().method() === "PUT",
    );
    await score.press("Tab");
    expect((await saved).ok()).toBe(true);
    nbgrader("export", "--to", at("export.csv"));
    const exported = column(readFileSync(at("export.csv"), "utf8"), "student_id", "score");
    expect(exported.right).toBe(14);
  });

  test("feedback has scores and reasons, and neither hidden tests nor rubrics", () => {
    nbgrader("generate_feedback", "hw1");
    const page = (name: string): string =>
      readFileSync(at("class/feedback", name, "hw1/hw1.html"), "utf8");
    for (const name of ["right", "half"])
      expect(page(name)).not.toMatch(/HIDDEN TESTS|hiddenRandom\(|Because\./);
    expect(page("right")).toContain("14.0");
    expect(page("half")).toMatch(/Lost: mean\(Float64Array\(5\)/);
    nbgrader("release_feedback", "hw1", `--student=${me}`);
  });

  test("what is missing is put back, and marked", () => {
    const cells = read("class/autograded/torn/hw1/hw1.ipynb").cells;
    const { outputs } = cells.find(({ id }) => id === "mean-tests")!;
    expect(textOf(outputs!.at(-1)!)).toBe("3");
  });

  test("what it releases is what npm run release writes", () => {
    const plain = ({ cells }: Notebook) =>
      cells.map((cell) => ({
        ...cell,
        source: sourceOf(cell),
        metadata: { ...cell.metadata, nbgrader: undefined },
      }));
    const edition = studentEdition(ASSIGNMENT) as unknown as Notebook;
    expect(plain(read("class/release/hw1/hw1.ipynb"))).toEqual(plain(edition));
  });
});

/** The result that an output holds; files keep texts as lists of lines. */
const textOf = ({ data }: Output): string => [data?.["text/plain"] ?? ""].flat().join("");

/** A column of numbers of a table, by the names in another one. */
function column(csv: string, key: string, value: string): Record<string, number> {
  const [head, ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const [k, v] = [head!.indexOf(key), head!.indexOf(value)];
  return Object.fromEntries(rows.map((row) => [row[k]!, Number(row[v])]));
}
