import { expect, test } from "vitest";
import { lammpsTable } from "../../src/exchange/lammpsTable.js";
import { METAL } from "../../src/exchange/lammpsUnits.js";
import { buckingham } from "../../src/potentials/buckingham.js";
import { hardSphere } from "../../src/potentials/hardSphere.js";
import { lennardJones } from "../../src/potentials/lennardJones.js";
import { truncated } from "../../src/potentials/truncated.js";

const term = lennardJones({ epsilon: 0.0004, sigma: 6 });

function rowsOf(text: string, key = "ALL"): number[][] {
  const section = text.split(`\n${key}\n`)[1]!.split("\n\n")[1]!;
  return section
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
}
const tableOf = (...given: Parameters<typeof lammpsTable>): string =>
  lammpsTable(...given).files("a")["a.table"]!;

test("rows have number, distance, energy and force in units metal, at evenly spaced squares", () => {
  const text = tableOf(term, { cutoff: 15, points: 50, truncation: "shift" });
  expect(text.split("\n")[0]).toBe("# UNITS: metal");
  const rows = rowsOf(text);
  const cut = truncated(term, 15, "shift");
  expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  const r = Math.sqrt(1.5 ** 2 + (20 / 49) * (15 ** 2 - 1.5 ** 2));
  expect(rows[20]![1]).toBeCloseTo(r * METAL.length, 12);
  expect(rows[20]![2]).toBeCloseTo(cut.energy(r) * METAL.energy, 12);
  expect(rows[20]![3]).toBeCloseTo(-cut.slope(r) * METAL.force, 12);
  expect(text).toContain(`N 50 RSQ ${1.5 * METAL.length} ${15 * METAL.length} FPRIME `);
});

test("the row at the cutoff has what the term has just before: no jump inside the table", () => {
  const last = rowsOf(tableOf(term, { cutoff: 15, points: 50 })).at(-1)!;
  expect(last[1]).toBeCloseTo(15 * METAL.length, 12);
  expect(last[2]! / (term.energy(15) * METAL.energy)).toBeCloseTo(1, 12);
  expect(last[3]! / (-term.slope(15) * METAL.force)).toBeCloseTo(1, 12);
});

test("FPRIME is the slope of the force at both ends", () => {
  const text = tableOf(term, { cutoff: 15, from: 4, points: 200 });
  const [low, high] = text
    .match(/FPRIME (\S+) (\S+)/)!
    .slice(1)
    .map(Number) as [number, number];
  const bend = (r: number): number =>
    (-(term.slope(r + 1e-4) - term.slope(r - 1e-4)) / 2e-4) * (METAL.force / METAL.length);
  expect(low / bend(4)).toBeCloseTo(1, 3);
  expect(high / bend(15)).toBeCloseTo(1, 3);
});

test("starts at a tenth of the cutoff, for buckingham at its barrier", () => {
  expect(rowsOf(tableOf(term, { cutoff: 15, points: 10 }))[0]![1]).toBeCloseTo(
    1.5 * METAL.length,
    12,
  );
  const neon = buckingham({ wall: 200, range: 0.4, dispersion: 8 });
  expect(neon.barrier).toBeGreaterThan(1);
  expect(rowsOf(tableOf(neon, { cutoff: 10, points: 10 }))[0]![1]).toBeCloseTo(
    neon.barrier * METAL.length,
    12,
  );
});

test("species have a section each, found in either order", () => {
  const pair = lammpsTable(
    { "Ar-Ar": term, "Kr-Ar": term, "Kr-Kr": term },
    { cutoff: 15, points: 10 },
  );
  expect(pair.coefficients("Ar", "Kr", "mix")).toBe(`mix.table Kr-Ar ${15 * METAL.length}`);
  expect(rowsOf(pair.files("mix")["mix.table"]!, "Kr-Kr")).toHaveLength(10);
  expect(() => pair.coefficients("Ar", "Xe", "mix")).toThrow(
    "lammpsTable: there must be an entry for Ar-Xe, got Ar-Ar, Kr-Ar, Kr-Kr",
  );
});

test("default 5000 rows", () => {
  expect(lammpsTable(term, { cutoff: 15 }).settings).toBe("spline 5000");
});

test("what cannot be a table is refused", () => {
  expect(() => lammpsTable(hardSphere({ diameter: 6 }), { cutoff: 15 })).toThrow(
    /^hardSphere: slope must be asked for at 6 bohr or more|^lammpsTable: ALL must be finite/,
  );
  const divergent = { energy: (r: number) => 1 / (r - 5), slope: () => 0 };
  expect(() => lammpsTable(divergent, { cutoff: 15, from: 5 })).toThrow(
    "lammpsTable: ALL must be finite from 5 bohr to the cutoff, got energy Infinity and slope 0 at 5",
  );
  expect(() => lammpsTable(term, { cutoff: 15, from: 16 })).toThrow(
    "lammpsTable: from must be between 0 and the cutoff of 15 bohr, got 16",
  );
  expect(() => lammpsTable(term, { cutoff: 15, points: 9 })).toThrow(
    "lammpsTable: points must be a whole number from 10, got 9",
  );
  expect(() => lammpsTable(term, { cutoff: Number.POSITIVE_INFINITY })).toThrow(
    "lammpsTable: cutoff must be a positive number of bohr, got Infinity",
  );
  expect(() => lammpsTable(term, { cutoff: 15, truncation: "shifted" as "shift" })).toThrow(
    `lammpsTable: truncation must be "none", "shift" or "forceShift", got 'shifted'`,
  );
});
