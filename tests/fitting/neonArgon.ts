import type { CurveData } from "../../src/fitting/curveTarget.js";
import { readDataTable } from "../../src/structures/dataTable.js";
import { bohrFromAngstrom, hartreeFromInverseCm } from "../../src/units/convert.js";

/** The dimers of data/neon-argon as scipy.reference.py takes them. */
export function dimer(name: "neon" | "argon"): CurveData {
  const table = readDataTable(`neon-argon/${name}_aug-cc-pvtz.csv`);
  const energies = table.E_CCSD_T!;
  const least = hartreeFromInverseCm(5);
  return {
    places: table.R!.map(bohrFromAngstrom),
    energies,
    deviations: energies.map((energy) => Math.max(Math.abs(energy), least)),
  };
}
