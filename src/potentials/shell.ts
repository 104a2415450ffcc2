import type { NeighbourList } from "../structures/neighbourList.js";

/** The neighbours of one atom that count, with what every angle needs. Index letter: k of them. */
export interface Shell {
  count: number;
  /** Which sites they are. */
  sites: Int32Array;
  /** Distances, bohr. */
  r: Float64Array;
  /** Unit vectors from the atom to them. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

export function emptyShell(): Shell {
  return { count: 0, ...room(0) };
}

/**
 * Fills the shell of site s.
 *
 * @param squares  the squared cutoffs, bohr², of the kind of s with each kind
 */
export function fillShell(
  shell: Shell,
  s: number,
  { positions, first, neighbours }: NeighbourList,
  kinds: Int32Array,
  squares: Float64Array,
): void {
  const start = first[s]!;
  const end = first[s + 1]!;
  if (shell.sites.length < end - start) Object.assign(shell, room(2 * (end - start)));
  const { sites, r, x, y, z } = shell;
  const xs = positions[3 * s]!;
  const ys = positions[3 * s + 1]!;
  const zs = positions[3 * s + 2]!;
  let count = 0;
  for (let p = start; p < end; p++) {
    const t = neighbours[p]!;
    const dx = positions[3 * t]! - xs;
    const dy = positions[3 * t + 1]! - ys;
    const dz = positions[3 * t + 2]! - zs;
    const r2 = dx * dx + dy * dy + dz * dz;
    if (r2 >= squares[kinds[t]!]!) continue;
    const distance = Math.sqrt(r2);
    const inverse = 1 / distance;
    sites[count] = t;
    r[count] = distance;
    x[count] = dx * inverse;
    y[count] = dy * inverse;
    z[count] = dz * inverse;
    count++;
  }
  shell.count = count;
}

function room(length: number): Omit<Shell, "count"> {
  const array = (): Float64Array => new Float64Array(length);
  return { sites: new Int32Array(length), r: array(), x: array(), y: array(), z: array() };
}
