import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Known, type Prepared, prepare } from "../../../src/grading/marking/prepare.js";
import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";
import { codeCell, type NotebookData, notebookOf, textCell } from "./assignment.js";

const folder = mkdtempSync(join(tmpdir(), "mlip-prepare-"));
afterAll(() => rmSync(folder, { recursive: true }));

const IMPORTS = `import { test, wanted } from "mlip/grading/tests";
import { requireClose } from "mlip/grading/requirements";\n`;

/** An assignment with one question of 2 points. */
export function assignment(
  answer: string,
  tests: string,
  uses: readonly string[] = [],
): NotebookData {
  return notebookOf([
    { ...textCell("about", "# A"), metadata: { mlip: { uses } } },
    codeCell("setup", "const data = [1, 2, 3];", { locked: true }),
    codeCell("answer", answer, { solution: true }),
    codeCell("q", IMPORTS + tests, { grade: true, locked: true, points: 2 }),
  ]);
}

/** Makes an assignment ready for marking, in a sandbox. */
export async function prepared(notebook: NotebookData, known?: Known): Promise<Prepared> {
  const path = join(folder, "hw1.ipynb");
  writeFileSync(path, JSON.stringify(notebook));
  return await prepare({ path, sandbox: bubblewrap(), secret: "s", known });
}

export const DOUBLE = "function double(x: number): number { return 2 * x; }";
