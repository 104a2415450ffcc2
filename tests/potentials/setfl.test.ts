import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadEamCopper } from "../../src/potentials/eamCopper.js";
import { pairIndex } from "../../src/potentials/eamTables.js";
import { readSetfl, writeSetfl } from "../../src/potentials/setfl.js";
import { bohrFromAngstrom, evFromHartree } from "../../src/units/convert.js";

const { setfl } = JSON.parse(
  readFileSync(join(import.meta.dirname, "manyBody.reference.json"), "utf8"),
) as { setfl: string };

test("reads elements, grids and tables into atomic units", () => {
  const tables = readSetfl(setfl);
  const words = setfl.trim().split(/\s+/);
  expect(tables.comments).toEqual(["made up", "for tests", ""]);
  expect(tables.elements.map(({ symbol }) => symbol)).toEqual(["Cu", "Ni"]);
  expect(tables.elements.map(({ massU }) => massU)).toEqual([63.546, 58.693]);
  expect(tables.elements[1]!.latticeConstant).toBe(bohrFromAngstrom(3.52));
  expect(tables.densityStep).toBe(0.2);
  expect(tables.cutoff).toBe(bohrFromAngstrom(5));
  expect(tables.elements[0]!.density).toHaveLength(80);
  expect(evFromHartree(tables.elements[0]!.embedding[1]!)).toBeCloseTo(
    -1.9 * Math.sqrt(0.2) + 0.022,
    13,
  );
  const last = tables.pairs[2]!;
  expect(evFromHartree(last[78]! * 0.529177210544)).toBeCloseTo(Number(words.at(-2)), 13);
});

test("what is written and read again is the same, to rounding", () => {
  for (const tables of [readSetfl(setfl), loadEamCopper()]) {
    const again = readSetfl(writeSetfl(tables));
    expect(again.elements.map(({ symbol }) => symbol)).toEqual(
      tables.elements.map(({ symbol }) => symbol),
    );
    const numbers = (of: typeof tables): number[] => [
      ...[of.densityStep, of.distanceStep, of.cutoff],
      ...of.elements.flatMap((element) => [
        ...[element.massU, element.latticeConstant],
        ...element.embedding,
        ...element.density,
      ]),
      ...of.pairs.flatMap((pair) => [...pair]),
    ];
    const [found, wanted] = [numbers(again), numbers(tables)];
    expect(found.length).toBe(wanted.length);
    for (const [k, value] of wanted.entries())
      expect(Math.abs(found[k]! - value)).toBeLessThanOrEqual(4e-16 * Math.abs(value));
  }
});

test("a text that is written, read and written again stays the same from then on, to the last digit or one", () => {
  const once = writeSetfl(readSetfl(setfl)).split(/\s+/);
  const twice = writeSetfl(readSetfl(writeSetfl(readSetfl(setfl)))).split(/\s+/);
  expect(twice.length).toBe(once.length);
  for (const [k, word] of once.entries())
    if (word !== twice[k])
      expect(Math.abs(Number(word) / Number(twice[k]) - 1)).toBeLessThan(4e-16);
});

test("pairs are found in either order", () => {
  expect([
    pairIndex(0, 0),
    pairIndex(1, 0),
    pairIndex(0, 1),
    pairIndex(1, 1),
    pairIndex(2, 0),
  ]).toEqual([0, 1, 1, 2, 3]);
});

describe("malformed tables are refused with the line", () => {
  const lines = setfl.split("\n");
  const changed = (line: number, text: string): string =>
    lines.map((old, k) => (k === line - 1 ? text : old)).join("\n");
  test.each<[string, string, string]>([
    ["no file", "", "after line 1 there must be the number of elements, got the end"],
    [
      "words for numbers",
      changed(9, "a b c d"),
      'line 9 must have F of Cu, entry 9 of 60, got "a"',
    ],
    [
      "half an element",
      changed(4, "1.5 Cu Ni"),
      'line 4 must have the number of elements, a whole number from 1, got "1.5"',
    ],
    [
      "unknown elements",
      changed(4, "2 Cu Xx"),
      'line 4 must have the symbol of an element, got "Xx"',
    ],
    [
      "a negative step",
      changed(5, "60 0.2 80 -1 5"),
      'line 5 must have the step of the distance, positive, got "-1"',
    ],
    [
      "a table cut short",
      lines.slice(0, -4).join("\n"),
      `after line ${lines.length - 4} there must be r φ of Ni and Ni, entry`,
    ],
    ["a line too many", `${setfl}7\n`, `line ${lines.length} must have nothing more, got "7"`],
    [
      "a number that is not finite",
      changed(7, "0 1e999 0 0"),
      'line 7 must have F of Cu, entry 2 of 60, got "1e999"',
    ],
  ])("%s", (_, text, message) => expect(() => readSetfl(text)).toThrow(`readSetfl: ${message}`));
  test("Fortran's exponents are understood", () => {
    expect(readSetfl(changed(5, "60 2.0D-1 80 0.0632911392405063 5.0")).densityStep).toBe(0.2);
  });
});
