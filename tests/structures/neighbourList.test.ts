import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/numerics/random.js";
import { cellHeights, inverseCell, timesMatrix } from "../../src/structures/cell.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { NeighbourList } from "../../src/structures/neighbourList.js";
import { supercell } from "../../src/structures/supercell.js";
import type { System } from "../../src/structures/system.js";

/** Every pair by trying every image: atoms i and j and distance, each pair from both ends. */
function allPairs({ positions, cell }: System, cutoff: number): string[] {
  const n = positions.length / 3;
  const inverse = cell && inverseCell(cell);
  const reach = cell
    ? Array.from(cellHeights(cell), (h) => Math.ceil(cutoff / h - 0.5))
    : [0, 0, 0];
  const found: string[] = [];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const d = Float64Array.from([0, 1, 2], (k) => positions[3 * j + k]! - positions[3 * i + k]!);
      const fraction = inverse ? timesMatrix(d, inverse).map((s) => s - Math.round(s)) : d;
      for (let a = -reach[0]!; a <= reach[0]!; a++)
        for (let b = -reach[1]!; b <= reach[1]!; b++)
          for (let c = -reach[2]!; c <= reach[2]!; c++) {
            const image = fraction.map((s, k) => s + [a, b, c][k]!);
            const r = Math.hypot(...(cell ? timesMatrix(image, cell) : d));
            if (r > 0 && r < cutoff) found.push(`${i} ${j} ${r.toFixed(7)}`);
          }
    }
  return found.sort();
}

/** The pairs of a list that are nearer than its cutoff; those of a half list from both ends. */
function listedPairs(list: NeighbourList): string[] {
  const found: string[] = [];
  for (let s = 0; s < list.atomCount; s++)
    for (let p = list.first[s]!; p < list.first[s + 1]!; p++) {
      const t = list.neighbours[p]!;
      const d = [0, 1, 2].map((k) => list.positions[3 * t + k]! - list.positions[3 * s + k]!);
      const r = Math.hypot(...d);
      if (r >= list.cutoff) continue;
      found.push(`${list.atoms[s]} ${list.atoms[t]} ${r.toFixed(7)}`);
      if (list.kind === "half") found.push(`${list.atoms[t]} ${list.atoms[s]} ${r.toFixed(7)}`);
    }
  return found.sort();
}

const listed = (system: System, cutoff: number, kind: "half" | "full", skin = 0): string[] => {
  const list = new NeighbourList({ cutoff, skin, kind });
  list.update(system);
  return listedPairs(list);
};

const KINDS = ["half", "full"] as const;
const argon = crystal("fcc", { symbols: ["Ar"], latticeConstant: 10 });

/** A few atoms anywhere, also far outside of the cell; the cell leans, and may be thin or left-handed. */
const systems = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    atoms: fc.integer({ min: 1, max: 6 }),
    edges: fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 1, max: 9, noNaN: true }))),
    mirrored: fc.boolean(),
    spread: fc.constantFrom(1, 7),
  })
  .map(({ seed, atoms, edges, mirrored, spread }): System => {
    const random = seededRandom(seed);
    const cell = Float64Array.from({ length: 9 }, (_, k) => {
      const [row, column] = [Math.floor(k / 3), k % 3];
      return row === column ? edges[row]! : 0.9 * edges[row]! * (random() - 0.5);
    });
    if (mirrored) for (let k = 0; k < 3; k++) cell[k]! *= -1;
    const fractions = Float64Array.from({ length: 3 * atoms }, () => spread * (random() - 0.3));
    return {
      positions: timesMatrix(fractions, cell),
      atomicNumbers: new Uint8Array(atoms).fill(18),
      cell,
    };
  });

describe.each(KINDS)("a %s list has all pairs within the cutoff", (kind) => {
  test("in cells of any shape, thin ones too", () => {
    fc.assert(
      fc.property(systems, fc.double({ min: 0.3, max: 4, noNaN: true }), (system, cutoff) => {
        expect(listed(system, cutoff, kind)).toEqual(allPairs(system, cutoff));
      }),
    );
  });
  test("in open space", () => {
    fc.assert(
      fc.property(systems, fc.double({ min: 0.3, max: 9, noNaN: true }), (system, cutoff) => {
        const { cell, ...open } = system;
        expect(listed(open, cutoff, kind)).toEqual(allPairs(open, cutoff));
      }),
    );
  });
  test("in a cell of many bins", () => {
    const system = displaced(supercell(argon, [5, 4, 6]), {
      deviation: 1,
      random: seededRandom(4),
    });
    expect(listed(system, 9, kind, 1)).toEqual(allPairs(system, 9));
  });
});

test("a cutoff of Infinity in open space: all pairs, and never made anew", () => {
  const { cell, ...open } = displaced(argon, { deviation: 1, random: seededRandom(1) });
  const list = new NeighbourList({ cutoff: Number.POSITIVE_INFINITY, kind: "half" });
  list.update(open);
  expect(list.first[4]).toBe(6);
  list.update({ ...open, positions: open.positions.map((x) => 5 * x) });
  expect([list.first[4], list.builds]).toEqual([6, 1]);
});

test("fcc: 12 neighbours at a/√2, 6 at a, 24 at a √(3/2)", () => {
  const count = (cutoff: number): number => listed(argon, cutoff, "full").length / 4;
  expect([7.08, 10.01, 12.26].map(count)).toEqual([12, 18, 42]);
});

test("a single atom is its own neighbour in the next cells", () => {
  const single = crystal("sc", { symbols: ["Po"], latticeConstant: 6 });
  expect(listed(single, 6.1, "full")).toEqual(Array(6).fill("0 0 6.0000000"));
});

describe("while atoms move", () => {
  const system = displaced(supercell(argon, [3, 3, 3]), {
    deviation: 0.5,
    random: seededRandom(2),
  });
  const pushed = (step: number): System => ({
    ...system,
    positions: system.positions.map((x, i) => x + step * Math.sin(7 * i)),
  });
  test("no pair within the cutoff is missing, and the list is made anew only at times", () => {
    const list = new NeighbourList({ cutoff: 9, skin: 1, kind: "full" });
    for (let k = 0; k <= 20; k++) {
      list.update(pushed(k / 20));
      expect(listedPairs(list)).toEqual(allPairs(pushed(k / 20), 9));
    }
    expect(list.builds).toBeGreaterThan(1);
    expect(list.builds).toBeLessThan(8);
  });
  test.each([
    ["one atom by the skin", 1, 0, 1],
    ["one by more than that", 1.001, 0, 2],
    ["two by half of it each", 0.5, 0.5, 1],
    ["two by more than that together", 0.6, 0.401, 2],
  ])("%s: made %s", (_, first, second, builds) => {
    const list = new NeighbourList({ cutoff: 9, skin: 1, kind: "half" });
    list.update(system);
    const positions = system.positions.slice();
    positions[4]! += first;
    positions[9]! -= second;
    list.update({ ...system, positions });
    expect(list.builds).toBe(builds);
  });
  test("a changed cell or number of atoms makes it anew", () => {
    const list = new NeighbourList({ cutoff: 9, skin: 1, kind: "half" });
    list.update(system);
    list.update({ ...system, cell: system.cell!.map((x) => 1.0001 * x) });
    expect(list.builds).toBe(2);
    list.update(argon);
    expect([list.builds, list.atomCount]).toEqual([3, 4]);
  });
  test("after forget() it is as if there had been no past", () => {
    const list = new NeighbourList({ cutoff: 9, skin: 1, kind: "half" });
    const fresh = new NeighbourList({ cutoff: 9, skin: 1, kind: "half" });
    list.update(system);
    list.forget();
    list.update(pushed(0.1));
    fresh.update(pushed(0.1));
    expect(list.neighbours.slice(0, list.first.at(-1))).toEqual(
      fresh.neighbours.slice(0, fresh.first.at(-1)),
    );
    expect(list.positions).toEqual(fresh.positions);
  });
});

test("near atoms are near in memory: a shuffled crystal is put in order", () => {
  const big = supercell(argon, [8, 8, 8]);
  const list = new NeighbourList({ cutoff: 9, kind: "half" });
  const random = seededRandom(3);
  const order = Array.from({ length: 2048 }, (_, i) => [random(), i] as const).sort(
    ([a], [b]) => a - b,
  );
  const positions = Float64Array.from(
    order.flatMap(([, i]) => [...big.positions.slice(3 * i, 3 * i + 3)]),
  );
  list.update({ ...big, positions });
  let apart = 0;
  for (let s = 0; s < 2048; s++)
    for (let p = list.first[s]!; p < list.first[s + 1]!; p++)
      if (list.neighbours[p]! < 2048)
        apart += Math.abs(list.neighbours[p]! - s) / list.first[2048]!;
  expect(apart).toBeLessThan(300); // 2048/3 for a random order
});

test("sumImagesInto: an atom and its images together, [s·c] to [n·c] and [s] to [n]", () => {
  const list = new NeighbourList({ cutoff: 9, kind: "full" });
  list.update(argon);
  const images = new Float64Array(4).fill(7);
  list.sumImagesInto(images, new Float64Array(list.atoms.length).fill(1));
  expect([...images]).toEqual(
    [0, 1, 2, 3].map((i) => list.atoms.filter((atom) => atom === i).length),
  );
  const moments = new Float64Array(12).fill(7);
  list.sumImagesInto(
    moments,
    Float64Array.from({ length: 3 * list.atoms.length }, (_, i) => i % 3),
  );
  expect([...moments.slice(3, 6)]).toEqual([0, images[1], 2 * images[1]!]);
});

test("memory: under 1 kB per atom of a liquid, images included", () => {
  const liquid = displaced(
    supercell(
      crystal("fcc", { symbols: ["Ar"], latticeConstant: (4 / 0.8442) ** (1 / 3) }),
      [10, 10, 10],
    ),
    { deviation: 0.1, random: seededRandom(5) },
  );
  const list = new NeighbourList({ cutoff: 2.5, skin: 0.3, kind: "half" });
  list.update(liquid);
  const bytes = [list.atoms, list.positions, list.positions, list.first, list.neighbours].reduce(
    (sum, array) => sum + array.byteLength,
    0,
  );
  expect(bytes / list.atomCount).toBeLessThan(600); // and 24 for each atom where the list was made
});

describe("refuses", () => {
  const list = new NeighbourList({ cutoff: 9, skin: 0.5, kind: "half" });
  const changed = (change: (positions: Float64Array) => void): System => {
    const positions = argon.positions.slice();
    change(positions);
    return { ...argon, positions };
  };
  test.each<[string, System, string]>([
    [
      "a position that is not a number",
      changed((x) => {
        x[7] = Number.NaN;
      }),
      "y of atom 2 must be a finite number of bohr, got NaN",
    ],
    [
      "two atoms at one point",
      changed((x) => x.copyWithin(3, 9)),
      "atoms 1 and 3 must not be at one point, got (5 5 0) bohr for both",
    ],
    [
      "two atoms at one point, one of them in the next cell",
      changed((x) => x.set([15, 5, 0], 3)),
      "atoms 1 and 3 must not be at one point, got (5 5 0) bohr for both",
    ],
    [
      "a cell without volume",
      { ...argon, cell: Float64Array.of(1, 0, 0, 0, 1, 0, 1, 1, 0) },
      "the cell must have a volume, got edges (1 0 0) (0 1 0) (1 1 0) bohr",
    ],
    [
      "an atom that flew away",
      changed((x) => {
        x[5] = 1e9;
      }),
      "atom 1 must be less than 10⁶ cells away, got (0 5 1000000000) bohr",
    ],
    [
      "a cell that is far too thin",
      { ...argon, cell: Float64Array.of(10, 0, 0, 0, 1e-3, 0, 0, 0, 1e-3) },
      "less than 10⁸ images must be in reach of 9.5 bohr, got 2166684054",
    ],
  ])("%s", (_, system, message) => {
    expect(() => list.update(system)).toThrow(new RangeError(`NeighbourList: ${message}`));
  });
  test("and is not taken for valid afterwards", () => {
    list.update(argon);
    expect(() => list.update(changed((x) => x.copyWithin(3, 9)))).toThrow();
    list.update(argon);
    expect(listedPairs(list)).toEqual(allPairs(argon, 9));
  });
  test("an infinite cutoff in a cell", () => {
    const infinite = new NeighbourList({ cutoff: Number.POSITIVE_INFINITY, kind: "half" });
    expect(() => infinite.update(argon)).toThrow(
      new RangeError("NeighbourList: cutoff must be finite in a cell, got Infinity"),
    );
  });
  test.each([
    [{ cutoff: 0, kind: "half" }, "cutoff must be a positive number of bohr, got 0"],
    [{ cutoff: 1, skin: -1, kind: "half" }, "skin must be a number of bohr from 0, got -1"],
    [{ cutoff: 1, kind: "both" }, 'kind must be "half" or "full", got \'both\''],
  ])("%o", (options, message) => {
    expect(() => new NeighbourList(options as { cutoff: number; kind: "half" })).toThrow(
      `NeighbourList: ${message}`,
    );
  });
});
