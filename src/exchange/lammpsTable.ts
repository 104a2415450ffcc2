import type { SpeciesTerms } from "../potentials/pairPotential.js";
import type { PairTerm } from "../potentials/potential.js";
import { truncated } from "../potentials/truncated.js";
import { describeCutoff, type LammpsPair, type LammpsPairOptions, lookUp } from "./lammpsPair.js";
import { METAL } from "./lammpsUnits.js";

export interface LammpsTableOptions extends LammpsPairOptions {
  /**
   * Where the tables begin, bohr. LAMMPS stops with "Pair distance < table inner cutoff" when two atoms
   * come nearer. Default: a tenth of the cutoff, for `buckingham` its barrier if that is farther out.
   */
  readonly from?: number;
  /** Rows of each table. Default 5000; the error falls as the fourth power. */
  readonly points?: number;
}

/**
 * Any pair term, or terms for pairs of species, for LAMMPS's `pair_style table`: energy and force at
 * distances whose squares are evenly spaced, between which LAMMPS puts cubic splines in r². The arguments
 * are those of `pairPotential`, and so is the result.
 *
 * With 5000 rows, argon's Lennard-Jones energies agree to 1 part in 10⁹ and forces to 1 in 10⁸.
 *
 * @throws RangeError for a cutoff that is not positive, a start that is not between 0 and the cutoff,
 *         fewer than 10 points, and where a term is not finite (hard spheres); TypeError for an unknown
 *         truncation
 */
export function lammpsTable(
  terms: PairTerm | SpeciesTerms,
  options: LammpsTableOptions,
): LammpsPair {
  const remark = describeCutoff("lammpsTable", options);
  const { cutoff, points = 5000 } = options;
  if (!(Number.isInteger(points) && points >= 10))
    throw new RangeError(`lammpsTable: points must be a whole number from 10, got ${points}`);
  const entries = Object.entries(isTerm(terms) ? { ALL: terms } : terms);
  const keyOf = isTerm(terms)
    ? () => "ALL"
    : lookUp("lammpsTable", Object.fromEntries(entries.map(([key]) => [key, key])));
  const sections = entries.map(([key, term]) => section(key, term, options, points));
  return {
    style: "table",
    settings: `spline ${points}`,
    shift: false,
    remark,
    coefficients: (a, b, name) => `${name}.table ${keyOf(a, b)} ${cutoff * METAL.length}`,
    files: (name) => ({
      [`${name}.table`]: `# UNITS: metal\n# r, u(r), -du/dr: ${remark}\n${sections.join("")}`,
    }),
  };
}

/** The table of one term: a header, then number, distance, energy and force in each row. */
function section(
  key: string,
  term: PairTerm,
  { cutoff, truncation = "none", from = startOf(term, cutoff) }: LammpsTableOptions,
  points: number,
): string {
  if (!(from > 0 && from < cutoff))
    throw new RangeError(
      `lammpsTable: from must be between 0 and the cutoff of ${cutoff} bohr, got ${from}`,
    );
  const cut = truncated(term, cutoff, truncation);
  // The row at the cutoff has the values that the term has just before.
  const last = cutoff * (1 - 2 ** -52);
  const at = (r: number): { energy: number; force: number } => {
    const [energy, slope] = [cut.energy(Math.min(r, last)), cut.slope(Math.min(r, last))];
    if (Number.isFinite(energy) && Number.isFinite(slope))
      return { energy: energy * METAL.energy, force: -slope * METAL.force };
    throw new RangeError(
      `lammpsTable: ${key} must be finite from ${from} bohr to the cutoff, ` +
        `got energy ${energy} and slope ${slope} at ${r} (say from: ...)`,
    );
  };
  const step = (cutoff - from) / (100 * points);
  /** The slope of the force where the table begins or ends, from three points inside. */
  const bend = (r: number, inwards: number): number => {
    const [f0, f1, f2] = [0, 1, 2].map((k) => at(r + k * inwards).force) as [
      number,
      number,
      number,
    ];
    return (4 * f1 - 3 * f0 - f2) / (2 * inwards * METAL.length);
  };
  const rows = Array.from({ length: points }, (_, i) => {
    const r = Math.sqrt(from ** 2 + (i / (points - 1)) * (cutoff ** 2 - from ** 2));
    const { energy, force } = at(r);
    return `${i + 1} ${r * METAL.length} ${energy} ${force}\n`;
  });
  const range = `RSQ ${from * METAL.length} ${cutoff * METAL.length}`;
  const ends = `FPRIME ${bend(from, step)} ${bend(cutoff, -step)}`;
  return `\n${key}\nN ${points} ${range} ${ends}\n\n${rows.join("")}`;
}

function startOf(term: PairTerm, cutoff: number): number {
  const barrier = "barrier" in term && typeof term.barrier === "number" ? term.barrier : 0;
  return Math.max(cutoff / 10, barrier);
}

function isTerm(terms: PairTerm | SpeciesTerms): terms is PairTerm {
  return typeof terms.energy === "function" && typeof terms.slope === "function";
}
