import { inspect } from "node:util";
import type { Truncation } from "../potentials/truncated.js";
import { requirePositive } from "../units/requirePositive.js";
import { METAL } from "./lammpsUnits.js";

/** A pair potential in LAMMPS's words: made by `lammpsTable` and its like, taken by `lammpsInput`. */
export interface LammpsPair {
  /** The name of the style: "lj/cut". */
  readonly style: string;
  /** What stands behind the name in `pair_style`: the cutoff, the kind of table. */
  readonly settings: string;
  /** Is `pair_modify shift yes` needed? */
  readonly shift: boolean;
  /** What happens at the cutoff, for people. */
  readonly remark: string;
  /**
   * What stands behind the types in `pair_coeff`, for the symbols of two elements and the name of the job.
   *
   * @throws RangeError for two elements between which nothing is known
   */
  coefficients(a: string, b: string, name: string): string;
  /** Files that LAMMPS has to find beside its input, by their names. */
  files(name: string): Readonly<Record<string, string>>;
}

export interface LammpsPairOptions {
  /** As in `pairPotential`, bohr; here always finite. */
  readonly cutoff: number;
  /** As in `pairPotential`. Default "none". */
  readonly truncation?: Truncation;
}

/** One for all, or one for each pair of species by their symbols in either order: `{ "Na-Cl": … }`. */
export type ForPairs<T> = T | Readonly<Record<string, T>>;

/**
 * Finds what belongs to two elements, in either order.
 *
 * @throws RangeError, when asked, for two elements without an entry
 */
export function lookUp<T>(
  where: string,
  entries: Readonly<Record<string, T>>,
): (a: string, b: string) => T {
  return (a, b) => {
    const found = entries[`${a}-${b}`] ?? entries[`${b}-${a}`];
    if (found !== undefined) return found;
    throw new RangeError(
      `${where}: there must be an entry for ${a}-${b}, got ${Object.keys(entries).join(", ")}`,
    );
  };
}

/** The remark about a truncation. @throws what is wrong with the options */
export function describeCutoff(
  where: string,
  { cutoff, truncation = "none" }: LammpsPairOptions,
): string {
  requirePositive(`${where}: cutoff`, cutoff, "bohr");
  const what = {
    none: "not shifted, so the energy jumps there",
    shift: "the energy shifted to 0 there, so the force jumps",
    forceShift: "energy and force shifted to 0 there",
  };
  if (!Object.hasOwn(what, truncation))
    throw new TypeError(
      `${where}: truncation must be "none", "shift" or "forceShift", got ${inspect(truncation)}`,
    );
  return `cut off at ${cutoff * METAL.length} angstrom, ${what[truncation]}`;
}
