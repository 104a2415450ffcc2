import { readFileSync } from "node:fs";
import type { Molecule } from "../../../src/potentials/charmm/topology.js";
import type { CharmmTerm } from "../../../src/potentials/charmm.js";
import { dataFile } from "../../../src/structures/dataTable.js";
import { atomicNumberOf } from "../../../src/structures/elements.js";
import type { System } from "../../../src/structures/system.js";
import { bohrFromAngstrom } from "../../../src/units/convert.js";

export interface OpenmmSystem extends Molecule {
  readonly angles: [number, number, number][];
  readonly dihedrals: [number, number, number, number][];
  /** Angstrom. */
  readonly positions: number[][];
  /** kcal/mol and kcal/mol/angstrom. */
  readonly terms: Record<CharmmTerm, { readonly energy: number; readonly forces: number[][] }>;
}

export const openmm = JSON.parse(
  readFileSync(dataFile("charmm/openmm_reference.json"), "utf8"),
) as {
  /** Of OpenMM, kcal Å/mol/e². */
  readonly coulomb_constant: number;
  readonly systems: Readonly<Record<string, OpenmmSystem>>;
};

/** The atoms of an entry, in bohr. CHARMM's types of these systems begin with the element's letter. */
export function systemOf(name: string): System {
  const { types, positions } = openmm.systems[name]!;
  return {
    positions: Float64Array.from(positions.flat(), bohrFromAngstrom),
    atomicNumbers: Uint8Array.from(types, (type) => atomicNumberOf(type[0]!)),
  };
}
