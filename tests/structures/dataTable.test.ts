import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dataFile, readDataTable } from "../../src/structures/dataTable.js";

const data = resolve(import.meta.dirname, "../../data");
// Not in data itself, where another test looks at every folder.
const folder = mkdtempSync(join(tmpdir(), "table-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function tableOf(text: string): string {
  const file = join(folder, "nested", "table.csv");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return relative(data, file).replaceAll("\\", "/");
}

test("columns by name; remarks, empty lines and Windows line ends are passed over", () => {
  const path = tableOf("# a remark\r\nR, E\r\n1,-0.5\r\n\r\n2.5,1e-3\r\n");
  expect(readDataTable(path)).toEqual({
    R: Float64Array.of(1, 2.5),
    E: Float64Array.of(-0.5, 1e-3),
  });
});

test.each([
  ["R,E\n1,2\n3\n", "line 3 must have 2 entries, got 1"],
  ["R,E\n1,2,3\n", "line 2 must have 2 entries, got 3"],
  ["R,E\n1,x\n", 'line 2, E must be a finite number, got "x"'],
  ["# remark\nR,E\n1,\n", 'line 3, E must be a finite number, got ""'],
  ["R,E\nNaN,1\n", 'line 2, R must be a finite number, got "NaN"'],
])("refuses %j", (text, message) => {
  const path = tableOf(text);
  expect(() => readDataTable(path)).toThrow(new RangeError(`readDataTable: ${path}, ${message}`));
});

test("a file that is not there is named", () => {
  expect(() => dataFile("h2/nowhere.csv")).toThrow(
    /^dataFile: data\/h2\/nowhere.csv must exist in the course's folder, above /,
  );
});
