import { eam } from "../potentials/eam.js";
import type { EamTables } from "../potentials/eamTables.js";
import { writeSetfl } from "../potentials/setfl.js";
import { type LammpsManyBody, manyBodyCommands } from "./lammpsManyBody.js";
import { METAL } from "./lammpsUnits.js";

/**
 * An embedded-atom potential as LAMMPS's `eam/alloy`, with the file `NAME.eam.alloy`. LAMMPS would take the
 * masses from that file, so the system's own follow after it.
 *
 * @throws RangeError for tables that `eam` refuses; from `commands` for an element without tables
 */
export function eamAlloy(tables: EamTables): LammpsManyBody {
  eam(tables);
  const known = tables.elements.map(({ symbol }) => symbol);
  return {
    commands: (types, name) => [
      ...manyBodyCommands("eam/alloy", "eam.alloy", known, types, name),
      ...types.masses.map((mass, t) => `mass ${t + 1} ${mass * METAL.mass}`),
    ],
    files: (name) => ({ [`${name}.eam.alloy`]: writeSetfl(tables) }),
  };
}
