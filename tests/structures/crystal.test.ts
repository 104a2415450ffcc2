import { describe, expect, test } from "vitest";
import { cellVolume } from "../../src/structures/cell.js";
import { type CrystalName, crystal } from "../../src/structures/crystal.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import type { System } from "../../src/structures/system.js";

/** Distances from atom 0 and the atomic numbers there, in shells: [distance, number, how many]. */
function shells(system: System, cutoff: number): number[][] {
  const list = new NeighbourList({ cutoff, kind: "full" });
  list.update(system);
  const s = list.atoms.indexOf(0);
  const found = new Map<string, number>();
  for (let p = list.first[s]!; p < list.first[s + 1]!; p++) {
    const t = list.neighbours[p]!;
    const d = [0, 1, 2].map((k) => list.positions[3 * t + k]! - list.positions[3 * s + k]!);
    const shell = `${Math.hypot(...d).toFixed(6)} ${system.atomicNumbers[list.atoms[t]!]}`;
    found.set(shell, (found.get(shell) ?? 0) + 1);
  }
  return [...found]
    .map(([shell, count]) => [...shell.split(" ").map(Number), count])
    .sort((a, b) => a[0]! - b[0]!);
}

const a = 6;
const near = (value: number): unknown => expect.closeTo(value, 5);

test.each<[CrystalName, string[], number, number[][]]>([
  [
    "sc",
    ["Po"],
    1,
    [
      [1, 84, 6],
      [Math.SQRT2, 84, 12],
    ],
  ],
  [
    "bcc",
    ["Fe"],
    2,
    [
      [Math.sqrt(3) / 2, 26, 8],
      [1, 26, 6],
    ],
  ],
  [
    "fcc",
    ["Cu"],
    4,
    [
      [Math.SQRT1_2, 29, 12],
      [1, 29, 6],
    ],
  ],
  [
    "diamond",
    ["Si"],
    8,
    [
      [Math.sqrt(3) / 4, 14, 4],
      [Math.SQRT1_2, 14, 12],
    ],
  ],
  [
    "zincblende",
    ["Zn", "S"],
    8,
    [
      [Math.sqrt(3) / 4, 16, 4],
      [Math.SQRT1_2, 30, 12],
    ],
  ],
  [
    "rocksalt",
    ["Na", "Cl"],
    8,
    [
      [1 / 2, 17, 6],
      [Math.SQRT1_2, 11, 12],
    ],
  ],
  [
    "caesiumChloride",
    ["Cs", "Cl"],
    2,
    [
      [Math.sqrt(3) / 2, 17, 8],
      [1, 55, 6],
    ],
  ],
  [
    "hcp",
    ["Mg"],
    2,
    [
      [1, 12, 12],
      [Math.SQRT2, 12, 6],
    ],
  ],
])("%s of %j: %i atoms, and the first two shells of neighbours", (name, symbols, atoms, wanted) => {
  const system = crystal(name, { symbols, latticeConstant: a });
  expect(system.atomicNumbers.length).toBe(atoms);
  const found = shells(system, a * wanted[1]![0]! + 0.01);
  expect(found).toEqual(wanted.map(([r, number, count]) => [near(a * r!), number, count]));
});

describe("hcp", () => {
  test("stacked balls fill as much as in fcc, π/√18", () => {
    const volume = cellVolume(crystal("hcp", { symbols: ["Mg"], latticeConstant: 2 }).cell!);
    expect((2 * (4 / 3) * Math.PI) / volume).toBeCloseTo(Math.PI / Math.sqrt(18), 12);
  });
  test("another height over the edge", () => {
    const zinc = crystal("hcp", { symbols: ["Zn"], latticeConstant: a, heightRatio: 1.856 });
    expect(zinc.cell![8]).toBeCloseTo(1.856 * a, 12);
  });
  test("the edges of the base are 120° apart", () => {
    const [x, y, , u, v] = crystal("hcp", { symbols: ["Mg"], latticeConstant: a }).cell!;
    expect((x! * u! + y! * v!) / a ** 2).toBeCloseTo(-0.5, 12);
  });
});

test.each<[() => System, string]>([
  [
    () => crystal("hexagonal" as CrystalName, { symbols: ["Mg"], latticeConstant: a }),
    'name must be one of sc, bcc, fcc, hcp, diamond, zincblende, rocksalt, caesiumChloride, got "hexagonal"',
  ],
  [
    () => crystal("rocksalt", { symbols: ["Na"], latticeConstant: a }),
    "symbols must have 2 for rocksalt, got 1",
  ],
  [
    () => crystal("fcc", { symbols: ["Cu"], latticeConstant: 0 }),
    "latticeConstant must be a positive number of bohr, got 0",
  ],
  [
    () => crystal("fcc", { symbols: ["Cu"], latticeConstant: a, heightRatio: 1.6 }),
    "heightRatio must be left out for fcc, got 1.6",
  ],
  [
    () => crystal("hcp", { symbols: ["Mg"], latticeConstant: a, heightRatio: -1 }),
    "heightRatio must be a positive number of edges, got -1",
  ],
])("refuses %#", (make, message) => {
  expect(make).toThrow(new RangeError(`crystal: ${message}`));
});

test("refuses an unknown element", () => {
  expect(() => crystal("fcc", { symbols: ["Cx"], latticeConstant: a })).toThrow(RangeError);
});
