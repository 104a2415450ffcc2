import { elementSymbols } from "../structures/elements.js";
import { massesOf } from "../structures/massesOf.js";
import type { System } from "../structures/system.js";

/** LAMMPS's atom types: each is one element with one mass, so that isotopes are two. */
export interface LammpsTypes {
  /** Symbol of the element of type t + 1, shape [t]. */
  readonly symbols: readonly string[];
  /** Its mass, electron masses, shape [t]. */
  readonly masses: readonly number[];
  /** The type of each atom, counted from 1, shape [n]. */
  readonly ofAtoms: Uint32Array;
}

/** Types in the order in which the atoms name them first. */
export function lammpsTypes(system: System): LammpsTypes {
  const masses = massesOf(system);
  const known = new Map<string, number>();
  const ofAtoms = Uint32Array.from(system.atomicNumbers, (atomicNumber, i) => {
    const key = `${elementSymbols[atomicNumber]} ${masses[i]}`;
    if (!known.has(key)) known.set(key, known.size + 1);
    return known.get(key)!;
  });
  const words = [...known.keys()].map((key) => key.split(" "));
  return {
    symbols: words.map(([symbol]) => symbol!),
    masses: words.map(([, mass]) => Number(mass)),
    ofAtoms,
  };
}
