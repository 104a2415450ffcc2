import { expect, test } from "vitest";
import { eamAlloy } from "../../src/exchange/eamAlloy.js";
import { stillingerWeberFile } from "../../src/exchange/stillingerWeberFile.js";
import { tersoffFile } from "../../src/exchange/tersoffFile.js";
import { loadEamCopper } from "../../src/potentials/eamCopper.js";
import { readSetfl } from "../../src/potentials/setfl.js";
import { stillingerWeberSilicon } from "../../src/potentials/stillingerWeber.js";
import { tersoffSilicon1988, tersoffSiliconCarbon1989 } from "../../src/potentials/tersoffSets.js";
import { electronMassFromU } from "../../src/units/convert.js";

const types = (...symbols: string[]) => ({
  symbols,
  masses: symbols.map((_, t) => electronMassFromU(30 + t)),
  ofAtoms: Uint32Array.of(1),
});

test("eamAlloy: a setfl file, and the system's masses after it", () => {
  const pair = eamAlloy(loadEamCopper());
  const lines = pair.commands(types("Cu", "Cu"), "block");
  expect(lines.slice(0, 2)).toEqual([
    "pair_style eam/alloy",
    "pair_coeff * * block.eam.alloy Cu Cu",
  ]);
  expect(lines.slice(2).map((line) => line.split(" ").map(Number).slice(1))).toEqual([
    [1, expect.closeTo(30, 12)],
    [2, expect.closeTo(31, 12)],
  ]);
  expect(readSetfl(pair.files("block")["block.eam.alloy"]!).cutoff).toBeCloseTo(
    loadEamCopper().cutoff,
    13,
  );
  expect(() => pair.commands(types("Cu", "Ni"), "block")).toThrow(
    "LAMMPS eam/alloy: there must be parameters for Ni, got those of Cu",
  );
});

test("tersoffFile: one line to a triple, in LAMMPS's order, in eV and angstrom", () => {
  const pair = tersoffFile(tersoffSiliconCarbon1989);
  expect(pair.commands(types("C", "Si"), "sic")).toEqual([
    "pair_style tersoff",
    "pair_coeff * * sic.tersoff C Si",
  ]);
  const lines = pair.files("sic")["sic.tersoff"]!.trim().split("\n");
  expect(lines.filter((line) => !line.startsWith("#"))).toHaveLength(8);
  const words = lines.find((line) => line.startsWith("C C C "))!.split(" ");
  const wanted = [
    3, 1, 0, 38049, 4.3484, -0.57058, 0.72751, 1.5724e-7, 2.2119, 346.74, 1.95, 0.15, 3.4879,
    1393.6,
  ];
  for (const [k, value] of wanted.entries()) expect(Number(words[3 + k])).toBeCloseTo(value, 9);
});

test("one set for all atoms is one triple of X", () => {
  const pair = tersoffFile(tersoffSilicon1988);
  expect(pair.commands(types("Si", "Ge"), "any")[1]).toBe("pair_coeff * * any.tersoff X X");
  expect(pair.files("any")["any.tersoff"]).toMatch(/\nX X X 3\.0/);
});

test("stillingerWeberFile: LAMMPS's order, and no tolerance", () => {
  const pair = stillingerWeberFile({ "Si-Si-Si": stillingerWeberSilicon });
  expect(pair.commands(types("Si"), "si")).toEqual(["pair_style sw", "pair_coeff * * si.sw Si"]);
  const words = pair.files("si")["si.sw"]!.trim().split("\n")[2]!.split(" ");
  expect(words.slice(0, 3)).toEqual(["Si", "Si", "Si"]);
  const wanted = [2.1683, 2.0951, 1.8, 21, 1.2, -1 / 3, 7.049556277, 0.6022245584, 4, 0, 0];
  for (const [k, value] of wanted.entries()) expect(Number(words[3 + k])).toBeCloseTo(value, 12);
  expect(() => pair.commands(types("Ge"), "si")).toThrow(
    "LAMMPS sw: there must be parameters for Ge, got those of Si",
  );
});
