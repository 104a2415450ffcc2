import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cellVolume } from "../../src/structures/cell.js";
import { atomicNumberOf, standardMass } from "../../src/structures/elements.js";
import { parseExtendedXyz } from "../../src/structures/parseExtendedXyz.js";
import { ATOMIC_TIME_IN_FS } from "../../src/units/constants.js";
import {
  angstromFromBohr,
  bohrFromAngstrom,
  evFromHartree,
  uFromElectronMass,
} from "../../src/units/convert.js";
import { expectClose } from "../support/closeTo.js";

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8");

describe("a file of ASE", () => {
  const frames = parseExtendedXyz(file("ase.reference.xyz"));
  const ase = JSON.parse(file("ase.reference.json")).ase;
  test("three frames", () => expect([frames.length, ase.length]).toEqual([3, 3]));
  test.each([0, 1, 2])("frame %i: what ASE knows of it", (k) => {
    const { system, energy, forces, virial, velocities } = frames[k]!;
    const told = ase[k];
    expect([...system.atomicNumbers]).toEqual(told.symbols.map(atomicNumberOf));
    expectClose(system.positions.map(angstromFromBohr), told.positions, 1e-14);
    if (told.cell) expectClose(system.cell!.map(angstromFromBohr), told.cell, 1e-14);
    else expect(system.cell).toBeUndefined();
    if (k === 1) expectClose(system.charges!, told.charges, 0);
    else expect(system.charges).toBeUndefined();
    if (k === 2) expectClose(system.masses!.map(uFromElectronMass), told.masses, 1e-14);
    else expect(system.masses).toBeUndefined();
    if (told.energy === null) expect(energy).toBeUndefined();
    else expectClose([evFromHartree(energy!)], [told.energy], 1e-14);
    if (told.forces === null) expect(forces).toBeUndefined();
    else
      expectClose(
        forces!.map((f) => evFromHartree(f) / angstromFromBohr(1)),
        told.forces,
        1e-14,
      );
    if (k > 0) return;
    // The virial is minus the volume times ASE's stress: this crystal would grow where that is negative.
    expectClose(
      virial!.map(evFromHartree),
      told.stress.map((s: number) => -told.volume * s),
      1e-13,
    );
    expect(told.stress[0]).toBeLessThan(0);
    const aseTimeFs = 10.180505671156725; // ase.units.fs ** -1, from CODATA 2014
    const aseMass = told.masses[0] / uFromElectronMass(standardMass(29)); // it has no column of masses
    expectClose(
      velocities!.map((v) => (angstromFromBohr(v) / ATOMIC_TIME_IN_FS) * aseTimeFs),
      told.velocities.map((v: number) => v * aseMass),
      1e-9,
    );
  });
  test("everything else under its name", () => {
    expect(frames[0]!.info).toEqual({
      step: 7,
      label: "two words",
      done: true,
      weights: [0.5, 1.25],
      free_energy: 0.6584060482774721,
    });
    expect(Object.keys(frames[0]!.columns!)).toEqual(["energies"]);
  });
});

describe("other files", () => {
  test("plain XYZ, Windows line ends, spaces and empty lines at the end", () => {
    const [frame] = parseExtendedXyz("2\r\n\r\n H 0 0  0.5\r\nO\t1 2 3 \r\n\r\n\r\n");
    expect([...frame!.system.atomicNumbers]).toEqual([1, 8]);
    expectClose(frame!.system.positions, [0, 0, 0.5, 1, 2, 3].map(bohrFromAngstrom), 1e-15);
    expect(frame!.system.cell).toBeUndefined();
  });
  test("atomic numbers in place of symbols, whole numbers, truths, words", () => {
    const [frame] = parseExtendedXyz(
      "1\nProperties=Z:I:1:pos:R:3:move:L:1:name:S:1:type:I:1 pbc='F F F'\n29 1 2 3 T left 3\n",
    );
    expect(frame!.system.atomicNumbers[0]).toBe(29);
    expect([...frame!.system.types!]).toEqual([3]);
    expect(frame!.columns).toEqual({ move: Float64Array.of(1), name: ["left"] });
  });
  test("a cell in which nothing repeats is left out", () => {
    const [frame] = parseExtendedXyz('1\nLattice="9 0 0 0 9 0 0 0 9" pbc="F F F"\nH 1 2 3\n');
    expect(frame!.system.cell).toBeUndefined();
  });
  test("the rows of Lattice are the edges", () => {
    const [frame] = parseExtendedXyz('1\nLattice="3 0 0 1 4 0 0 0 5"\nH 1 2 3\n');
    expectClose(frame!.system.cell!.map(angstromFromBohr), [3, 0, 0, 1, 4, 0, 0, 0, 5], 1e-14);
  });
  test("a virial as it is, and with a stress that agrees", () => {
    const cell = '1\nLattice="2 0 0 0 2 0 0 0 2" virial="8 0 0 0 4 0 0 0 2"';
    for (const stress of ["", ' stress="-1 0 0 0 -0.5 0 0 0 -0.25"']) {
      const [frame] = parseExtendedXyz(`${cell}${stress}\nH 1 2 3\n`);
      expectClose(frame!.virial!.map(evFromHartree), [8, 0, 0, 0, 4, 0, 0, 0, 2], 1e-14);
      expect(cellVolume(frame!.system.cell!.map(angstromFromBohr))).toBeCloseTo(8, 12);
    }
  });
});

const header = "1\nProperties=species:S:1:pos:R:3";
test.each([
  ["", 'line 1 must be a number of atoms from 1, got ""'],
  ["H 0 0 0\n", 'line 1 must be a number of atoms from 1, got "H 0 0 0"'],
  ["0\n\n", 'line 1 must be a number of atoms from 1, got "0"'],
  ["3\n\nH 0 0 0\nH 1 0 0\n", "line 1 must be followed by a header and 3 atoms, got 2 of them"],
  ["1\n\nH 0 0 0\nH 1 0 0\n", 'line 4 must be a number of atoms from 1, got "H 1 0 0"'],
  ["2\n\nH 0 0 0\nH 1 0\n", "line 4 must have 4 entries for species:S:1:pos:R:3, got 3"],
  ["1\n\nH 0 0 0 0\n", "line 3 must have 4 entries for species:S:1:pos:R:3, got 5"],
  ["2\n\nH 0 0 0\nH 1 O 0\n", 'line 4 must have a finite number for pos, got "O"'],
  ["1\n\nH 0 0 nan\n", 'line 3 must have a finite number for pos, got "nan"'],
  ["1\n\nQq 0 0 0\n", 'line 3: atomicNumberOf: symbol must be that of an element, got "Qq"'],
  [
    "1\n\nh 0 0 0\n",
    'line 3: atomicNumberOf: symbol must be that of an element, got "h"; did you mean "H"?',
  ],
  [`${header} energy=low\nH 0 0 0\n`, 'line 2 must give energy as 1 numbers, got "low"'],
  [`${header} Lattice="1 2 3"\nH 0 0 0\n`, 'line 2 must give Lattice as 9 numbers, got "1 2 3"'],
  [
    `${header} Lattice="1 0 0 0 1 0 1 1 0"\nH 0 0 0\n`,
    /^parseExtendedXyz: line 2: this frame: the cell must have a volume, got edges /,
  ],
  [
    `${header} pbc="T T F"\nH 0 0 0\n`,
    'line 2 must repeat in all three directions or in none, got pbc "T T F"',
  ],
  [`${header} pbc="T T T"\nH 0 0 0\n`, "line 2 must have a Lattice where pbc is T, got none"],
  [
    `${header} stress="1 0 0 0 1 0 0 0 1"\nH 0 0 0\n`,
    "line 2 must have a periodic cell where it has a stress, got none",
  ],
  [
    `${header} Lattice="2 0 0 0 2 0 0 0 2" virial="8 0 0 0 8 0 0 0 8" stress="1 0 0 0 1 0 0 0 1"\nH 0 0 0\n`,
    "line 2 must have a stress that is minus the virial over the volume, got another one",
  ],
  [`${header} label="open\nH 0 0 0\n`, 'line 2: a value must end with the " that it began with'],
  [
    "1\nProperties=species:S:1:pos:Q:3\nH 0 0 0\n",
    "line 2 must have Properties like species:S:1:pos:R:3, got species:S:1:pos:Q:3",
  ],
  ["1\nProperties=species:S:1\nH\n", "line 2 must name the property pos, got species:S:1"],
  ["1\nProperties=pos:R:3\n0 0 0\n", "line 2 must name the property species (text) or Z (numbers)"],
  [
    "1\nProperties=species:S:1:pos:R:3:forces:R:2\nH 0 0 0 1 2\n",
    "line 2 must give forces 3 columns of numbers, got species:S:1:pos:R:3:forces:R:2",
  ],
  [
    "1\nProperties=species:S:1:pos:R:3:pos:R:3\nH 0 0 0 0 0 0\n",
    "line 2 must name the property pos once, got species:S:1:pos:R:3:pos:R:3",
  ],
])("%j is refused with its line", (text, message) => {
  expect(() => parseExtendedXyz(text)).toThrow(
    typeof message === "string" ? new RangeError(`parseExtendedXyz: ${message}`) : message,
  );
});

test("the line is counted over frames", () => {
  expect(() => parseExtendedXyz("1\n\nH 0 0 0\n1\n\nH 0 0 zero\n")).toThrow("line 6 must");
});
