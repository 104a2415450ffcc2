import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { eam } from "../../src/potentials/eam.js";
import { readFuncfl } from "../../src/potentials/funcfl.js";
import type { Potential } from "../../src/potentials/potential.js";
import { readSetfl } from "../../src/potentials/setfl.js";
import {
  type StillingerWeberParameters,
  stillingerWeber,
  stillingerWeberSilicon,
} from "../../src/potentials/stillingerWeber.js";
import { tersoff } from "../../src/potentials/tersoff.js";
import {
  tersoffCarbon1989,
  tersoffSilicon1988,
  tersoffSilicon1989,
  tersoffSiliconCarbon1989,
} from "../../src/potentials/tersoffSets.js";
import { cellVolume } from "../../src/structures/cell.js";
import { type CrystalName, crystal } from "../../src/structures/crystal.js";
import { dataFile } from "../../src/structures/dataTable.js";
import { atomicNumberOf } from "../../src/structures/elements.js";
import { bohrFromAngstrom, evFromHartree, hartreeFromEv } from "../../src/units/convert.js";
import { expectAsLammps, lammpsReference } from "../support/lammpsReference.js";

const foiles = readFuncfl(readFileSync(dataFile("eam/copper_foiles1986.eam"), "utf8"), {
  convention: "lammps",
});
const copper = { symbol: "Cu", potential: eam(foiles) };
const weber = { symbol: "Si", potential: stillingerWeber(stillingerWeberSilicon) };
const tersoff1988 = { symbol: "Si", potential: tersoff(tersoffSilicon1988) };
const tersoff1989 = { symbol: "Si", potential: tersoff(tersoffSilicon1989) };
const carbon = { symbol: "C", potential: tersoff(tersoffCarbon1989) };

describe("energies, forces and virials of data/lammps", () => {
  const cases = {
    "EAM Cu_u3 Foiles86 jit=0": copper,
    "EAM Cu_u3 Foiles86 jit=0.12": copper,
    "SW Si a=5.431 jit=0.0": weber,
    "SW Si a=5.431 jit=0.15": weber,
    "SW Si trimer": weber,
    "Tersoff Si 1988 (Si.tersoff) a=5.431 jit=0.0": tersoff1988,
    "Tersoff Si 1988 (Si.tersoff) a=5.431 jit=0.15": tersoff1988,
    "Tersoff Si 1989 (SiC_1989) a=5.431 jit=0.0": tersoff1989,
    "Tersoff Si88 dimer r=2.0": tersoff1988,
    "Tersoff Si88 dimer r=2.35": tersoff1988,
    "Tersoff Si88 dimer r=2.6": tersoff1988,
    "Tersoff Si88 dimer r=2.9": tersoff1988,
    "Tersoff Si88 dimer r=3.05": tersoff1988,
    "Tersoff Si88 dimer r=3.15": tersoff1988,
    "Tersoff Si88 trimer": tersoff1988,
  };
  test.each(Object.entries(cases))("%s", (name, { symbol, potential }) => {
    const reference = lammpsReference("lammps", name);
    const atomicNumbers = reference.system.atomicNumbers.map(() => atomicNumberOf(symbol));
    expectAsLammps(potential, { ...reference, system: { ...reference.system, atomicNumbers } });
  });
});

describe("energies of crystals at 31 lattice constants", () => {
  const { curves } = JSON.parse(readFileSync(dataFile("lammps/lammps_ev_curves.json"), "utf8")) as {
    curves: Record<string, { a: number[]; E: number[] }>;
  };
  const ours = {
    "Cu EAM Foiles u3": copper,
    "Si SW": weber,
    "Si Tersoff88": tersoff1988,
    "Si Tersoff89": tersoff1989,
    "C Tersoff89": carbon,
  };
  const names: Record<string, CrystalName> = { dia: "diamond", fcc: "fcc", bcc: "bcc", sc: "sc" };
  const cases = Object.keys(curves).flatMap((key) => {
    const [, set, lattice] = /^(.*) (\w+)$/.exec(key)!;
    const found = ours[set as keyof typeof ours];
    return found ? [{ key, ...found, lattice: names[lattice!]! }] : [];
  });
  test("are sixteen", () => expect(cases.length).toBe(16));
  test.each(cases)("$key", ({ key, symbol, potential, lattice }) => {
    const { a, E } = curves[key]!;
    const found = a.map((edge) => {
      const system = crystal(lattice, {
        symbols: [symbol],
        latticeConstant: bohrFromAngstrom(edge),
      });
      return evFromHartree(potential.energyAndForces(system).energy) / system.atomicNumbers.length;
    });
    for (const [k, energy] of E.entries())
      expect(Math.abs(found[k]! - energy)).toBeLessThan(1e-10 * Math.max(1, Math.abs(energy)));
  });
});

// manyBody.reference.py mixes Tersoff's parameters and writes the tables and sets by itself.
describe("two kinds of atoms, disordered, in a sheared cell", () => {
  const made = JSON.parse(
    readFileSync(join(import.meta.dirname, "manyBody.reference.json"), "utf8"),
  ) as {
    setfl: string;
    stillingerWeber: Record<string, readonly number[]>;
    references: {
      name: "tersoff" | "stillingerWeber" | "eam";
      symbols: string[];
      types: number[];
      cell: number[][];
      positions: number[][];
      energy: number;
      forces: number[][];
      pressureTensorBar: number[];
    }[];
  };
  const sets = Object.entries(made.stillingerWeber).map(([name, numbers]) => {
    const [epsilon, sigma, a, lambda, gamma, cosTheta0, A, B, p, q] = numbers as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const set: StillingerWeberParameters = {
      ...{ a, lambda, gamma, cosTheta0, A, B, p, q },
      epsilon: hartreeFromEv(epsilon),
      sigma: bohrFromAngstrom(sigma),
    };
    return [name, set] as const;
  });
  const potentials: Record<string, Potential> = {
    tersoff: tersoff(tersoffSiliconCarbon1989),
    stillingerWeber: stillingerWeber(Object.fromEntries(sets)),
    eam: eam(readSetfl(made.setfl)),
  };
  test.each(made.references)("$name", ({ name, symbols, types, pressureTensorBar, ...entry }) => {
    const angstrom = bohrFromAngstrom(1);
    const ev = hartreeFromEv(1);
    const flat = (rows: number[][], unit: number): Float64Array =>
      Float64Array.from(rows.flat(), (x) => x * unit);
    const cell = flat(entry.cell, angstrom);
    const volume = cellVolume(cell) / angstrom ** 3;
    const [xx, yy, zz, xy, xz, yz] = pressureTensorBar as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const bar = 1.6021765e6; // as in lammpsReference
    const tensor = [xx, xy, xz, xy, yy, yz, xz, yz, zz];
    expectAsLammps(potentials[name]!, {
      system: {
        positions: flat(entry.positions, angstrom),
        cell,
        atomicNumbers: Uint8Array.from(types, (type) => atomicNumberOf(symbols[type - 1]!)),
      },
      energy: entry.energy * ev,
      forces: flat(entry.forces, ev / angstrom),
      virial: Float64Array.from(tensor, (p) => ((p * volume) / bar) * ev),
      length: angstrom,
      unit: ev,
    });
  });
});
