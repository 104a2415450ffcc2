import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CODE_STUB, TEXT_STUB } from "../../../src/grading/notebook/studentEdition.js";
import { root } from "../../../src/setup/paths.mjs";

test("nbgrader leaves the same words in place of a solution as npm run release", () => {
  const module = readFileSync(join(root, "src/grading/nbgrader/mlip_nbgrader.py"), "utf8");
  expect(module).toContain(`CODE_STUB = '${CODE_STUB}'`);
  expect(module).toContain(`TEXT_STUB = "${TEXT_STUB}"`);
});
