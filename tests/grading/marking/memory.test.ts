import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openMemory } from "../../../src/grading/marking/memory.js";
import type { Known } from "../../../src/grading/marking/prepare.js";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "mlip-memory-")), "new");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

const KNOWN: Known = {
  solution: [],
  testCells: [],
  plans: [[{ name: "a", points: 1 }]],
  answers: [[["q", "a"]]],
};

test("remembers what belongs to a key, for its owner only", () => {
  openMemory(folder, "hw1", "abc").save(KNOWN);
  expect(openMemory(folder, "hw1", "abc").load()).toEqual(KNOWN);
  expect(openMemory(folder, "hw1", "abd").load()).toBeUndefined();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "hw1-abc.json")).mode & 0o777).toBe(0o600);
});

test("forgets older versions of the same assignment only", () => {
  for (const [name, key] of [
    ["hw1", "a"],
    ["hw1-b", "a"],
    ["hw1", "c"],
  ] as const)
    openMemory(folder, name, key).save(KNOWN);
  expect(readdirSync(folder).sort()).toEqual(["hw1-b-a.json", "hw1-c.json"]);
});

test("a folder that cannot be made is none", () => {
  const file = join(folder, "../file");
  writeFileSync(file, "");
  openMemory(join(file, "inside"), "hw1", "a").save(KNOWN);
  expect(openMemory(join(file, "inside"), "hw1", "a").load()).toBeUndefined();
});
