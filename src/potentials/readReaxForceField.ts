import type { ReaxForceField } from "./reaxff/forceField.js";
import { ForceFieldLines } from "./reaxff/forceFieldLines.js";
import { readAngles, readHydrogenBonds, readTorsions } from "./reaxff/readChains.js";
import { readElements } from "./reaxff/readElements.js";
import { readGeneral } from "./reaxff/readGeneral.js";
import { readPairs } from "./reaxff/readPairs.js";

/**
 * Reads a ReaxFF force field in the format of van Duin's program and LAMMPS ("ffield.reax.*"): sections
 * for general numbers, elements, bonds, unlike pairs, angles, torsions and hydrogen bonds, each with the
 * number of its entries; kcal/mol, angstrom, eV for electronegativities. Here they become hartree and
 * bohr. A torsion 0 X Y 0 is that of any two atoms around X Y that have none of their own.
 *
 * The course's file is `data/reaxff/ffield.reax.cho`, in which K. Chenoweth, A. C. T. van Duin and
 * W. A. Goddard III, J. Phys. Chem. A 112, 1040 (2008) describe carbon, hydrogen and oxygen.
 *
 * @throws RangeError with the number of the line, for a line that is missing or too short, a word where a
 *         number must be, a type that is not there, a pair of elements without a bond
 */
export function readReaxForceField(text: string): ReaxForceField {
  const lines = new ForceFieldLines(text);
  lines.skip(1);
  const general = readGeneral(lines);
  const { rows, elements } = readElements(lines);
  const pairs = readPairs(lines, rows, general);
  const angles = readAngles(lines, rows.length);
  const torsions = readTorsions(lines, rows.length);
  const hydrogenBonds = readHydrogenBonds(lines, rows.length);
  const symbols = rows.map((row) => row.symbol);
  return { symbols, general, elements, pairs, angles, torsions, hydrogenBonds };
}
