import { atomicNumberOf, elementSymbols } from "../structures/elements.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";
import { twelveSixOf } from "./lennardJones.js";
import { addLennardJonesForces } from "./lennardJonesForces.js";
import { type PairInteraction, pairSum } from "./pairSum.js";
import type { PairTerm, Potential } from "./potential.js";
import { type Truncation, truncated } from "./truncated.js";

export interface PairOptions {
  /** Pairs farther apart than this do not count, bohr. Infinity: all pairs, in open space only. */
  readonly cutoff: number;
  /** What is done to the terms at the cutoff, see `truncated`. Default "none". */
  readonly truncation?: Truncation;
}

/** A term for each pair of species, by their symbols in either order: `{ "Na-Cl": …, "Cl-Cl": … }`. */
export type SpeciesTerms = Readonly<Record<string, PairTerm>>;

/**
 * The potential of a pair term, or of one for each pair of species,
 *
 *   E = Σ u(r_ij)  over the pairs i < j, images included, with r_ij < r_c
 *
 * Each atom of a pair has half of its energy.
 *
 *   pairPotential(lennardJones({ epsilon, sigma }), { cutoff: 16, truncation: "shift" })
 *   pairPotential({ "Ar-Ar": a, "Ar-Kr": b, "Kr-Kr": c }, { cutoff: 16 })
 *
 * @throws RangeError for a cutoff that is not positive, two terms for one pair of species, and what
 *         `truncated` refuses; from `energyAndForces` RangeError for a pair of species without a term,
 *         two atoms at one point, an energy that is not finite, and what else `NeighbourList` refuses
 */
export function pairPotential(
  terms: PairTerm | SpeciesTerms,
  { cutoff, truncation = "none" }: PairOptions,
): Potential {
  const where = "pairPotential";
  if (cutoff !== Number.POSITIVE_INFINITY) requirePositive(`${where}: cutoff`, cutoff, "bohr");
  if (!isTerm(terms)) {
    const cut = Object.entries(terms).map(
      ([name, term]) => [name, truncated(term, cutoff, truncation)] as const,
    );
    return pairSum(where, cutoff, bySpecies(cut));
  }
  const cut = truncated(terms, cutoff, truncation);
  const twelveSix = truncation === "forceShift" ? undefined : twelveSixOf(terms);
  if (!twelveSix) return pairSum(where, cutoff, cut);
  return pairSum(where, cutoff, {
    ...cut,
    addForces: (forces, list) => addLennardJonesForces(forces, list, cutoff, twelveSix),
  });
}

function isTerm(terms: PairTerm | SpeciesTerms): terms is PairTerm {
  return typeof terms.energy === "function" && typeof terms.slope === "function";
}

/** The sites' species are looked up in a table; from there it is as with one term. */
function bySpecies(entries: readonly (readonly [name: string, term: PairTerm])[]): PairInteraction {
  const table: PairTerm[] = []; // at 128 a + b, for atomic numbers a and b
  for (const [name, term] of entries) {
    const symbols = name.split("-");
    if (symbols.length !== 2)
      throw new RangeError(`pairPotential: terms must have names like "Na-Cl", got "${name}"`);
    const [a, b] = symbols.map(atomicNumberOf) as [number, number];
    if (table[128 * a + b])
      throw new RangeError(`pairPotential: there must be one term for ${name}, got two`);
    table[128 * a + b] = term;
    table[128 * b + a] = term;
  }
  let species = new Uint8Array(0);
  return {
    energy: (r, s, t) => table[128 * species[s]! + species[t]!]!.energy(r),
    slope: (r, s, t) => table[128 * species[s]! + species[t]!]!.slope(r),
    require: (system) => requireTerms(system, table, entries.map(([name]) => name).join(", ")),
    prepare: (system, { atoms }) => {
      species = Uint8Array.from(atoms, (i) => system.atomicNumbers[i]!);
    },
  };
}

function requireTerms({ atomicNumbers }: System, table: readonly PairTerm[], names: string): void {
  const present = [...new Set(atomicNumbers)];
  for (const a of present)
    for (const b of present)
      if (!table[128 * a + b])
        throw new RangeError(
          `pairPotential: there must be a term for ${elementSymbols[a]}-${elementSymbols[b]}, ` +
            `got ${names}`,
        );
}
