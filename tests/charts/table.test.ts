import { expect, test } from "vitest";
import { tableOf } from "../../src/charts/table.js";

const encoding = {
  x: { field: "r", title: "R / bohr" },
  tooltip: [{ field: "which", title: "method" }],
};

test("one table for each table of data, headed by the titles of the axes", () => {
  const values = [{ which: "RHF", r: 1.4, e: -1.1336 }];
  expect(tableOf({ data: { values }, encoding, datasets: { more: [{ e: 1 }] } })).toBe(
    "| method | R / bohr | e |\n| --- | --- | --- |\n| RHF | 1.4 | -1.1336 |\n\n| e |\n| --- |\n| 1 |",
  );
});

test("numbers are rounded to 6 significant digits", () => {
  expect(tableOf({ data: { values: [{ a: 1 / 3, b: 123456789, c: 1e-9 / 3 }] } })).toContain(
    "| 0.333333 | 123457000 | 3.33333e-10 |",
  );
});

test("a column that a row lacks is left empty, a bar in a text is no border", () => {
  const values = [{ a: 1 }, { b: "x|y" }, { b: null }];
  expect(tableOf({ data: { values } }).split("\n").slice(2)).toEqual([
    "| 1 |  |",
    "|  | x\\|y |",
    "|  |  |",
  ]);
});

test("20 rows are all shown, of more 20 evenly taken, first and last included, and that is said", () => {
  const rows = (n: number) => ({ data: { values: Array.from({ length: n }, (_, i) => ({ i })) } });
  expect(tableOf(rows(20)).split("\n")).toHaveLength(22);
  const lines = tableOf(rows(1000)).split("\n");
  expect(lines.slice(2, 5)).toEqual(["| 0 |", "| 53 |", "| 105 |"]);
  expect(lines.slice(-3)).toEqual(["| 999 |", "", "20 of 1000 rows."]);
  expect(lines).toHaveLength(24);
});

test("a row with lists is as many rows as they are long", () => {
  const values = [
    { y: 1, x: [2, 3], z: [4, 5] },
    { y: 6, x: [7], z: [8] },
  ];
  expect(tableOf({ data: { values } }).split("\n").slice(2)).toEqual([
    "| 1 | 2 | 4 |",
    "| 1 | 3 | 5 |",
    "| 6 | 7 | 8 |",
  ]);
});

test("usermeta.tables names the data sets to show, in its order, usermeta.frame their rows", () => {
  const datasets = {
    helper: [{ a: 1 }],
    points: [{ b: 2 }],
    frames: [
      { value: 1, c: 3 },
      { value: 2, c: 4 },
    ],
  };
  const usermeta = { tables: ["frames", "points", "none"], frame: 2 };
  expect(tableOf({ datasets, usermeta })).toBe(
    "| value | c |\n| --- | --- |\n| 2 | 4 |\n\n| b |\n| --- |\n| 2 |",
  );
});
