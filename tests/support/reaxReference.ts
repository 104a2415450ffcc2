import { readFileSync } from "node:fs";
import { readReaxForceField } from "../../src/potentials/readReaxForceField.js";
import type { ReaxForceField } from "../../src/potentials/reaxff/forceField.js";
import { dataFile } from "../../src/structures/dataTable.js";
import { atomicNumberOf } from "../../src/structures/elements.js";
import type { System } from "../../src/structures/system.js";
import { bohrFromAngstrom } from "../../src/units/convert.js";
import { HARTREE_IN_KCAL_PER_MOL } from "../../src/units/kcalPerMol.js";

/** An entry of data/reaxff: kcal/mol, angstrom, elementary charges, atmospheres. */
export interface ReaxReference {
  readonly name: string;
  readonly symbols: string[];
  readonly cell: number[][] | null;
  readonly positions: number[][];
  readonly energy: number;
  readonly components: Readonly<Record<string, number>>;
  readonly charges: number[];
  readonly forces: number[][];
  readonly pressure_tensor: number[] | null;
}

export const KCAL: number = HARTREE_IN_KCAL_PER_MOL;

export const forceFieldText: string = readFileSync(dataFile("reaxff/ffield.reax.cho"), "utf8");
export const forceField: ReaxForceField = readReaxForceField(forceFieldText);

export const reaxReferences: readonly ReaxReference[] = (
  JSON.parse(readFileSync(dataFile("reaxff/reaxff_reference.json"), "utf8")) as {
    refs: ReaxReference[];
  }
).refs;

export function reaxReference(name: string): ReaxReference {
  const found = reaxReferences.find((reference) => reference.name === name);
  if (!found) throw new Error(`no reference ${name}`);
  return found;
}

export function systemOf({ symbols, cell, positions }: ReaxReference): System {
  return {
    positions: Float64Array.from(positions.flat(), bohrFromAngstrom),
    atomicNumbers: Uint8Array.from(symbols, atomicNumberOf),
    ...(cell && { cell: Float64Array.from(cell.flat(), bohrFromAngstrom) }),
  };
}
