import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { badlyFormatted } from "../../src/setup/format.mjs";
import { courseNotebooks, makeNotebook, type Notebook, sourceOf } from "../support/notebook.js";

test("the code of all notebooks is formatted (npm run format mends it)", async () => {
  expect(
    (await badlyFormatted(courseNotebooks())).map(({ path }: { path: string }) => path),
  ).toEqual([]);
});

test("a long line is broken, text and code that does not parse stay as they are", async () => {
  const call = `const a = f(${"argument, ".repeat(12)}last);`;
  const texts = ["# A   title", call, "const wrong = ;", "const fine = 1;"];
  const folder = mkdtempSync(join(tmpdir(), "mlip-format-test-"));
  try {
    const path = join(folder, "a.ipynb");
    writeFileSync(path, `${JSON.stringify(makeNotebook(texts), null, 1)}\n`);
    const [found, ...others] = await badlyFormatted([path]);
    expect(others).toEqual([]);
    const sources = (JSON.parse(found!.text) as Notebook).cells.map(sourceOf);
    expect(sources).toEqual([
      texts[0],
      expect.stringMatching(/^const a = f\(\n {2}argument,\n/),
      ...texts.slice(2),
    ]);
    writeFileSync(path, found!.text);
    expect(await badlyFormatted([path])).toEqual([]);
    expect(readFileSync(path, "utf8")).toBe(found!.text);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
