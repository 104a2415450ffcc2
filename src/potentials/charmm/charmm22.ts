import { readFileSync } from "node:fs";
import { dataFile } from "../../structures/dataTable.js";
import type { CharmmParameters } from "./parameters.js";
import { readCharmmParameters } from "./readCharmmParameters.js";

/**
 * The part of CHARMM22 that alkanes in a chain, water and the alanine dipeptide need, from
 * `data/charmm/charmm22.prm`; sources stand there.
 */
export function loadCharmm22(): CharmmParameters {
  return readCharmmParameters(readFileSync(dataFile("charmm/charmm22.prm"), "utf8"));
}
