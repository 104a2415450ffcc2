import { describe, expect, test } from "vitest";
import { shellCounts } from "../../src/learning/shellCounts.js";
import { seededRandom } from "../../src/numerics/random.js";
import { timesMatrix } from "../../src/structures/cell.js";
import { crystal } from "../../src/structures/crystal.js";
import { displaced } from "../../src/structures/displaced.js";
import { supercell } from "../../src/structures/supercell.js";
import { expectClose } from "../support/closeTo.js";

const lattice = (latticeConstant: number) =>
  supercell(crystal("fcc", { symbols: ["Ar"], latticeConstant }), [3, 3, 3]);

test.each([1.6, 10])("in fcc at rest c₁ is 12 and c₂ 0.23, at any density (a = %f)", (a) => {
  const counts = shellCounts(lattice(a));
  for (let i = 0; i < counts.length; i += 2) {
    // 12 neighbours at d, 6 at √2 d, each counted by the smooth step.
    const within = (edge: number): number =>
      12 / (1 + Math.exp((1 - edge) / 0.02)) + 6 / (1 + Math.exp((Math.SQRT2 - edge) / 0.02));
    expect(counts[i]).toBeCloseTo(within(1.2), 9);
    expect(counts[i + 1]).toBeCloseTo(within(1.35) - within(1.2), 9);
    expect(counts[i]).toBeCloseTo(12, 2);
    expect(counts[i + 1]).toBeCloseTo(0.23, 2);
  }
});

describe("distances only", () => {
  const system = displaced(lattice(1.6), { deviation: 0.12, random: seededRandom(2) });
  const counts = shellCounts(system);
  test("shifting and turning the system changes nothing", () => {
    const [c, s] = [Math.cos(0.6), Math.sin(0.6)];
    const turn = Float64Array.of(c, s, 0, -s, c, 0, 0, 0, 1);
    const moved = {
      ...system,
      positions: timesMatrix(
        system.positions.map((x, i) => x + [0.3, -2, 5][i % 3]!),
        turn,
      ),
      cell: timesMatrix(system.cell!, turn),
    };
    expectClose(shellCounts(moved), counts, 1e-10);
  });
  test("numbering atoms in another order gives the same numbers in that order", () => {
    const n = counts.length / 2;
    const positions = system.positions.map(
      (_, i) => system.positions[3 * (n - 1 - Math.floor(i / 3)) + (i % 3)]!,
    );
    const reversed = shellCounts({ ...system, positions });
    expectClose(
      reversed.map((_, k) => reversed[2 * (n - 1 - (k >> 1)) + (k % 2)]!),
      counts,
      1e-10,
    );
  });
});

test("needs a cell", () => {
  const { cell: _, ...open } = lattice(1.6);
  expect(() => shellCounts(open)).toThrow(
    new RangeError("shellCounts: the system must have a cell, got none"),
  );
});
