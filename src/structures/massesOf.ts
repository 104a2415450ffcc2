import { standardMass } from "./elements.js";
import type { System } from "./system.js";

/** The masses of a system's atoms, or where it has none those of its elements; electron masses, [n]. */
export function massesOf({ masses, atomicNumbers }: System): Float64Array {
  return masses ?? Float64Array.from(atomicNumbers, standardMass);
}
