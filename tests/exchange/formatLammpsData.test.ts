import { expect, test } from "vitest";
import { formatLammpsData } from "../../src/exchange/formatLammpsData.js";
import { METAL } from "../../src/exchange/lammpsUnits.js";
import { crystal } from "../../src/structures/crystal.js";
import type { System } from "../../src/structures/system.js";
import { atomicTimeFromFs, bohrFromAngstrom, electronMassFromU } from "../../src/units/convert.js";

const salt: System = {
  ...crystal("caesiumChloride", { symbols: ["Cs", "Cl"], latticeConstant: bohrFromAngstrom(4) }),
  masses: Float64Array.of(132.9, 35.45).map(electronMassFromU),
  charges: Float64Array.of(1, -1),
};
/** Numbers as they would be read. */
const numbersIn = (text: string): number[] => text.trim().split(/\s+/).map(Number);
const sectionOf = (text: string, title: string): string[] =>
  text.split(`\n${title}\n\n`)[1]!.split("\n\n")[0]!.trim().split("\n");

test("box, masses, charges, positions and velocities in units metal", () => {
  const oneAngstromPerPs = bohrFromAngstrom(1) / atomicTimeFromFs(1000);
  const text = formatLammpsData(salt, [oneAngstromPerPs, 0, 0, 0, 0, -2 * oneAngstromPerPs]);
  const lines = text.split("\n");
  expect(lines[0]).toBe("LAMMPS data file (units metal) written by mlip");
  expect(lines.slice(2, 4)).toEqual(["2 atoms", "2 atom types"]);
  expect(text).not.toMatch(/xy xz yz|#.*R/);
  for (const axis of ["x", "y", "z"]) {
    const line = lines.find((candidate) => candidate.includes(`${axis}lo`))!;
    expect(numbersIn(line)[1]).toBeCloseTo(4, 14);
  }
  expect(sectionOf(text, "Masses").map((line) => line.split("#")[1]!.trim())).toEqual(["Cs", "Cl"]);
  expect(numbersIn(sectionOf(text, "Masses")[1]!.split("#")[0]!)[1]).toBeCloseTo(35.45, 12);
  const atoms = sectionOf(text, "Atoms # charge").map(numbersIn);
  expect(atoms[0]).toEqual([1, 1, 1, 0, 0, 0]);
  expect(atoms[1]!.slice(0, 3)).toEqual([2, 2, -1]);
  for (const x of atoms[1]!.slice(3)) expect(x).toBeCloseTo(2, 14);
  const velocities = sectionOf(text, "Velocities").map(numbersIn);
  expect(velocities[0]![1]).toBeCloseTo(1, 13);
  expect(velocities[1]![3]).toBeCloseTo(-2, 13);
});

test("numbers keep all their digits", () => {
  const positions = Float64Array.of(0.1, 1 / 3, Math.PI, 2.5, 3.5, 4.5);
  const { charges: _, ...bare } = salt;
  const [first] = sectionOf(formatLammpsData({ ...bare, positions }), "Atoms # atomic");
  expect(numbersIn(first!).slice(2)).toEqual(
    Array.from(positions.subarray(0, 3), (x) => x * METAL.length),
  );
});

test("a cell that lies askew is turned, and the first lines say how", () => {
  const askew = { ...salt, cell: Float64Array.of(0, 8, 0, 0, 0, 8, 8, 0, 0) };
  const text = formatLammpsData({ ...askew, positions: Float64Array.of(0, 3, 0, 0, 0, 5) });
  expect(text.split("\n").slice(1, 5)).toEqual([
    "# a row (x y z) of ours is here (x y z) R, with the rows of R:",
    "# 0 0 1",
    "# 1 0 0",
    "# 0 1 0",
  ]);
  const atoms = sectionOf(text, "Atoms # charge").map(numbersIn);
  expect(atoms[0]!.slice(3)).toEqual([3 * METAL.length, 0, 0]);
  expect(atoms[1]!.slice(3)).toEqual([0, 5 * METAL.length, 0]);
});

test("a tilted cell says its tilts as xy xz yz", () => {
  const cell = Float64Array.of(8, 0, 0, 1, 9, 0, -2, 3, 10);
  const line = formatLammpsData({ ...salt, cell }).match(/^(.*) xy xz yz$/m)![1]!;
  expect(numbersIn(line)).toEqual([1, -2, 3].map((x) => x * METAL.length));
});

test("atoms in open space get a box with one angstrom of room", () => {
  const { cell: _, ...open } = salt;
  const text = formatLammpsData(open);
  expect(numbersIn(text.match(/^(.*) xlo xhi$/m)![1]!)[0]).toBe(-1);
  expect(numbersIn(text.match(/^(.*) xlo xhi$/m)![1]!)[1]).toBeCloseTo(3, 13);
});

test("isotopes of one element are types of their own", () => {
  const water: System = {
    positions: Float64Array.of(0, 0, 0, 2, 0, 0, 0, 2, 0),
    atomicNumbers: Uint8Array.of(8, 1, 1),
    masses: Float64Array.of(29157, 1837.5, 3671.5),
  };
  const text = formatLammpsData(water);
  expect(text).toContain("3 atom types");
  expect(sectionOf(text, "Masses").map((line) => line.slice(-1))).toEqual(["O", "H", "H"]);
});

test("velocities that do not fit or are not finite, and a system that is none, are refused", () => {
  expect(() => formatLammpsData(salt, [1, 2])).toThrow(
    "formatLammpsData: velocities must have 6 entries like positions, got 2",
  );
  expect(() => formatLammpsData(salt, [0, 0, 0, 0, Number.NaN, 0])).toThrow(
    "formatLammpsData: velocities[4] must be a finite number, got NaN",
  );
  expect(() =>
    formatLammpsData({ ...salt, positions: new Float64Array(6).fill(Number.NaN) }),
  ).toThrow("formatLammpsData: x of atom 0 must be a finite number of bohr, got NaN");
});
