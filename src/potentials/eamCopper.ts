import { readFileSync } from "node:fs";
import { dataFile } from "../structures/dataTable.js";
import type { EamTables } from "./eamTables.js";
import { readFuncfl } from "./funcfl.js";

/**
 * Copper as S. M. Foiles, M. I. Baskes and M. S. Daw tabulated it, Phys. Rev. B 33, 7983 (1986), from
 * `data/eam`: fcc with 3.6150 Å, −3.5400 eV per atom and a bulk modulus of 138.5 GPa.
 */
export function loadEamCopper(): EamTables {
  const text = readFileSync(dataFile("eam/copper_foiles1986.eam"), "utf8");
  return readFuncfl(text, { convention: "lammps" });
}
