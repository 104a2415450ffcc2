import { requireSystem } from "./requireSystem.js";
import type { System } from "./system.js";

/**
 * So many cells along each of the three edges as one cell; the atoms of a cell stay together, and the
 * third count runs fastest.
 *
 * @throws RangeError for a system without a cell, and counts that are not three whole numbers from 1
 */
export function supercell(system: System, counts: readonly [number, number, number]): System {
  requireSystem("supercell", system);
  const { positions, atomicNumbers, cell, masses, charges, types } = system;
  if (!cell) throw new RangeError("supercell: the system must have a cell, got open space");
  if (counts.length !== 3 || !counts.every((count) => Number.isInteger(count) && count >= 1))
    throw new RangeError(
      `supercell: counts must be three whole numbers from 1, got ${counts.join(" ")}`,
    );
  const [na, nb, nc] = counts;
  const copies = na * nb * nc;
  const all = new Float64Array(copies * positions.length);
  for (let k = 0; k < copies; k++) {
    const image = [Math.floor(k / (nb * nc)), Math.floor(k / nc) % nb, k % nc];
    for (let i = 0; i < positions.length; i++) {
      const d = i % 3;
      all[k * positions.length + i] =
        positions[i]! + image[0]! * cell[d]! + image[1]! * cell[3 + d]! + image[2]! * cell[6 + d]!;
    }
  }
  const repeated = <A extends Float64Array | Uint8Array>(array: A): A => {
    const long = new (array.constructor as new (length: number) => A)(copies * array.length);
    for (let k = 0; k < copies; k++) long.set(array, k * array.length);
    return long;
  };
  return {
    positions: all,
    atomicNumbers: repeated(atomicNumbers),
    cell: cell.map((edge, k) => counts[Math.floor(k / 3)]! * edge),
    ...(masses && { masses: repeated(masses) }),
    ...(charges && { charges: repeated(charges) }),
    ...(types && { types: repeated(types) }),
  };
}
