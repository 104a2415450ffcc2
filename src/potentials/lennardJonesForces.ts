import type { NeighbourList } from "../structures/neighbourList.js";
import type { TwelveSix } from "./lennardJones.js";

/**
 * The loop of `pairSum` for the one term that is worth a loop of its own: no square root, no call, and
 * no jump. Adds the forces between the sites of a half list, hartree/bohr, shape [s·c].
 *
 * A processor guesses which way a jump will go, and loses some twenty steps whenever it is wrong. With
 * every third pair of the list beyond the cutoff that is often; so those are computed too, times 0.
 */
export function addLennardJonesForces(
  forces: Float64Array,
  { atomCount, positions: x, first, neighbours }: NeighbourList,
  cutoff: number,
  { repulsion, attraction }: TwelveSix,
): void {
  const square = cutoff * cutoff;
  const twelve = 12 * repulsion;
  const six = 6 * attraction;
  for (let s = 0; s < atomCount; s++) {
    const xs = x[3 * s]!;
    const ys = x[3 * s + 1]!;
    const zs = x[3 * s + 2]!;
    let fx = 0;
    let fy = 0;
    let fz = 0;
    const end = first[s + 1]!;
    for (let p = first[s]!; p < end; p++) {
      const t = 3 * neighbours[p]!;
      const dx = xs - x[t]!;
      const dy = ys - x[t + 1]!;
      const dz = zs - x[t + 2]!;
      const r2 = dx * dx + dy * dy + dz * dz;
      const inverse = 1 / r2;
      const sixth = inverse * inverse * inverse;
      const push = Number(r2 < square) * sixth * inverse * (twelve * sixth - six); // −u′(r)/r
      fx += dx * push;
      fy += dy * push;
      fz += dz * push;
      forces[t]! -= dx * push;
      forces[t + 1]! -= dy * push;
      forces[t + 2]! -= dz * push;
    }
    forces[3 * s]! += fx;
    forces[3 * s + 1]! += fy;
    forces[3 * s + 2]! += fz;
  }
}
