import { describe, expect, test } from "vitest";
import { loadCharmm22 } from "../../../src/potentials/charmm/charmm22.js";
import { readCharmmParameters } from "../../../src/potentials/charmm/readCharmmParameters.js";
import { angstromFromBohr } from "../../../src/units/convert.js";
import { kcalPerMolFromHartree as kcal } from "../../../src/units/kcalPerMol.js";

const { atoms, bonds, angles, dihedrals, impropers, ...rest } = loadCharmm22();
const angstrom = angstromFromBohr(1); // of one bohr
const degree = Math.PI / 180;

test("a bond of CHARMM22: CT3-CT2 222.5 kcal/mol/Å² at 1.528 Å", () => {
  expect(kcal(bonds["CT3-CT2"]!.stiffness) / angstrom ** 2).toBeCloseTo(222.5, 11);
  expect(angstromFromBohr(bonds["CT3-CT2"]!.rest)).toBeCloseTo(1.528, 14);
});
test("an angle: CT3-CT2-CT2 58.0 at 115.0°, Urey-Bradley 8.0 at 2.561 Å; some have none", () => {
  const { stiffness, rest: theta, ureyBradley } = angles["CT3-CT2-CT2"]!;
  expect(kcal(stiffness)).toBeCloseTo(58, 12);
  expect(theta / degree).toBeCloseTo(115, 12);
  expect(kcal(ureyBradley!.stiffness) / angstrom ** 2).toBeCloseTo(8, 13);
  expect(angstromFromBohr(ureyBradley!.rest)).toBeCloseTo(2.561, 14);
  expect(angles["HT-OT-HT"]!.ureyBradley).toBeUndefined();
});
test("dihedrals: one line, two lines, a wildcard; δ in radian", () => {
  expect(dihedrals["CT3-CT2-CT2-CT3"]).toHaveLength(1);
  expect(kcal(dihedrals["X-CT2-CT2-X"]![0]!.height)).toBeCloseTo(0.195, 14);
  const peptide = dihedrals["CT3-C-NH1-CT1"]!;
  expect(peptide.map(({ multiplicity }) => multiplicity)).toEqual([1, 2]);
  expect(peptide[1]!.phase).toBeCloseTo(Math.PI, 15);
});
test("an improper: O-X-X-C 120 kcal/mol/rad² at 0", () => {
  expect(kcal(impropers["O-X-X-C"]!.stiffness)).toBeCloseTo(120, 11);
  expect(impropers["O-X-X-C"]!.rest).toBe(0);
});
test("wells: ε without CHARMM's minus, R/2; those for 1-4 pairs where a line has them", () => {
  const { massU, well, well14 } = atoms.CT2!;
  expect(massU).toBe(12.011);
  expect([kcal(well.depth), kcal(well14.depth)]).toEqual([
    expect.closeTo(0.055, 14),
    expect.closeTo(0.01, 14),
  ]);
  expect(angstromFromBohr(well.halfMinimum)).toBeCloseTo(2.175, 14);
  expect(angstromFromBohr(well14.halfMinimum)).toBeCloseTo(1.9, 14);
  expect(atoms.HA!.well14).toBe(atoms.HA!.well);
});
test("eps 1.0, e14fac 1.0", () =>
  expect(rest).toEqual({ chargeScale14: 1, relativePermittivity: 1 }));

test("remarks, small letters, other names of sections, lines that go on, HBOND, what follows END", () => {
  const read = readCharmmParameters(`* title
atoms
mass 1 A 12.0 C ! with the element
bond
A A 1.0 -
  1.5 ! continued
A A 1.0 1.5
PHI
X A A X 0.1 3 0
NBONDED NBXMOD 5 -
EPS 4.0 E14FAC 0.4
A 0 -0.1 2
B 0 -0.1 2
HBOND AEXP 4
N* O* 0.0 3.0
END
nonsense`);
  expect(Object.keys(read.atoms)).toEqual(["A"]);
  expect(Object.keys(read.bonds)).toEqual(["A-A"]);
  expect(read.dihedrals["X-A-A-X"]).toHaveLength(1);
  expect([read.relativePermittivity, read.chargeScale14]).toEqual([4, 0.4]);
});

describe("refuses, with the number of the line,", () => {
  test.each([
    ["CT2 CT3 1", 'line 1 must begin a section that is known (BONDS, ANGLES, …), got "CT2"'],
    ["BONDS\nNBFIX\n", 'line 2 must begin a section that is known (BONDS, ANGLES, …), got "NBFIX"'],
    [
      "HBOND AEXP 4\nN* O* 0 3\nCMAP",
      'line 3 must begin a section that is known (BONDS, ANGLES, …), got "CMAP"',
    ],
    ["ATOMS\nCT2 12", 'line 2 must begin with MASS, got "CT2"'],
    ["ATOMS\nMASS 1 A -12", "line 2 must have a positive number of u, got -12"],
    ["BONDS\nA B 1.0", "line 2 must have 4 entries, got 3"],
    ["BONDS\nA B 1.0 x", 'line 2 must have a number as word 4, got "x"'],
    ["BONDS\nA B 1 2\n\nB A 1 3", "line 4 must agree with an earlier line for A-B"],
    ["ANGLES\nA B C 1 2 3", "line 2 must have 7 entries, got 6"],
    ["DIHEDRALS\nA B C D 1 7 0", 'line 2 must have a multiplicity from 1 to 6, got "7"'],
    ["DIHEDRALS\nA B C D 1 2.5 0", 'line 2 must have a multiplicity from 1 to 6, got "2.5"'],
    ["DIHEDRALS\nX B C D 1 2 0", 'line 2 must begin with 4 atom types, got "X-B-C-D"'],
    ["PHI\nA B C D 1 2 0\nD C B A 1 2 180", "line 3 must agree with an earlier line for A-B-C-D"],
    [
      "IMPROPER\nA B C D 1 2 0",
      'line 2 must have a 0 before its angle: harmonic impropers only, got "2"',
    ],
    ["NONBONDED nbxmod 4", "line 1 must have nbxmod 5: 1-4 terms of their own, got 4"],
    ["NONBONDED eps 0", "line 1 must have a positive eps"],
    [
      "NONBONDED\nA 0 0.1 2",
      "line 2 must have an epsilon that is not positive and an Rmin/2 that is not negative, got 0.1 and 2",
    ],
  ])("%j", (text, message) =>
    expect(() => readCharmmParameters(text)).toThrow(
      new RangeError(`readCharmmParameters: ${message}`),
    ));
});
