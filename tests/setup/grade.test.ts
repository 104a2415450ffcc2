import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { main } from "../../src/setup/grade.mjs";

vi.mock("../../src/setup/install.mjs", () => ({ ensureInstalled: async () => {} }));

let folder: string;
const lines: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mlip-grade-command-"));
  lines.length = 0;
  vi.spyOn(console, "log").mockImplementation((line) => lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test("says how it is called", async () => {
  const usage =
    "npm run grade -- hw1 SUBMITTED [--student NAME] [--out DIR] [--jobs N] [--secret FILE]";
  await expect(main([])).rejects.toThrow(usage);
  await expect(main(["hw1"])).rejects.toThrow("Which assignment, and which folder?");
  await expect(main(["hw1", "a", "b"])).rejects.toThrow(usage);
  await expect(main(["hw1", folder, "--fast"])).rejects.toThrow("--fast is not known here");
  await expect(main(["hw1", folder, "--jobs", "0"])).rejects.toThrow(
    "--jobs must be a whole number",
  );
  await expect(main(["hw99", folder])).rejects.toThrow("There is no assignment hw99: neither ");
});

test("marks a folder; makes the class's secret once, for its owner only", async () => {
  const submitted = join(folder, "submitted");
  const secret = join(folder, "new/secret");
  const out = join(folder, "out");
  mkdirSync(submitted);
  // Damaged notebooks need no sandbox to be refused, but the solution is tried all the same: hw1's.
  writeFileSync(join(submitted, "ann.ipynb"), "{");
  const args = ["hw1", submitted, "--out", out, "--secret", secret, "--jobs=1"];
  expect(await main(args)).toBe(0);
  expect(readFileSync(join(out, "grades.csv"), "utf8")).toMatch(
    /^student,.*\nann,0,24,0,0,0,0,0,0\n$/,
  );
  expect(statSync(secret).mode & 0o777).toBe(0o600);
  const text = readFileSync(secret, "utf8");
  expect(lines[0]).toBe(
    `Made the secret that hidden inputs are drawn from: ${secret} (keep it to yourself)`,
  );
  expect(lines.at(-1)).toMatch(/^Took /);
  expect(await main(args)).toBe(0);
  expect(readFileSync(secret, "utf8")).toBe(text);
}, 300_000);

test("an empty folder is refused with a sentence", async () => {
  const refused = main([
    "hw1",
    folder,
    "--secret",
    join(folder, "secret"),
    "--out",
    join(folder, "out"),
  ]);
  await expect(refused).rejects.toMatchObject({
    name: "Refusal",
    message: `There is no notebook in ${folder}.`,
  });
});
