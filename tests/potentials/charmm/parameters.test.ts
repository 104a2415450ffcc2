import { expect, test } from "vitest";
import {
  byTypes,
  dihedralByTypes,
  improperByTypes,
} from "../../../src/potentials/charmm/parameters.js";

test("a name stands for both of its directions", () => {
  const table = { "CT3-CT2-HA": 1 };
  expect(byTypes(table, ["CT3", "CT2", "HA"])).toBe(1);
  expect(byTypes(table, ["HA", "CT2", "CT3"])).toBe(1);
  expect(byTypes(table, ["CT2", "CT3", "HA"])).toBeUndefined();
  expect(byTypes({}, ["toString"])).toBeUndefined();
});

test("a dihedral: all four types before X-j-k-X, and no other places for X", () => {
  const table = { "X-B-C-X": "any", "A-B-C-D": "exact", "X-F-G-H": "half" };
  expect(dihedralByTypes(table, ["A", "B", "C", "D"])).toBe("exact");
  expect(dihedralByTypes(table, ["D", "C", "B", "A"])).toBe("exact");
  expect(dihedralByTypes(table, ["E", "C", "B", "A"])).toBe("any");
  expect(dihedralByTypes(table, ["E", "F", "G", "H"])).toBeUndefined();
});

test("an improper, in CHARMM's order", () => {
  const rows = ["A-B-C-D", "A-X-X-D", "X-B-C-D", "X-B-C-X", "X-X-C-D"];
  for (let first = 0; first < rows.length; first++) {
    const table = Object.fromEntries(rows.slice(first).map((name) => [name, name]));
    expect(improperByTypes(table, ["A", "B", "C", "D"])).toBe(rows[first]);
    expect(improperByTypes(table, ["D", "C", "B", "A"])).toBe(rows[first]);
  }
  expect(improperByTypes({}, ["A", "B", "C", "D"])).toBeUndefined();
});
