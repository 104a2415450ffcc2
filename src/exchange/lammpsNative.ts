import { type BuckinghamParameters, buckingham } from "../potentials/buckingham.js";
import { type LennardJonesParameters, lennardJones } from "../potentials/lennardJones.js";
import { type MorseParameters, morse } from "../potentials/morse.js";
import {
  describeCutoff,
  type ForPairs,
  type LammpsPair,
  type LammpsPairOptions,
  lookUp,
} from "./lammpsPair.js";
import { METAL } from "./lammpsUnits.js";

/**
 * Lennard-Jones by LAMMPS's own `lj/cut`, with "forceShift" `lj/smooth/linear`. Parameters as for
 * `lennardJones`: one set for all, or one for each pair of species.
 *
 * @throws RangeError for what `lennardJones` refuses and a cutoff that is not positive
 */
export function lammpsLennardJones(
  parameters: ForPairs<LennardJonesParameters>,
  options: LammpsPairOptions,
): LammpsPair {
  return native({
    where: "lammpsLennardJones",
    style: "lj/cut",
    smooth: "lj/smooth/linear",
    parameters,
    options,
    check: lennardJones,
    words: ({ epsilon, sigma }) => [epsilon * METAL.energy, sigma * METAL.length],
  });
}

/** Morse by LAMMPS's own `morse`, with "forceShift" `morse/smooth/linear`; else as `lammpsLennardJones`. */
export function lammpsMorse(
  parameters: ForPairs<MorseParameters>,
  options: LammpsPairOptions,
): LammpsPair {
  return native({
    where: "lammpsMorse",
    style: "morse",
    smooth: "morse/smooth/linear",
    parameters,
    options,
    check: morse,
    words: ({ wellDepth, stiffness, bondLength }) => [
      wellDepth * METAL.energy,
      stiffness / METAL.length,
      bondLength * METAL.length,
    ],
  });
}

/**
 * Buckingham by LAMMPS's own `buck`; else as `lammpsLennardJones`. LAMMPS does not refuse atoms that are
 * nearer than the barrier: there they fall together without a word.
 *
 * @throws RangeError for "forceShift", which LAMMPS has no style for: use `lammpsTable`
 */
export function lammpsBuckingham(
  parameters: ForPairs<BuckinghamParameters>,
  options: LammpsPairOptions,
): LammpsPair {
  if (options.truncation === "forceShift")
    throw new RangeError(
      'lammpsBuckingham: truncation must be "none" or "shift", got "forceShift" (use lammpsTable)',
    );
  return native({
    where: "lammpsBuckingham",
    style: "buck",
    smooth: "",
    parameters,
    options,
    check: buckingham,
    words: ({ wall, range, dispersion }) => [
      wall * METAL.energy,
      range * METAL.length,
      dispersion * METAL.energy * METAL.length ** 6,
    ],
  });
}

interface NativeStyle<T> {
  readonly where: string;
  readonly style: string;
  /** Its name with "forceShift". */
  readonly smooth: string;
  readonly parameters: ForPairs<T>;
  readonly options: LammpsPairOptions;
  /** Refuses parameters that make no sense. */
  readonly check: (parameters: T) => unknown;
  /** Parameters in the order and units of `pair_coeff`. */
  readonly words: (parameters: T) => readonly number[];
}

function native<T extends object>(given: NativeStyle<T>): LammpsPair {
  const { where, style, smooth, parameters, options, check, words } = given;
  const sets = isSingle(parameters) ? { all: parameters } : parameters;
  for (const set of Object.values(sets)) check(set);
  const remark = describeCutoff(where, options);
  const of = isSingle(parameters) ? () => parameters : lookUp(where, parameters);
  const smoothly = options.truncation === "forceShift";
  return {
    style: smoothly ? smooth : style,
    settings: `${options.cutoff * METAL.length}`,
    shift: options.truncation === "shift",
    remark,
    coefficients: (a, b) => words(of(a, b)).join(" "),
    files: () => ({}),
  };
}

/** Parameters are numbers; entries for pairs are sets of them. */
function isSingle<T extends object>(given: ForPairs<T>): given is T {
  return Object.values(given).some((entry) => typeof entry !== "object");
}
