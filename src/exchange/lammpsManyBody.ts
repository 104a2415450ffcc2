import type { LammpsTypes } from "./lammpsTypes.js";

/** A many-body potential in LAMMPS's words: made by `eamAlloy`, `tersoffFile` and `stillingerWeberFile`. */
export interface LammpsManyBody {
  /** The lines of the input from `pair_style` on, for the types of a system and the name of the job. */
  commands(types: LammpsTypes, name: string): readonly string[];
  /** Files that LAMMPS has to find beside its input, by their names. */
  files(name: string): Readonly<Record<string, string>>;
}

/** What a file calls atoms of any element, when one set of parameters holds for all. */
const ANY = "X";

/** `pair_style` and the one `pair_coeff` of a potential whose file ends in .ending. */
export function manyBodyCommands(
  style: string,
  ending: string,
  known: readonly string[],
  { symbols }: LammpsTypes,
  name: string,
): string[] {
  const strange = symbols.find((symbol) => known.length > 0 && !known.includes(symbol));
  if (strange !== undefined)
    throw new RangeError(
      `LAMMPS ${style}: there must be parameters for ${strange}, got those of ${known.join(", ")}`,
    );
  const elements = known.length > 0 ? symbols : symbols.map(() => ANY);
  return [`pair_style ${style}`, `pair_coeff * * ${name}.${ending} ${elements.join(" ")}`];
}

/** The triples of a file, `i j k` and numbers with 17 digits: all that belongs to one on one line. */
export function tripleLines<P>(
  symbols: readonly string[],
  sets: readonly P[],
  numbers: (set: P) => readonly number[],
): string {
  const names = symbols.length > 0 ? symbols : [ANY];
  const triples = names.flatMap((i) => names.flatMap((j) => names.map((k) => `${i} ${j} ${k}`)));
  return sets
    .map((set, at) => `${triples[at]} ${numbers(set).map(seventeenDigits).join(" ")}\n`)
    .join("");
}

const seventeenDigits = (value: number): string => value.toExponential(16);
