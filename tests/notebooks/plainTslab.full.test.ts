import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { coursePython, kernelFolder } from "../support/kernelspec.js";

// A core notebook must also run under tslab as npm delivers it, which tells nobody of a failure but
// prints it on stderr.
const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "notebooks");
const core = readdirSync(folder)
  .filter((name) => name.endsWith(".ipynb"))
  .filter((name) => readFileSync(join(folder, name), "utf8").includes("| Path | core |"));

const RUN = `
import json, sys, nbformat
from nbclient import NotebookClient
book = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(book, kernel_name="plain", timeout=300, resources={"metadata": {"path": sys.argv[2]}}).execute()
outputs = [o for c in book.cells if c.cell_type == "code" for o in c.outputs]
print(json.dumps({"said": "".join(o.text for o in outputs if o.output_type == "stream" and o.name == "stderr"),
                  "charts": sum("application/vnd.vegalite.v5+json" in o.get("data", {}) for o in outputs)}))
`;

const kernels = kernelFolder("plain", [
  process.execPath,
  join(root, "node_modules", "tslab", "bin", "tslab"),
  "kernel",
  "--config-path={connection_file}",
]);
afterAll(() => rmSync(kernels, { recursive: true, force: true }));

test("there are core notebooks", () => expect(core.length).toBeGreaterThan(0));

test.each(core)("%s runs under plain tslab", { timeout: 400_000 }, (name) => {
  const output = execFileSync(coursePython, ["-c", RUN, join(folder, name), folder], {
    env: { ...process.env, JUPYTER_PATH: kernels },
    encoding: "utf8",
  });
  const { said, charts } = JSON.parse(output.trim().split("\n").at(-1)!);
  expect(said).toBe("");
  expect(charts).toBeGreaterThan(0);
});
