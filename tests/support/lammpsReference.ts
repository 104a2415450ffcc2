import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Potential } from "../../src/potentials/potential.js";
import { cellVolume } from "../../src/structures/cell.js";
import { dataFile } from "../../src/structures/dataTable.js";
import type { System } from "../../src/structures/system.js";
import { bohrFromAngstrom, hartreeFromEv } from "../../src/units/convert.js";

interface Entry {
  readonly name: string;
  readonly units: "lj" | "metal" | "real";
  readonly cell: number[][] | null;
  readonly types: number[];
  readonly positions: number[][];
  readonly charges: number[] | null;
  readonly energy: number;
  readonly forces: number[][];
  readonly pressure_tensor: number[];
}

export interface LammpsReference {
  readonly system: System;
  readonly energy: number;
  readonly forces: Float64Array;
  /** The volume times the pressure tensor; in open space LAMMPS's box has no meaning and neither has this. */
  readonly virial: Float64Array;
  /** One unit of length and energy of the entry in bohr and hartree. */
  readonly length: number;
  readonly unit: number;
}

/** bar, from eV/Å³, with the digits that LAMMPS has for it. */
const BAR_PER_EV_PER_CUBIC_ANGSTROM = 1.6021765e6;

/** An entry of `data/lammps` in atomic units; reduced units are taken as such. Type t is atomic number 17 + t. */
export function lammpsReference(file: "lammps" | "pair", name: string): LammpsReference {
  const { refs } = JSON.parse(readFileSync(dataFile(`lammps/${file}_reference.json`), "utf8")) as {
    refs: Entry[];
  };
  const entry = refs.find((candidate) => candidate.name === name)!;
  const [length, unit, bar] =
    entry.units === "metal"
      ? [bohrFromAngstrom(1), hartreeFromEv(1), BAR_PER_EV_PER_CUBIC_ANGSTROM]
      : [1, 1, 1];
  const scaled = (rows: number[][], factor: number): Float64Array =>
    Float64Array.from(rows.flat(), (x) => x * factor);
  const system: System = {
    positions: scaled(entry.positions, length),
    atomicNumbers: Uint8Array.from(entry.types, (type) => 17 + type),
    ...(entry.cell && { cell: scaled(entry.cell, length) }),
    ...(entry.charges && { charges: Float64Array.from(entry.charges) }),
  };
  const [xx, yy, zz, xy, xz, yz] = entry.pressure_tensor;
  const volume = system.cell ? cellVolume(system.cell) / length ** 3 : Number.NaN;
  const tensor = [xx, xy, xz, xy, yy, yz, xz, yz, zz] as number[];
  return {
    system,
    energy: entry.energy * unit,
    forces: scaled(entry.forces, unit / length),
    virial: Float64Array.from(tensor, (p) => ((p * volume) / bar) * unit),
    length,
    unit,
  };
}

/** Energy to 1e-10, forces to 1e-8 of the largest component, virial to 1e-7 of its largest entry. */
export function expectAsLammps(potential: Potential, reference: LammpsReference): void {
  const { energy, forces, virial, atomicEnergies } = potential.energyAndForces(reference.system);
  expectWithin([energy], [reference.energy], 1e-10);
  expectWithin(forces, reference.forces, 1e-8);
  if (reference.system.cell) expectWithin(virial, reference.virial, 1e-7);
  expectWithin([atomicEnergies.reduce((sum, share) => sum + share, 0)], [energy], 1e-14);
}

/** Each entry to a part of the largest of all, or of 10⁻⁴ where symmetry makes all of them 0. */
function expectWithin(actual: ArrayLike<number>, wanted: ArrayLike<number>, part: number): void {
  expect(actual.length).toBe(wanted.length);
  const largest = Math.max(1e-4, ...Array.from(wanted, Math.abs));
  const off = Array.from(wanted, (value, i) => Math.abs(actual[i]! - value) / largest);
  expect(Math.max(...off)).toBeLessThanOrEqual(part);
}
