import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { knownOf, type Prepared, prepare } from "../../../src/grading/marking/prepare.js";
import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";
import { codeCell, type NotebookData, notebookOf, textCell } from "../support/assignment.js";
import { noSandboxBecause } from "../support/sandbox.js";
import { leftovers } from "../support/world.js";

const folder = mkdtempSync(join(tmpdir(), "mlip-prepare-"));
afterAll(() => rmSync(folder, { recursive: true }));

const IMPORTS = `import { test, wanted } from "mlip/grading/tests";
import { requireClose } from "mlip/grading/requirements";\n`;

/** An assignment with one question of 2 points. */
function assignment(answer: string, tests: string, uses: readonly string[] = []): NotebookData {
  return notebookOf([
    { ...textCell("about", "# A"), metadata: { mlip: { uses } } },
    codeCell("setup", "const data = [1, 2, 3];", { locked: true }),
    codeCell("answer", answer, { solution: true }),
    codeCell("q", IMPORTS + tests, { grade: true, locked: true, points: 2 }),
  ]);
}

async function prepared(
  notebook: NotebookData,
  known?: ReturnType<typeof knownOf>,
): Promise<Prepared> {
  const path = join(folder, "hw1.ipynb");
  writeFileSync(path, JSON.stringify(notebook));
  return await prepare({ path, sandbox: bubblewrap(), secret: "s", known });
}

const DOUBLE = "function double(x: number): number { return 2 * x; }";
const GOOD = 'test("doubles", 2, () => requireClose(double(3), wanted(() => double(3))));';

describe.skipIf(noSandboxBecause !== undefined)("an assignment that is made ready", () => {
  test("shows its tests by passing them; what it showed need not be found out again", async () => {
    const first = await prepared(assignment(DOUBLE, GOOD));
    expect(first.plans).toEqual([[{ name: "doubles", points: 2 }]]);
    const known = JSON.parse(JSON.stringify(knownOf(first)));
    first.end();
    expect(known.answers[0].length).toBe(2);
    const second = await prepared(assignment(DOUBLE, GOOD), {
      ...known,
      plans: [[{ name: "kept", points: 2 }]],
    });
    expect(second.plans).toEqual([[{ name: "kept", points: 2 }]]);
    expect(knownOf(second).solution).toEqual(known.solution);
    second.end();
  });

  test.each([
    [
      "a solution that fails",
      DOUBLE,
      'test("t", 2, () => requireClose(double(3), 7));',
      /^.*hw1\.ipynb: q: the solution fails "t": double\(3\) gave 6: it is not within 0\.000007 of the right value$/,
    ],
    [
      "a solution that stops",
      "throw new Error('no');",
      'test("t", 2, () => {});',
      /q: the solution does not run: Error: no$/,
    ],
    [
      "a test that reads what a submission can change",
      DOUBLE,
      'test("t", 2, () => requireClose(double(data[0]), 2));',
      /the test reads data of a fixed cell, which a submission can change: import or compute it in the test cell, or ask for wanted\(\(\) => data\)/,
    ],
    [
      "two tests of one name",
      DOUBLE,
      'test("t", 1, () => {});\ntest("t", 1, () => {});',
      /q: two tests have the same name\.$/,
    ],
    [
      "a test that is not awaited",
      DOUBLE,
      'test("t", 1, async () => { await null; });\ntest("u", 1, () => {});',
      /the test before "u" must be awaited/,
    ],
    [
      "a test cell with a mistake of types",
      DOUBLE,
      "const n: string = double(1);",
      /the test cell q does not compile: line 3: Type 'number'/,
    ],
    [
      "a solution that uses what is not allowed",
      'import { morse } from "mlip/potentials/morse";\n',
      'test("t", 2, () => {});',
      /the cell answer does not compile: line 1: Cannot find module 'mlip\/potentials\/morse'/,
    ],
  ])("%s: a sentence", async (_, answer, tests, sentence) => {
    await expect(prepared(assignment(answer, tests))).rejects.toThrow(sentence);
  });

  test("a file that does not exist, or needs a library", async () => {
    await expect(prepared(assignment(DOUBLE, GOOD, ["units/none"]))).rejects.toThrow(
      "there is no mlip/units/none",
    );
    await expect(prepared(assignment(DOUBLE, GOOD, ["units/quantity"]))).rejects.toThrow(
      "needs the library mathjs",
    );
  });

  test("leaves nothing", () => expect(leftovers()).toEqual([]));
});
