import { atomicNumberOf, elementSymbols } from "../structures/elements.js";
import type { System } from "../structures/system.js";

/** Parameters by triples of symbols, the atom in the middle first: `{ "Si-C-C": …, "Si-C-Si": … }`. */
export type SpeciesTriples<P> = Readonly<Record<string, P>>;

/** Parameters for each ordered triple of kinds of atoms, numbered from 0. */
export interface Triples<P> {
  /** How many kinds. */
  readonly count: number;
  /** Their symbols; none when one set holds for whatever atoms there are. */
  readonly symbols: readonly string[];
  /** Of kinds i, j, k at (i count + j) count + k. */
  readonly sets: readonly P[];
  /** Refuses elements that are of no kind. */
  require(system: System): void;
  /** Writes the kind of each site, given which atoms they are. */
  kindsInto(out: Int32Array, atomicNumbers: Uint8Array, atoms: Int32Array): void;
}

/**
 * One set for all atoms, or one for each triple of the elements that the names mention.
 *
 * @throws RangeError for a name that is not three symbols, and for a triple without parameters
 */
export function triplesOf<P extends object>(
  where: string,
  given: P | SpeciesTriples<P>,
  isSet: (given: P | SpeciesTriples<P>) => given is P,
): Triples<P> {
  if (isSet(given))
    return {
      count: 1,
      symbols: [],
      sets: [given],
      require: () => {},
      kindsInto: (out, _, atoms) => out.fill(0, 0, atoms.length),
    };
  const names = Object.keys(given).map((name) => name.split("-"));
  const kinds = new Int32Array(256).fill(-1);
  const symbols: string[] = [];
  for (const name of names) {
    if (name.length !== 3)
      throw new RangeError(
        `${where}: parameters must have names like "Si-C-C", got "${name.join("-")}"`,
      );
    for (const symbol of name)
      if (kinds[atomicNumberOf(symbol)] === -1)
        kinds[atomicNumberOf(symbol)] = symbols.push(symbol) - 1;
  }
  const sets = symbols.flatMap((i) =>
    symbols.flatMap((j) =>
      symbols.map((k) => {
        const set = given[`${i}-${j}-${k}`];
        if (!set)
          throw new RangeError(
            `${where}: there must be parameters for ${i}-${j}-${k}, ` +
              `got ${Object.keys(given).join(", ") || "none"}`,
          );
        return set;
      }),
    ),
  );
  return {
    count: symbols.length,
    symbols,
    sets,
    require({ atomicNumbers }) {
      const strange = atomicNumbers.find((number) => kinds[number] === -1);
      if (strange === undefined) return;
      const symbol = elementSymbols[strange] ?? strange;
      throw new RangeError(
        `${where}: there must be parameters for ${symbol}-${symbol}-${symbol}, ` +
          `got those of ${symbols.join(", ")}`,
      );
    },
    kindsInto(out, atomicNumbers, atoms) {
      for (let s = 0; s < atoms.length; s++) out[s] = kinds[atomicNumbers[atoms[s]!]!]!;
    },
  };
}
