import { join } from "node:path";
import { expect, test } from "vitest";
import { execute } from "../../../src/setup/execute.mjs";
import { root } from "../../../src/setup/paths.mjs";

test.each([
  "hw1",
  "hw2",
])("%s with its solution runs in the course's kernel, tests and all", async (name) => {
  const path = join(root, "notebooks/homework", name, `${name}.ipynb`);
  expect(await execute(path, { kernel: "tslab", timeout: 300, save: false })).toBeUndefined();
}, 600_000);
