import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, expect, test } from "vitest";
import { course, pythonIn } from "../../src/setup/paths.mjs";
import { kernelFolder, PLAIN_TSLAB } from "../support/kernelspec.js";
import { courseNotebooks } from "../support/notebook.js";

// A core notebook must also run under tslab as npm delivers it, which tells nobody of a failure but
// prints it on stderr.
const core = courseNotebooks().filter((path) =>
  readFileSync(path, "utf8").includes("| Path | core |"),
);

const RUN = `
import json, sys, nbformat
from nbclient import NotebookClient
book = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(book, kernel_name="plain", timeout=300, resources={"metadata": {"path": sys.argv[2]}}).execute()
outputs = [o for c in book.cells if c.cell_type == "code" for o in c.outputs]
print(json.dumps({"said": "".join(o.text for o in outputs if o.output_type == "stream" and o.name == "stderr"),
                  "charts": sum("application/vnd.vegalite.v5+json" in o.get("data", {}) for o in outputs)}))
`;

const kernels = kernelFolder("plain", PLAIN_TSLAB);
afterAll(() => rmSync(kernels, { recursive: true, force: true }));

test("there are core notebooks", () => expect(core.length).toBeGreaterThan(0));

test.each(core)("%s runs under plain tslab", { timeout: 400_000 }, (path) => {
  const output = execFileSync(pythonIn(course), ["-c", RUN, path, dirname(path)], {
    env: { ...process.env, JUPYTER_PATH: kernels },
    encoding: "utf8",
  });
  const { said, charts } = JSON.parse(output.trim().split("\n").at(-1)!);
  expect(said).toBe("");
  expect(charts).toBeGreaterThan(0);
});
