import { expect, test } from "vitest";
import { findPairs } from "../../src/structures/findPairs.js";
import { findSites } from "../../src/structures/sites.js";
import { disordered } from "../support/disordered.js";

// Which pairs are found is tested with every shape of cell in neighbourList.test.ts.
const system = disordered({ atoms: 40, edge: 20, seed: 1 });
const search = (half: boolean, room: Int32Array) => {
  const sites = findSites(system, 6, half);
  const places = sites.shifts.map(
    (shift, k) => system.positions[3 * sites.atoms[Math.floor(k / 3)]! + (k % 3)]! + shift,
  );
  const first = new Int32Array(41);
  const neighbours = findPairs(sites, places, 6, half, first, room);
  return { first, neighbours };
};

test("each pair once, or from both of its ends", () => {
  const [once, twice] = [search(true, new Int32Array(0)), search(false, new Int32Array(0))];
  expect(twice.first[40]).toBe(2 * once.first[40]!);
  expect(once.first[40]).toBeGreaterThan(100);
});

test("first rises from 0 and ends at the number of pairs", () => {
  const { first, neighbours } = search(false, new Int32Array(0));
  expect(first[0]).toBe(0);
  for (let s = 0; s < 40; s++) expect(first[s + 1]).toBeGreaterThanOrEqual(first[s]!);
  expect(neighbours.length).toBeGreaterThanOrEqual(first[40]!);
});

test("the room is used if it is large enough, and replaced if not", () => {
  const large = new Int32Array(100_000);
  expect(search(true, large).neighbours).toBe(large);
  const small = new Int32Array(100);
  const { first, neighbours } = search(true, small);
  expect(neighbours).not.toBe(small);
  expect(neighbours.slice(0, first[40])).toEqual(large.slice(0, first[40]));
});
