import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatLammpsData } from "../../src/exchange/formatLammpsData.js";
import { METAL } from "../../src/exchange/lammpsUnits.js";
import { parseLammpsDump } from "../../src/exchange/parseLammpsDump.js";
import { restrictedCell } from "../../src/exchange/restrictedCell.js";
import { timesMatrix } from "../../src/structures/cell.js";
import { expectClose } from "../support/closeTo.js";
import { disordered } from "../support/disordered.js";

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");
/** What LAMMPS said of itself, in units metal (lammps.reference.py). */
const known = JSON.parse(read("lammps.reference.json")) as Record<
  "tilted" | "open",
  Record<"cell" | "wrapped" | "unwrapped" | "types" | "charges" | "velocities" | "forces", number[]>
>;
const scaled = (array: Float64Array, unit: number): Float64Array => array.map((x) => x * unit);

describe("what LAMMPS wrote is what LAMMPS has", () => {
  test("a tilted cell: elements, charges, masses, unwrapped positions, velocities, forces", () => {
    const [frame, ...more] = parseLammpsDump(read("tilted.reference.dump"));
    const { system, velocities, forces, info, columns } = frame!;
    expect(more).toEqual([]);
    expect(info).toEqual({ step: 15 });
    expectClose(scaled(system.cell!, METAL.length), known.tilted.cell, 1e-13);
    expectClose(scaled(system.positions, METAL.length), known.tilted.unwrapped, 1e-13);
    expectClose(scaled(velocities!, METAL.velocity), known.tilted.velocities, 1e-12);
    expectClose(scaled(forces!, METAL.force), known.tilted.forces, 1e-13);
    expect(Array.from(system.charges!)).toEqual(known.tilted.charges);
    expect(Array.from(system.atomicNumbers)).toEqual(
      known.tilted.types.map((t) => (t === 1 ? 18 : 36)),
    );
    expectClose(
      scaled(system.masses!, METAL.mass),
      known.tilted.types.map((t) => (t === 1 ? 39.948 : 83.798)),
      1e-13,
    );
    expect(Object.keys(columns!)).toEqual(["ix"]);
    expect(columns!.ix).toHaveLength(12);
  });

  test("fractions of a tilted cell, atoms in any order, elements by type", () => {
    const text = read("scaled.reference.dump");
    expect(text).toMatch(/\n5 .*\n6 .*\n10 /); // not in the order of their id
    const [frame] = parseLammpsDump(text, { elements: ["Ar", "Kr"] });
    expectClose(scaled(frame!.system.positions, METAL.length), known.tilted.wrapped, 1e-13);
    expect(frame!.columns).toBeUndefined();
  });

  test("open space has no cell", () => {
    const [frame] = parseLammpsDump(read("open.reference.dump"), { elements: ["Ar", "Kr"] });
    expect(frame!.system.cell).toBeUndefined();
    expectClose(scaled(frame!.system.positions, METAL.length), known.open.wrapped, 1e-13);
    expectClose(scaled(frame!.forces!, METAL.force), known.open.forces, 1e-13);
  });
});

test("what was turned for LAMMPS is turned back; a left-handed cell comes back negated", () => {
  const right = disordered({ atoms: 5, edge: 12, seed: 1 });
  const h = right.cell!;
  const left = Float64Array.from([...h.slice(3, 6), ...h.slice(0, 3), ...h.slice(6)]);
  for (const [cell, sign] of [
    [h, 1],
    [left, -1],
  ] as const) {
    const system = { ...right, cell };
    const { rotation, cell: turned } = restrictedCell(cell);
    const data = formatLammpsData(system, system.positions);
    const rows = (title: string): string[][] =>
      data
        .split(`\n${title}\n\n`)[1]!
        .split("\n\n")[0]!
        .trim()
        .split("\n")
        .map((line) => line.split(" "));
    const velocities = rows("Velocities");
    const [lx, , , xy, ly, , xz, yz, lz] = turned.map((x) => x * METAL.length);
    const text = [
      "ITEM: TIMESTEP\n3\nITEM: NUMBER OF ATOMS\n5\nITEM: BOX BOUNDS xy xz yz pp pp pp",
      `${Math.min(0, xy!, xz!, xy! + xz!)} ${lx! + Math.max(0, xy!, xz!, xy! + xz!)} ${xy}`,
      `${Math.min(0, yz!)} ${ly! + Math.max(0, yz!)} ${xz}`,
      `0 ${lz} ${yz}`,
      "ITEM: ATOMS id element x y z vx vy vz",
      ...rows("Atoms # atomic").map(
        ([id, , ...x], i) => `${id} Ar ${x.join(" ")} ${velocities[i]!.slice(1).join(" ")}`,
      ),
    ].join("\n");
    const [frame] = parseLammpsDump(text, { rotation });
    expectClose(frame!.system.positions, system.positions, 1e-13);
    expectClose(frame!.velocities!, system.positions, 1e-13);
    expectClose(
      frame!.system.cell!,
      cell.map((x) => sign * x),
      1e-13,
    );
    expect(timesMatrix(frame!.system.cell!, rotation)).toBeDefined();
  }
});

const GOOD = `ITEM: TIMESTEP
0
ITEM: NUMBER OF ATOMS
2
ITEM: BOX BOUNDS pp pp pp
0 5
0 5
0 5
ITEM: ATOMS id element x y z
2 Ar 1 0 0
1 Kr 2 0 0
`;

test("several frames in a row", () => {
  const frames = parseLammpsDump(GOOD + GOOD.replace("TIMESTEP\n0", "TIMESTEP\n40"));
  expect(frames.map(({ info }) => info!.step)).toEqual([0, 40]);
  expect(Array.from(frames[1]!.system.atomicNumbers)).toEqual([36, 18]);
  expect(frames[0]!.system.cell![4]).toBeCloseTo(5 / METAL.length, 12);
});

test.each([
  [
    "a dump that ends early",
    GOOD.replace("1 Kr 2 0 0\n", ""),
    "line 9 must be followed by 2 lines, got 1",
  ],
  [
    "one that ends before its atoms",
    `${GOOD}ITEM: TIMESTEP\n5`,
    "line 13 must be followed by ITEM: ATOMS",
  ],
  ["other units", `ITEM: UNITS\nreal\n${GOOD}`, "line 2 must say units metal, got real"],
  [
    "two directions",
    GOOD.replace("pp pp pp", "pp pp ff"),
    'line 5 must repeat in all directions or in none, got "pp pp ff"',
  ],
  [
    "no positions",
    GOOD.replace("x y z", "x y c"),
    'line 9 must name the columns x y z, got "id element x y c"',
  ],
  ["no id", GOOD.replace("id", "mol"), 'line 9 must name the column id, got "mol element x y z"'],
  [
    "no element",
    GOOD.replace("element", "type").replaceAll(/Ar|Kr/g, "1"),
    "line 9 must name the column element, or elements must be given",
  ],
  ["an unknown element", GOOD.replace("Kr", "Qq"), "line 9 must be of known elements, got Qq"],
  [
    "a number that is none",
    GOOD.replace("2 0 0", "2 nan 0"),
    "line 11 must have a finite number as y, got nan",
  ],
  ["a missing column", GOOD.replace("2 0 0", "2 0"), "line 11 must have 5 columns, got 4"],
  ["a box of words", GOOD.replace("0 5\n", "0 wide\n"), 'line 6 must have 2 numbers, got "0 wide"'],
  ["something else", "step 0\n", 'line 1 must begin with ITEM, got "step 0"'],
  [
    "atoms before their number",
    "ITEM: ATOMS id x y z\n",
    "line 1 must come after ITEM: NUMBER OF ATOMS",
  ],
  [
    "a strange count",
    GOOD.replace("ATOMS\n2", "ATOMS\n-2"),
    'line 4 must be a whole number from 0, got "-2"',
  ],
  [
    "a strange item",
    `ITEM: ENTRIES\n5\n${GOOD}`,
    'line 1 must be an item of a dump of atoms, got "ENTRIES"',
  ],
  ["an empty file", "", 'line 1 must begin with ITEM, got ""'],
])("%s is refused with its line", (_, text, message) => {
  expect(() => parseLammpsDump(text)).toThrow(`parseLammpsDump: ${message}`);
});
