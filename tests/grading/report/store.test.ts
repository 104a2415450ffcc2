import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyOf, openStore } from "../../../src/grading/report/store.js";
import { report } from "../support/report.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mlip-store-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a report is found again, by its key", () => {
  const store = openStore(join(folder, "a/b"));
  store.save(report("ann"), "key 1");
  expect(store.find("ann", "key 1")).toEqual(report("ann"));
  expect(store.find("ann", "key 2")).toBeUndefined();
  expect(store.find("bob", "key 1")).toBeUndefined();
});

test("half a report is none", () => {
  const store = openStore(folder);
  store.save(report("ann"), "key");
  const file = join(folder, "report/ann.json");
  writeFileSync(file, readFileSync(file, "utf8").slice(0, 100));
  expect(store.find("ann", "key")).toBeUndefined();
});

test("files are named after students, and stay in the folder", () => {
  const store = openStore(folder);
  for (const name of ["Ann Ä", "../../eve", "a/b", "x\ny"]) store.save(report(name), "key");
  const names = readdirSync(join(folder, "report")).filter((name) => name.endsWith(".html"));
  expect(names.sort()).toEqual(["..%2F..%2Feve.html", "Ann Ä.html", "a%2Fb.html", "x%0Ay.html"]);
});

test("nothing but reports and the table is left", () => {
  const store = openStore(folder);
  store.save(report("ann"), "key");
  store.writeTable("student\n");
  expect(readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()).toEqual([
    "grades.csv",
    "report",
    "report/ann.html",
    "report/ann.json",
  ]);
});

test("different texts have different keys", () => {
  expect(keyOf(["ab", "c"])).not.toBe(keyOf(["a", "bc"]));
  expect(keyOf(["a"])).toBe(keyOf(["a"]));
});
