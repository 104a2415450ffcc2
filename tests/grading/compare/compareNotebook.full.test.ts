import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { compareNotebook } from "../../../src/grading/compare/compareNotebook.js";
import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";
import { main } from "../../../src/setup/execute.mjs";
import { root } from "../../../src/setup/paths.mjs";
import { noSandboxBecause } from "../support/sandbox.js";
import { leftovers } from "../support/world.js";

vi.mock("../../../src/setup/install.mjs", () => ({ ensureInstalled: async () => {} }));

const folder = mkdtempSync(join(tmpdir(), "mlip-compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A notebook as somebody saved it: cells with what they had printed. */
function saved(cells: readonly (readonly [source: string, printed: string])[]): string {
  const file = join(folder, "saved.ipynb");
  const data = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: cells.map(([source, text], i) => ({
      cell_type: "code",
      id: `c${i}`,
      metadata: {},
      execution_count: i + 1,
      source,
      outputs: text === "" ? [] : [{ output_type: "stream", name: "stdout", text }],
    })),
  };
  writeFileSync(file, JSON.stringify(data));
  return file;
}

describe.skipIf(noSandboxBecause !== undefined)("npm run execute -- --compare", () => {
  test("a forged output is found; times, random numbers and the network are not compared", async () => {
    const file = saved([
      ["const sum = 1 + 1;\nconsole.log(sum, process.getuid());", "3 65534\n"],
      ["console.log(Math.random(), Date.now());", "0.1 2\n"],
      ["console.log([1, 2]);", "[ 1, 2 ]\n"],
      ['await fetch("http://127.0.0.1:9/");', ""],
    ]);
    const outcome = await compareNotebook(file, bubblewrap());
    expect(outcome).toMatchObject({ compared: 4, notCompared: 0 });
    expect(outcome.differences).toEqual([
      { cell: 1, how: 'line 1: saved "3 65534", now "2 65534"' },
      { cell: 4, how: "saved without an error, now with TypeError: fetch failed" },
    ]);
    expect(leftovers()).toEqual([]);
  }, 300_000);

  test("a notebook of the course says in the sandbox what the kernel said", async () => {
    const copy = join(folder, "book.ipynb");
    copyFileSync(join(root, "notebooks/05-potential-energy-surface.ipynb"), copy);
    const options = ["--kernel", "tslab", "--timeout", "300"];
    // In the course's folder, where it finds the package.
    const place = join(root, "notebooks/.compare.ipynb");
    copyFileSync(copy, place);
    try {
      expect(await main([place, "--save", ...options])).toBe(0);
      copyFileSync(place, copy);
    } finally {
      rmSync(place);
    }
    expect(JSON.parse(readFileSync(copy, "utf8")).cells.length).toBeGreaterThan(20);
    const outcome = await compareNotebook(copy, bubblewrap());
    expect(outcome.differences).toEqual([]);
    expect(outcome.compared).toBeGreaterThan(10);
    expect(outcome.notCompared).toBeGreaterThan(3);
  }, 600_000);

  test("what is no notebook gets a sentence", async () => {
    const file = join(folder, "none.ipynb");
    writeFileSync(file, "{");
    expect(await compareNotebook(file, bubblewrap())).toMatchObject({
      problem: "The file is damaged: it is not the JSON that a notebook is made of.",
    });
    await expect(main(["--compare"])).rejects.toThrow("Compare which notebook?");
  });
});
