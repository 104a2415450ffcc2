import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type MeamParameters, meam } from "../../src/potentials/meam.js";
import { universalEnergy } from "../../src/potentials/meamReference.js";
import {
  meamCopper1992,
  meamSilicon1992,
  meamTungsten1992,
} from "../../src/potentials/meamSets.js";
import { cellVolume } from "../../src/structures/cell.js";
import { type CrystalName, crystal } from "../../src/structures/crystal.js";
import { dataFile } from "../../src/structures/dataTable.js";
import type { System } from "../../src/structures/system.js";
import { bohrFromAngstrom, evFromHartree, hartreeFromEv } from "../../src/units/convert.js";
import { expectEnergyKept } from "../support/checkMotion.js";
import { expectDerivatives, expectInvariances } from "../support/checkPotential.js";
import { disordered } from "../support/disordered.js";
import { expectAsLammps, lammpsReference } from "../support/lammpsReference.js";

const copper = meam(meamCopper1992);
const silicon = meam(meamSilicon1992);
/** "SiS" of LAMMPS's library. */
const siliconSigned: MeamParameters = { ...meamSilicon1992, t: [2.05, 4.47, -1.8], root: "signed" };
const angstrom = bohrFromAngstrom(1);
const ev = hartreeFromEv(1);

describe("energies, forces and virials of data/lammps", () => {
  test.each([
    ["MEAM Cu Baskes92 jit=0", copper],
    ["MEAM Si (library.meam Si? SiS) jit=0.0", silicon],
  ])("%s", (name, potential) => expectAsLammps(potential, lammpsReference("lammps", name)));
});

describe("energies of crystals at 31 lattice constants are those of LAMMPS", () => {
  const { curves } = JSON.parse(readFileSync(dataFile("lammps/lammps_ev_curves.json"), "utf8")) as {
    curves: Record<string, { a: number[]; E: number[] }>;
  };
  test.each<[string, string, CrystalName]>([
    ["Cu MEAM Baskes92 fcc", "Cu", "fcc"],
    ["Cu MEAM Baskes92 bcc", "Cu", "bcc"],
    ["Cu MEAM Baskes92 dia", "Cu", "diamond"],
    ["Si MEAM (SiS) dia", "Si", "diamond"],
    ["Si MEAM (SiS) fcc", "Si", "fcc"],
    ["Si MEAM (SiS) bcc", "Si", "bcc"],
    ["Si MEAM (SiS) sc", "Si", "sc"],
  ])("%s", (key, symbol, lattice) => {
    const { a, E } = curves[key]!;
    for (const [k, edge] of a.entries()) {
      const system = crystal(lattice, { symbols: [symbol], latticeConstant: edge * angstrom });
      const { energy } = (symbol === "Cu" ? copper : silicon).energyAndForces(system);
      const each = evFromHartree(energy) / system.atomicNumbers.length;
      expect(Math.abs(each - E[k]!)).toBeLessThan(1e-10 * Math.max(1, Math.abs(E[k]!)));
    }
  });
});

// meam.reference.py runs LAMMPS with the sets of its own library.
describe("shaken, disordered and colliding atoms in sheared cells as LAMMPS has them", () => {
  const { references } = JSON.parse(
    readFileSync(join(import.meta.dirname, "meam.reference.json"), "utf8"),
  ) as {
    references: {
      name: string;
      set: "Cu" | "Si92" | "SiS" | "W";
      cell: number[][];
      positions: number[][];
      energy: number;
      atomicEnergies: number[];
      forces: number[][];
      pressureTensorBar: number[];
    }[];
  };
  const potentials = {
    ...{ Cu: copper, Si92: silicon, SiS: meam(siliconSigned), W: meam(meamTungsten1992) },
  };
  test.each(references)("$name", ({ set, pressureTensorBar, ...entry }) => {
    const flat = (rows: number[][], unit: number): Float64Array =>
      Float64Array.from(rows.flat(), (x) => x * unit);
    const system: System = {
      positions: flat(entry.positions, angstrom),
      atomicNumbers: new Uint8Array(entry.positions.length).fill(set === "Cu" ? 29 : 14),
      cell: flat(entry.cell, angstrom),
    };
    const [xx, yy, zz, xy, xz, yz] = pressureTensorBar as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    // 1.6021765e6 bar in eV/Å³, with the digits that LAMMPS has for it.
    const perBar = (cellVolume(system.cell!) / angstrom ** 3 / 1.6021765e6) * ev;
    expectAsLammps(potentials[set], {
      system,
      energy: entry.energy * ev,
      forces: flat(entry.forces, ev / angstrom),
      virial: Float64Array.of(xx, xy, xz, xy, yy, yz, xz, yz, zz).map((p) => p * perBar),
      length: angstrom,
      unit: ev,
    });
    const { atomicEnergies } = potentials[set].energyAndForces(system);
    const largest = Math.max(...entry.atomicEnergies.map(Math.abs));
    for (const [i, share] of entry.atomicEnergies.entries())
      expect(Math.abs(atomicEnergies[i]! / ev - share)).toBeLessThan(1e-8 * largest);
  });
});

const atoms = (...places: number[][]): System => ({
  positions: Float64Array.from(places.flat()),
  atomicNumbers: new Uint8Array(places.length).fill(14),
});

test.each([
  ["fcc", "Cu", meamCopper1992],
  ["bcc", "Fe", { ...meamCopper1992, reference: "bcc" }],
  ["diamond", "Si", meamSilicon1992],
] as const)("a crystal of %s that is the reference has E_u", (lattice, symbol, set) => {
  const perBond = { fcc: Math.SQRT2, bcc: 2 / Math.sqrt(3), diamond: 4 / Math.sqrt(3) }[lattice];
  for (const stretch of [0.93, 1, 1.07]) {
    const latticeConstant = stretch * perBond * set.bondLength;
    const system = crystal(lattice, { symbols: [symbol], latticeConstant });
    const { energy } = meam(set).energyAndForces(system);
    const each = energy / system.atomicNumbers.length;
    expect(each / universalEnergy(stretch * set.bondLength, set)).toBeCloseTo(1, 8);
  }
});

test("in bcc, where second neighbours are just hidden, atoms feel no force and no shear", () => {
  for (let edge = 2.5; edge < 3.5; edge += 0.013) {
    const system = crystal("bcc", { symbols: ["Si"], latticeConstant: edge * angstrom });
    const { forces, virial } = silicon.energyAndForces(system);
    for (const force of forces) expect(Math.abs(force)).toBeLessThan(1e-12);
    expect(Math.abs(virial[1]!)).toBeLessThan(1e-12);
    expect(virial[0]! / virial[8]!).toBeCloseTo(1, 10);
  }
});

test("angles do not count in fcc, bcc and a simple cube, and do in diamond", () => {
  const edges = { fcc: 3.7, bcc: 2.9, sc: 2.5, diamond: 5.4 };
  const bare = meam({ ...meamCopper1992, t: [0, 0, 0] });
  for (const [lattice, edge] of Object.entries(edges) as [CrystalName, number][]) {
    const system = crystal(lattice, { symbols: ["Cu"], latticeConstant: edge * angstrom });
    const change = copper.energyAndForces(system).energy - bare.energyAndForces(system).energy;
    if (lattice === "diamond") expect(Math.abs(change / 8)).toBeGreaterThan(0.001);
    else expect(Math.abs(change)).toBeLessThan(1e-13);
  }
});

test("atoms on their own have no energy, and a pair none from the cutoff on", () => {
  for (const potential of [copper, silicon]) {
    expect(potential.energyAndForces(atoms([0, 0, 0])).energy).toBe(0);
    expect(potential.energyAndForces(atoms([0, 0, 0], [4 * angstrom, 0, 0])).energy).toBe(0);
    const near = atoms([0, 0, 0], [3.9 * angstrom, 0, 0]);
    expect(Math.abs(potential.energyAndForces(near).energy)).toBeGreaterThan(1e-4);
  }
});

test("the closer two nuclei come, the higher is the energy, and it stays finite", () => {
  let before = 0;
  for (const r of [2.5, 1.5, 1, 0.5, 0.2, 0.05, 0.02, 1e-3, 1e-80]) {
    const { energy, forces } = silicon.energyAndForces(atoms([0, 0, 0], [r, 0, 0]));
    expect(energy).toBeGreaterThanOrEqual(before);
    expect(Number.isFinite(energy)).toBe(true);
    expect(forces[3]).toBeGreaterThan(0);
    before = energy;
  }
});

test("in a row of three the ends do not see each other", () => {
  const r = 1.8 * angstrom; // the ends are 3.6 Å apart, within the cutoff
  const row = atoms([0, 0, 0], [r, 0, 0], [2 * r, 0, 0]);
  const { atomicEnergies } = silicon.energyAndForces(row);
  const pair = silicon.energyAndForces(atoms([0, 0, 0], [r, 0, 0]));
  expect(atomicEnergies[0]).toBeCloseTo(pair.atomicEnergies[0]!, 14);
});

test("a bond is hidden by an atom that is beyond the cutoff of one of its ends", () => {
  // Near the end of a bond of 3.95 Å, but farther than 4 Å from its beginning.
  const places = [
    [0, 0, 0],
    [3.95 * angstrom, 0, 0],
    [3.386 * angstrom, 2.141 * angstrom, 0],
  ];
  const alone = silicon.energyAndForces(atoms(places[0]!, places[1]!));
  const system = atoms(...places);
  const { atomicEnergies } = silicon.energyAndForces(system);
  expect(Math.hypot(...places[2]!)).toBeGreaterThan(4 * angstrom);
  expect(Math.abs(atomicEnergies[0]! / alone.atomicEnergies[0]!)).toBeLessThan(0.95);
  expectDerivatives(silicon, system);
});

describe.each([
  ["copper", copper, { atoms: 14, edge: 12, seed: 5 }],
  ["silicon", silicon, { atoms: 12, edge: 12.5, seed: 4 }],
  ["silicon, signed root", meam(siliconSigned), { atoms: 12, edge: 12.5, seed: 4 }],
] as const)("disordered %s", (_, potential, options) => {
  const system = disordered({ ...options, elements: [14] });
  test("forces and virial are the derivatives", () => expectDerivatives(potential, system));
  test("invariances", () => expectInvariances(potential, system));
});

test("the total energy is kept, to the square of the time step: copper", () => {
  const edge = 3.62 * angstrom;
  const cube = crystal("fcc", { symbols: ["Cu"], latticeConstant: edge });
  expectEnergyKept(copper, cube, { kelvin: 600, timeStepFs: 2, steps: 60 });
});

test("the total energy is kept, to the square of the time step: silicon", () => {
  const edge = 5.431 * angstrom;
  const cube = crystal("diamond", { symbols: ["Si"], latticeConstant: edge });
  expectEnergyKept(silicon, cube, { kelvin: 600, timeStepFs: 2, steps: 60 });
});

describe("refuses", () => {
  test.each<[string, object, string]>([
    ["reference", { reference: "hcp" }, "reference must be one of fcc, bcc, diamond, got hcp"],
    ["bondLength", { bondLength: 0 }, "bondLength must be a positive number of bohr, got 0"],
    [
      "cohesiveEnergy",
      { cohesiveEnergy: -1 },
      "cohesiveEnergy must be a positive number of hartree",
    ],
    ["alpha", { alpha: Number.NaN }, "alpha must be a positive number, got NaN"],
    ["A", { A: 0 }, "A must be a positive number, got 0"],
    ["beta", { beta: [1, 2, -3, 4] }, "beta[2] must be a number from 0, got -3"],
    ["t", { t: [1, Number.NaN, 3] }, "t[1] must be a finite number, got NaN"],
    ["root", { root: "none" }, 'root must be "smooth" or "signed", got none'],
    [
      "cutoff",
      { cutoff: 4.2 },
      "the cutoff less its width must be at least the bond length of 4.4",
    ],
    ["cutoffWidth", { cutoffWidth: 0 }, "cutoffWidth must be a positive number of bohr, got 0"],
    [
      "atomicNumber",
      { atomicNumber: 0 },
      "atomicNumber must be a whole number from 1 to 118, got 0",
    ],
    [
      "screening.min",
      { screening: { min: 0.3, max: 2.8 } },
      "screening.min must be at least 0.5, so that second neighbours in diamond are hidden, got 0.3",
    ],
    [
      "screening.max",
      { screening: { min: 2, max: 2 } },
      "screening.max must be more than screening.min = 2, got 2",
    ],
  ])("%s", (_, change, message) =>
    expect(() => meam({ ...meamSilicon1992, ...change } as MeamParameters)).toThrow(
      `meam: ${message}`,
    ));
  test("atoms at one point", () =>
    expect(() => silicon.energyAndForces(atoms([0, 0, 0], [1, 1, 1], [0, 0, 0]))).toThrow(
      "atoms 0 and 2 must not be at one point",
    ));
});
