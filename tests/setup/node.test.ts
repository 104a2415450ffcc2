import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeProblem } from "../../src/setup/node.mjs";

test.each(["20.19.0", "20.20.2", "21.0.0", "22.1.0", "24.0.0"])("Node %s will do", (version) => {
  expect(nodeProblem(version)).toBe("");
});

test.each(["14.21.3", "18.20.0", "20.9.0", "20.18.3"])("Node %s is refused", (version) => {
  expect(nodeProblem(version)).toBe(
    `Node 20.19 or newer is needed, this is Node ${version}: install a newer one ` +
      "(https://nodejs.org) and run the same command again.",
  );
});

test.each(["run.mjs", "node.mjs"])("%s is written so that Node 14 can read it", (name) => {
  const text = readFileSync(join(import.meta.dirname, "../../src/setup", name), "utf8");
  const imports = [...text.matchAll(/^import .* from "(.*)"/gm)].map(([, from]) => from);
  expect(imports.filter((from) => from !== "./node.mjs")).toEqual([]);
  expect(text).not.toMatch(/\?\?=|\|\|=|&&=|^\s*await |import\.meta\.dirname|\.at\(|#\w+/m);
});
