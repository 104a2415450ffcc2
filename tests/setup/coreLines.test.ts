import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { largestCore } from "../../src/setup/coreLines.mjs";

function course(notebooks: Record<string, string>, files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), "mlip-lines-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "notebooks"));
  for (const [name, source] of Object.entries(notebooks))
    writeFileSync(join(root, "notebooks", name), JSON.stringify({ source }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, "src", name, ".."), { recursive: true });
    writeFileSync(join(root, "src", name), text);
  }
  return root;
}

const files = {
  "a/one.ts": 'import { two } from "../b/two.js";\n\n/** A comment. */\nexport const one = two;\n',
  "b/two.ts": "export const two = 2; // counted\n// not counted\n",
  "b/three.ts": "export const three = 3;\n",
};
const cell = (file: string): string => `import { x } from "mlip/${file}";`;

test("the core notebook with most behind it: what it imports and what that imports, once, without comments", () => {
  const notebooks = {
    "01.ipynb": `| Path | core |${cell("b/three")}`,
    "02.ipynb": `| Path | core |${cell("a/one")}${cell("b/two")}`,
  };
  expect(largestCore(course(notebooks, files))).toEqual({ notebook: "02.ipynb", lines: 3 });
});

test("a further notebook does not count", () => {
  const notebooks = {
    "01.ipynb": `| Path | core |${cell("b/three")}`,
    "02.ipynb": `| Path | further |${cell("a/one")}`,
  };
  expect(largestCore(course(notebooks, files)).notebook).toBe("01.ipynb");
});
