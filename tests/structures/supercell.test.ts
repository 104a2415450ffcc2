import { expect, test } from "vitest";
import { crystal } from "../../src/structures/crystal.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";

const leaning: System = {
  positions: Float64Array.of(0, 0, 0, 1, 1, 1),
  atomicNumbers: Uint8Array.of(11, 17),
  cell: Float64Array.of(4, 0, 0, 1, 5, 0, 0, 2, 6),
  masses: Float64Array.of(23, 35),
  charges: Float64Array.of(1, -1),
  types: Uint8Array.of(0, 1),
};

test("edges, atoms and all that belongs to them", () => {
  const big = supercell(leaning, [2, 1, 3]);
  expect([...big.cell!]).toEqual([8, 0, 0, 1, 5, 0, 0, 6, 18]);
  expect([...big.atomicNumbers]).toEqual([11, 17, 11, 17, 11, 17, 11, 17, 11, 17, 11, 17]);
  expect([...big.masses!.slice(10), ...big.charges!.slice(10), ...big.types!.slice(10)]).toEqual([
    23, 35, 1, -1, 0, 1,
  ]);
});

test("the atoms of a cell stay together, and the third count runs fastest", () => {
  const { positions } = supercell(leaning, [2, 1, 3]);
  expect([...positions.slice(0, 12)]).toEqual([0, 0, 0, 1, 1, 1, 0, 2, 6, 1, 3, 7]);
  expect([...positions.slice(18, 24)]).toEqual([4, 0, 0, 5, 1, 1]);
});

test("what a system does not have, its supercell has not either", () => {
  const copper = supercell(crystal("fcc", { symbols: ["Cu"], latticeConstant: 7 }), [1, 1, 1]);
  expect(Object.keys(copper)).toEqual(["positions", "atomicNumbers", "cell"]);
});

test("refuses open space and counts that are not whole numbers from 1", () => {
  const { cell, ...open } = leaning;
  expect(() => supercell(open, [1, 1, 1])).toThrow(
    new RangeError("supercell: the system must have a cell, got open space"),
  );
  for (const bad of [0, 1.5, -1])
    expect(() => supercell(leaning, [1, bad, 2])).toThrow(
      new RangeError(`supercell: counts must be three whole numbers from 1, got 1 ${bad} 2`),
    );
});
