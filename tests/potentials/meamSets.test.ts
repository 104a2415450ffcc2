import { expect, test } from "vitest";
import { cubicConstants, elasticConstants } from "../../src/dynamics/elasticConstants.js";
import { minimise } from "../../src/dynamics/minimise.js";
import { type MeamParameters, meam } from "../../src/potentials/meam.js";
import {
  meamCopper1992,
  meamSilicon1992,
  meamTungsten1992,
} from "../../src/potentials/meamSets.js";
import { type CrystalName, crystal } from "../../src/structures/crystal.js";
import { angstromFromBohr, bohrFromAngstrom, evFromHartree } from "../../src/units/convert.js";

const gpa = 29421.0157;

function atRest(set: MeamParameters, lattice: CrystalName, symbol: string, edgeAngstrom: number) {
  const latticeConstant = bohrFromAngstrom(edgeAngstrom);
  const system = crystal(lattice, { symbols: [symbol], latticeConstant });
  const potential = meam(set);
  const minimum = minimise({ system, potential, cell: "free", forceTolerance: 1e-9 });
  return {
    ...{ system: minimum.system, potential },
    edge: angstromFromBohr(minimum.system.cell![0]!),
    each: evFromHartree(minimum.energy) / system.atomicNumbers.length,
  };
}

test("copper is fcc with 3.6200 Å, −3.5400 eV per atom and 138.5 GPa", () => {
  const { edge, each, system, potential } = atRest(meamCopper1992, "fcc", "Cu", 3.6);
  expect(edge).toBeCloseTo(3.62, 5);
  expect(each).toBeCloseTo(-3.54, 6);
  const { c11, c12 } = cubicConstants(elasticConstants(system, potential));
  expect(((c11 + 2 * c12) / 3) * gpa).toBeCloseTo(138.5, 1);
});

test("bcc copper has 2.7910 Å and is 0.042 eV above", () => {
  const { edge, each } = atRest(meamCopper1992, "bcc", "Cu", 2.8);
  expect(edge).toBeCloseTo(2.791, 4);
  expect(each + 3.54).toBeCloseTo(0.042, 3);
});

test("silicon is diamond with 5.4310 Å and −4.6300 eV per atom", () => {
  const { edge, each } = atRest(meamSilicon1992, "diamond", "Si", 5.4);
  expect(edge).toBeCloseTo(5.431, 5);
  expect(each).toBeCloseTo(-4.63, 6);
});

test("silicon prefers four neighbours: diamond is below simple cubic, bcc and fcc", () => {
  const energies = (
    [
      ["diamond", 5.4],
      ["sc", 2.6],
      ["bcc", 3.1],
      ["fcc", 3.9],
    ] as const
  ).map(([lattice, edge]) => atRest(meamSilicon1992, lattice, "Si", edge).each);
  for (const other of energies.slice(1)) expect(other).toBeGreaterThan(energies[0]! + 0.1);
});

test("tungsten is bcc with 3.1650 Å and −8.6600 eV per atom", () => {
  const { edge, each } = atRest(meamTungsten1992, "bcc", "W", 3.1);
  expect(edge).toBeCloseTo(3.165, 5);
  expect(each).toBeCloseTo(-8.66, 6);
});
