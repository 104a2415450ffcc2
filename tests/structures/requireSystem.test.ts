import { expect, test } from "vitest";
import { requireSystem } from "../../src/structures/requireSystem.js";
import type { System } from "../../src/structures/system.js";

const system: System = {
  positions: Float64Array.of(0, 0, 0, 1, 2, 3),
  atomicNumbers: Uint8Array.of(11, 17),
  cell: Float64Array.of(9, 0, 0, 0, 9, 0, 0, 0, 9),
  masses: Float64Array.of(1, 2),
  charges: Float64Array.of(1, -1),
  types: Uint8Array.of(0, 1),
};

test("a whole system passes, and one with the least that it needs", () => {
  requireSystem("here", system);
  const { positions, atomicNumbers } = system;
  requireSystem("here", { positions, atomicNumbers });
});

test("a cell of any size and hand passes", () => {
  for (const scale of [1e-6, -1e6])
    requireSystem("here", { ...system, cell: system.cell!.map((x) => scale * x) });
});

test.each<[Partial<System>, string]>([
  [{ positions: Float64Array.of(1, 2, 3) }, "positions must have 6 entries for 2 atoms, got 3"],
  [{ masses: Float64Array.of(1) }, "masses must have 2 entries for 2 atoms, got 1"],
  [{ charges: Float64Array.of(1) }, "charges must have 2 entries for 2 atoms, got 1"],
  [{ types: Uint8Array.of(1) }, "types must have 2 entries for 2 atoms, got 1"],
  [{ cell: Float64Array.of(1, 1, 1) }, "cell must have 9 entries, got 3"],
  [
    { positions: Float64Array.of(0, 0, 0, 1, Number.NaN, 3) },
    "y of atom 1 must be a finite number of bohr, got NaN",
  ],
  [
    { positions: Float64Array.of(Number.POSITIVE_INFINITY, 0, 0, 1, 2, 3) },
    "x of atom 0 must be a finite number of bohr, got Infinity",
  ],
  [{ charges: Float64Array.of(1, Number.NaN) }, "charges[1] must be a finite number of e, got NaN"],
  [{ atomicNumbers: Uint8Array.of(11, 0) }, "atomicNumbers[1] must be from 1 to 118, got 0"],
  [{ atomicNumbers: Uint8Array.of(119, 1) }, "atomicNumbers[0] must be from 1 to 118, got 119"],
  [
    { masses: Float64Array.of(1, 0) },
    "masses[1] must be a positive number of electron masses, got 0",
  ],
  [
    { cell: Float64Array.of(9, 0, 0, 0, 9, 0, 0, 0, Number.NaN) },
    "cell[8] must be a finite number of bohr, got NaN",
  ],
  [
    { cell: Float64Array.of(9, 0, 0, 0, 9, 0, 9, 9, 0) },
    "the cell must have a volume, got edges (9 0 0) (0 9 0) (9 9 0) bohr",
  ],
  [
    { cell: Float64Array.of(0.1, 0.2, 0.3, 0.7, 0.1, 0.4, 0.8, 0.3, 0.7) },
    "the cell must have a volume, got edges (0.1 0.2 0.3) (0.7 0.1 0.4) (0.8 0.3 0.7) bohr",
  ],
])("refuses %o", (change, message) => {
  expect(() => requireSystem("here", { ...system, ...change })).toThrow(
    new RangeError(`here: ${message}`),
  );
});

test("refuses no atoms at all", () => {
  const none = { positions: new Float64Array(0), atomicNumbers: new Uint8Array(0) };
  expect(() => requireSystem("here", none)).toThrow(
    new RangeError("here: there must be at least one atom, got none"),
  );
});
