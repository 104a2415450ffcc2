import { expect, test } from "vitest";
import { closePairs } from "../../src/charts/closePairs.js";
import { bohrFromAngstrom } from "../../src/units/convert.js";
import reference from "./closePairs.reference.json" with { type: "json" };

const { program: _, ...structures } = reference;

test.each(Object.entries(structures))("%s: the pairs that ASE finds", (_name, structure) => {
  const positions = Float64Array.from(structure.positionsAngstrom, bohrFromAngstrom);
  const found = closePairs(positions, Uint8Array.from(structure.numbers));
  expect(found).toEqual(structure.pairs);
});

test("two hydrogen atoms are a pair up to 0.31 + 0.31 + 0.4 angstrom", () => {
  const pairsAt = (angstrom: number) =>
    closePairs(Float64Array.of(0, 0, 0, 0, 0, bohrFromAngstrom(angstrom)), Uint8Array.of(1, 1));
  expect(pairsAt(1.0199)).toEqual([[0, 1]]);
  expect(pairsAt(1.0201)).toEqual([]);
});

test("a single atom has no pair", () => {
  expect(closePairs(Float64Array.of(1, 2, 3), Uint8Array.of(29))).toEqual([]);
});
