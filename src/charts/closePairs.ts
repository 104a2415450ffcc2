import { covalentRadius } from "../structures/elements.js";
import { bohrFromAngstrom } from "../units/convert.js";

/** Pairs of atoms, counted from 0. */
export type Pairs = readonly (readonly [number, number])[];

const SLACK = bohrFromAngstrom(0.4);

/**
 * The pairs of atoms no farther apart than the sum of their covalent radii (Cordero 2008) and 0.4 angstrom,
 * the rule of E. C. Meng and R. A. Lewis, J. Comput. Chem. 12, 891 (1991). Each pair once, the lower number
 * first; no images of a repeating cell.
 *
 * @param positions bohr, shape [n·c]
 * @param atomicNumbers shape [n]
 */
export function closePairs(positions: Float64Array, atomicNumbers: Uint8Array): Pairs {
  const reach = Float64Array.from(atomicNumbers, (kind) => covalentRadius(kind) + SLACK / 2);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < reach.length; i++)
    for (let j = i + 1; j < reach.length; j++) {
      const x = positions[3 * i]! - positions[3 * j]!;
      const y = positions[3 * i + 1]! - positions[3 * j + 1]!;
      const z = positions[3 * i + 2]! - positions[3 * j + 2]!;
      if (x * x + y * y + z * z <= (reach[i]! + reach[j]!) ** 2) pairs.push([i, j]);
    }
  return pairs;
}
