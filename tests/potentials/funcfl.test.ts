import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { eam } from "../../src/potentials/eam.js";
import { loadEamCopper } from "../../src/potentials/eamCopper.js";
import { readFuncfl } from "../../src/potentials/funcfl.js";
import { crystal } from "../../src/structures/crystal.js";
import { dataFile } from "../../src/structures/dataTable.js";
import { bohrFromAngstrom, evFromHartree } from "../../src/units/convert.js";

const text = readFileSync(dataFile("eam/copper_foiles1986.eam"), "utf8");
const lines = text.split("\n");

test("reads the element, the grids and three tables", () => {
  const tables = readFuncfl(text);
  const [copper] = tables.elements as [(typeof tables.elements)[0]];
  expect(copper).toMatchObject({ symbol: "Cu", massU: 63.55, lattice: "fcc" });
  expect(copper.latticeConstant).toBe(bohrFromAngstrom(3.615));
  expect(copper.embedding.length).toBe(500);
  expect(evFromHartree(copper.embedding[1]!)).toBeCloseTo(-0.3156163690342435, 14);
});

test("the pair potential is Z² e²/r: 1 hartree·bohr, by convention 27.2 · 0.529 = 14.3888 eV Å", () => {
  const [exact, lammps] = [readFuncfl(text).pairs[0]!, loadEamCopper().pairs[0]!];
  const charge = Number(lines[103]!.split(" ")[0]); // Z(0)
  expect(exact[0]).toBeCloseTo(charge ** 2, 12);
  expect(exact[0]! / charge ** 2).toBeCloseTo(1, 14);
  expect(evFromHartree(lammps[0]! / charge ** 2) * 0.529177210544).toBeCloseTo(27.2 * 0.529, 12);
  expect(evFromHartree(1) * 0.529177210544).toBeCloseTo(14.39965, 4);
});

test("by LAMMPS's convention copper has −3.5400 eV at 3.6150 Å, otherwise 0.0018 eV more", () => {
  const fcc = crystal("fcc", { symbols: ["Cu"], latticeConstant: bohrFromAngstrom(3.615) });
  const perAtom = (tables: ReturnType<typeof loadEamCopper>): number =>
    evFromHartree(eam(tables).energyAndForces(fcc).energy) / 4;
  expect(perAtom(loadEamCopper())).toBeCloseTo(-3.54, 5);
  expect(perAtom(readFuncfl(text)) - perAtom(loadEamCopper())).toBeCloseTo(0.0018, 4);
});

describe("refuses", () => {
  const changed = (line: number, entry: string): string =>
    lines.map((old, k) => (k === line - 1 ? entry : old)).join("\n");
  test.each<[string, string, string]>([
    [
      "an unknown number",
      changed(2, "500 1 1 fcc"),
      'line 2 must have the number of an element, got "500"',
    ],
    ["a mass of 0", changed(2, "29 0 1 fcc"), 'line 2 must have the mass, positive, got "0"'],
    [
      "a word in a table",
      changed(150, "1 2 x 4 5"),
      'line 150 must have Z, entry 233 of 500, got "x"',
    ],
    [
      "a missing line",
      lines.slice(0, -2).join("\n"),
      "after line 302 there must be the density, entry 496 of 500",
    ],
  ])("%s, with the line", (_, file, message) =>
    expect(() => readFuncfl(file)).toThrow(`readFuncfl: ${message}`));
  test("another convention", () =>
    expect(() => readFuncfl(text, { convention: "metal" as "lammps" })).toThrow(
      'readFuncfl: convention must be "lammps" or absent, got "metal"',
    ));
});
