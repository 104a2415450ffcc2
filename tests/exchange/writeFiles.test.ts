import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeFiles } from "../../src/exchange/writeFiles.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mlip files ü-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("writes files, replaces those of the same name and leaves nothing else", () => {
  writeFiles(folder, { "in.a": "old\n" });
  writeFiles(folder, { "in.a": "new ε\n", "a.data": "x".repeat(100_000) });
  expect(readdirSync(folder).sort()).toEqual(["a.data", "in.a"]);
  expect(readFileSync(join(folder, "in.a"), "utf8")).toBe("new ε\n");
  expect(readFileSync(join(folder, "a.data"), "utf8")).toHaveLength(100_000);
});

test("when the disk refuses one, nothing is changed", () => {
  writeFiles(folder, { "in.a": "old\n" });
  mkdirSync(join(folder, "b.data.partial")); // where the second would be written
  expect(() => writeFiles(folder, { "in.a": "new\n", "b.data": "x" })).toThrow(/EISDIR/);
  expect(readFileSync(join(folder, "in.a"), "utf8")).toBe("old\n");
  expect(readdirSync(folder).sort()).toEqual(["b.data.partial", "in.a"]);
});

test("names with folders, and a folder that is not there, are refused", () => {
  expect(() => writeFiles(folder, { "../a": "" })).toThrow(
    'writeFiles: names must be without folders, got "../a"',
  );
  expect(() => writeFiles(join(folder, "none"), { a: "" })).toThrow(/ENOENT/);
});
