import type { Sites } from "./sites.js";

/**
 * The neighbours of each atom among the sites less than `reach` away, each pair once (`half`) or from
 * both of its ends. Only bins that can be in reach are searched, so the cost grows as the number of
 * atoms. Index letters: n atoms, s sites, p pairs, c = 3.
 *
 * @param first  where each atom's neighbours begin is written here, shape [n + 1]
 * @param room   is used for the result if it is large enough
 * @returns      neighbours, shape [p] or longer
 * @throws       RangeError when two sites are at one point
 */
export function findPairs(
  sites: Sites,
  positions: Float64Array,
  reach: number,
  half: boolean,
  first: Int32Array,
  room: Int32Array,
): Int32Array {
  const { inner, margin, starts, ends, atoms } = sites;
  const [mx, my] = inner.map((count, d) => count + 2 * margin[d]!) as [number, number];
  const [kx, ky, kz] = margin;
  let neighbours = room;
  let pairs = 0;
  // What to search for one atom, as [from, to) one after the other. In the row of its own bin that is
  // from the atom on and, in a full list, up to it; the others are the same for all atoms of a bin.
  const stretches = new Int32Array(6 * (2 * ky + 1) * (2 * kz + 1) + 4);
  let count = 0;

  for (let z = kz; z < kz + inner[2]; z++)
    for (let y = ky; y < ky + inner[1]; y++)
      for (let x = kx; x < kx + inner[0]; x++) {
        const bin = (z * my + y) * mx + x;
        const start = starts[bin]!;
        const end = ends[bin]!;
        if (start === end) continue;
        const needed = pairs + (end - start) * lookAround(x, y, z);
        if (neighbours.length < needed) neighbours = enlarged(neighbours, Math.ceil(1.5 * needed));
        for (let s = start; s < end; s++) {
          first[s] = pairs;
          stretches[0] = s + 1;
          if (!half) stretches[3] = s;
          pairs = search(positions, s, reach * reach, stretches, count, neighbours, pairs);
          if (pairs < 0) refuse(s, neighbours[~pairs]!);
        }
      }
  first[first.length - 1] = pairs;
  return neighbours;

  /** Fills the stretches for the atoms of a bin, and returns how many sites they may have. */
  function lookAround(x: number, y: number, z: number): number {
    const [before, last] = [kx - 1, kx + inner[0] - 1]; // bins that follow each other stand together
    count = 0;
    let candidates = 0;
    const add = (from: number, to: number): void => {
      if (from > to) return;
      stretches[count++] = starts[from]!;
      stretches[count++] = ends[to]!;
      candidates += ends[to]! - starts[from]!;
    };
    const own = (z * my + y) * mx;
    add(own + x, own + Math.min(x + kx, last));
    if (!half) {
      add(own + Math.max(x - kx, kx), own + x);
      add(own + x - kx, own + before);
    }
    add(own + last + 1, own + x + kx);
    for (let dz = half ? 0 : -kz; dz <= kz; dz++)
      for (let dy = half && dz === 0 ? 1 : -ky; dy <= ky; dy++) {
        if (dz === 0 && dy === 0) continue;
        const row = own + (dz * my + dy) * mx;
        add(row + x - kx, row + before);
        add(row + Math.max(x - kx, kx), row + Math.min(x + kx, last));
        add(row + last + 1, row + x + kx);
      }
    return candidates;
  }

  function refuse(s: number, t: number): never {
    const [a, b] = [atoms[s]!, atoms[t]!].sort((i, j) => i - j);
    const at = [...positions.subarray(3 * s, 3 * s + 3)].join(" ");
    throw new RangeError(
      `NeighbourList: atoms ${a} and ${b} must not be at one point, got (${at}) bohr for both`,
    );
  }
}

function enlarged(array: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}

/**
 * Appends to `neighbours` the sites of the stretches that are in reach of site s. A jump for every
 * second candidate would cost more than writing all of them and keeping those that are near.
 */
function search(
  positions: Float64Array,
  s: number,
  reach2: number,
  stretches: Int32Array,
  count: number,
  neighbours: Int32Array,
  pairs: number,
): number {
  const x = positions[3 * s]!;
  const y = positions[3 * s + 1]!;
  const z = positions[3 * s + 2]!;
  let p = pairs;
  for (let k = 0; k < count; k += 2) {
    const to = stretches[k + 1]!;
    for (let t = stretches[k]!; t < to; t++) {
      const dx = positions[3 * t]! - x;
      const dy = positions[3 * t + 1]! - y;
      const dz = positions[3 * t + 2]! - z;
      const r2 = dx * dx + dy * dy + dz * dz;
      neighbours[p] = t;
      if (r2 === 0) return ~p;
      p += Number(r2 < reach2);
    }
  }
  return p;
}
