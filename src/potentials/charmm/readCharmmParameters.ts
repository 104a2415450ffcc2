import { bohrFromAngstrom } from "../../units/convert.js";
import { hartreeFromKcalPerMol } from "../../units/kcalPerMol.js";
import type {
  AngleParameters,
  AtomParameters,
  CharmmParameters,
  Cosine,
  Spring,
  Well,
} from "./parameters.js";
import { type PrmLine, prmLines } from "./prmLines.js";

interface Tables {
  readonly masses: Record<string, number>;
  readonly wells: Record<string, Pick<AtomParameters, "well" | "well14">>;
  readonly bonds: Record<string, Spring>;
  readonly angles: Record<string, AngleParameters>;
  readonly dihedrals: Record<string, readonly Cosine[]>;
  readonly impropers: Record<string, Spring>;
  chargeScale14: number;
  relativePermittivity: number;
}

/**
 * Reads a parameter file of CHARMM (kcal/mol, angstrom, degrees): remarks, the sections ATOMS with MASS
 * lines, BONDS, ANGLES, DIHEDRALS, IMPROPER and NONBONDED, and END. From the options of NONBONDED it takes
 * nbxmod, which must be 5, eps and e14fac; the others are about cutoffs. A section HBOND is passed over:
 * the files of CHARMM22 have it, its energy has not. A type needs a MASS line and one in NONBONDED.
 *
 * @throws RangeError, with the number of the line, for a line that does not fit its section, for two lines
 *         that disagree, and for other sections (NBFIX, CMAP), whose energies `charmm` does not have
 */
export function readCharmmParameters(text: string): CharmmParameters {
  const tables: Tables = {
    masses: {},
    wells: {},
    bonds: {},
    angles: {},
    dihedrals: {},
    impropers: {},
    chargeScale14: 1,
    relativePermittivity: 1,
  };
  let section = "";
  for (const line of prmLines(text)) {
    const word = line.words[0]!.toUpperCase();
    if (word === "END") break;
    const starts = SECTION_NAMES[word];
    if (starts) section = starts;
    if (starts === "nonbonded") readOptions(line, tables);
    const read = READERS[section];
    if (/^(NBFIX|CMAP)$/.test(word) || !(starts || read || section === "hbond"))
      line.refuse(`must begin a section that is known (BONDS, ANGLES, …), got "${line.words[0]}"`);
    if (!starts) read?.(line, tables);
  }
  const { masses, wells, ...rest } = tables;
  const types = Object.keys(wells).filter((type) => Object.hasOwn(masses, type));
  const atoms = types.map((type) => [type, { massU: masses[type]!, ...wells[type]! }] as const);
  return { atoms: Object.fromEntries(atoms), ...rest };
}

const SECTION_NAMES: Readonly<Record<string, string>> = {
  ATOMS: "atoms",
  BOND: "bonds",
  BONDS: "bonds",
  ANGLE: "angles",
  ANGLES: "angles",
  THETAS: "angles",
  DIHEDRAL: "dihedrals",
  DIHEDRALS: "dihedrals",
  PHI: "dihedrals",
  IMPROPER: "impropers",
  IMPROPERS: "impropers",
  IMPHI: "impropers",
  NONBONDED: "nonbonded",
  NBONDED: "nonbonded",
  HBOND: "hbond",
};

type Reader = (line: PrmLine, tables: Tables) => void;

const READERS: Readonly<Record<string, Reader>> = {
  atoms(line, { masses }) {
    if (line.words[0]!.toUpperCase() !== "MASS")
      line.refuse(`must begin with MASS, got "${line.words[0]}"`);
    line.requireWords(4, 5);
    line.enter(masses, line.words[2]!, line.positive(3, "u"));
  },
  bonds(line, { bonds }) {
    line.requireWords(4, 4);
    line.enter(bonds, line.types(2), springAt(line, 2, bohrFromAngstrom(1)));
  },
  angles(line, { angles }) {
    line.requireWords(5, 7);
    const ureyBradley = line.words.length === 5 ? {} : urey(line);
    line.enter(angles, line.types(3), { ...springAt(line, 3, RADIAN), ...ureyBradley });
  },
  dihedrals(line, { dihedrals }) {
    line.requireWords(7, 7);
    const name = line.types(4, /^(X-[^X-][^-]*-[^X-][^-]*-X|[^X-][^-]*(-[^X-][^-]*){3})$/);
    const multiplicity = line.number(5);
    if (!(Number.isInteger(multiplicity) && multiplicity >= 1 && multiplicity <= 6))
      line.refuse(`must have a multiplicity from 1 to 6, got "${line.words[5]}"`);
    const height = hartreeFromKcalPerMol(line.number(4));
    const cosine: Cosine = { height, multiplicity, phase: RADIAN * line.number(6) };
    line.append(dihedrals, name, cosine, (other) => other.multiplicity === multiplicity);
  },
  impropers(line, { impropers }) {
    line.requireWords(7, 7);
    if (line.number(5) !== 0)
      line.refuse(
        `must have a 0 before its angle: harmonic impropers only, got "${line.words[5]}"`,
      );
    const stiffness = hartreeFromKcalPerMol(line.number(4));
    line.enter(impropers, line.types(4), { stiffness, rest: RADIAN * line.number(6) });
  },
  nonbonded(line, { wells }) {
    if (line.words.length !== 4) line.requireWords(7, 7);
    const well = wellAt(line, 2);
    const well14 = line.words.length === 7 ? wellAt(line, 5) : well;
    line.enter(wells, line.words[0]!, { well, well14 });
  },
};

const RADIAN = Math.PI / 180;

/** Two numbers: k in kcal/mol by the square of a unit of x, and x₀ in that unit. */
function springAt(line: PrmLine, at: number, unit: number): Spring {
  const stiffness = hartreeFromKcalPerMol(line.number(at)) / (unit === RADIAN ? 1 : unit ** 2);
  return { stiffness, rest: unit * line.number(at + 1) };
}

function urey(line: PrmLine): Pick<AngleParameters, "ureyBradley"> {
  line.requireWords(7, 7);
  return { ureyBradley: springAt(line, 5, bohrFromAngstrom(1)) };
}

/** Minus the depth, which CHARMM's files have, and half of the minimum. */
function wellAt(line: PrmLine, at: number): Well {
  const depth = -hartreeFromKcalPerMol(line.number(at));
  const halfMinimum = bohrFromAngstrom(line.number(at + 1));
  if (!(depth >= 0 && halfMinimum >= 0))
    line.refuse(
      "must have an epsilon that is not positive and an Rmin/2 that is not negative, " +
        `got ${line.words[at]} and ${line.words[at + 1]}`,
    );
  return { depth: depth === 0 ? 0 : depth, halfMinimum };
}

function readOptions(line: PrmLine, tables: Tables): void {
  const words = line.words.map((word) => word.toUpperCase());
  const option = (name: string, usual: number): number =>
    words.includes(name) ? line.number(words.indexOf(name) + 1) : usual;
  if (option("NBXMOD", 5) !== 5)
    line.refuse(`must have nbxmod 5: 1-4 terms of their own, got ${option("NBXMOD", 5)}`);
  tables.chargeScale14 = option("E14FAC", 1);
  tables.relativePermittivity = option("EPS", 1);
  if (!(tables.relativePermittivity > 0)) line.refuse("must have a positive eps");
}
