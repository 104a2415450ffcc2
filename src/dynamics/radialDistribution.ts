import { cellVolume } from "../structures/cell.js";
import { atomicNumberOf } from "../structures/elements.js";
import type { Frame } from "../structures/frame.js";
import { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";

export interface RadialOptions {
  /** Where to stop, bohr. It may be more than half of the cell: images are counted. */
  readonly farthest: number;
  /** How many distances to tell apart. */
  readonly bins: number;
  /** Only around atoms of the first element, and only those of the second. Default: all. */
  readonly between?: readonly [symbol: string, symbol: string];
}

export interface RadialDistribution {
  /** Middle of each bin, bohr, shape [bins]. */
  readonly distances: Float64Array;
  /** g(r), shape [bins]. */
  readonly values: Float64Array;
}

/**
 * The radial distribution function: how many atoms there are at a distance r from an atom, over how many
 * there would be if they were spread evenly,
 *
 *   g(r) = ⟨number from r to r + Δr⟩ / (ρ · volume of that shell)
 *
 * 0 inside the atoms, 1 far away in a liquid. Frames are taken one by one: a generator will do.
 *
 * @throws RangeError for no frames, a frame in open space or without such atoms, what `NeighbourList`
 *         refuses, bins that are not a whole number from 1
 */
export function radialDistribution(
  frames: Iterable<Pick<Frame, "system">>,
  { farthest, bins, between }: RadialOptions,
): RadialDistribution {
  requirePositive("radialDistribution: farthest", farthest, "bohr");
  if (!(Number.isInteger(bins) && bins >= 1))
    throw new RangeError(`radialDistribution: bins must be a whole number from 1, got ${bins}`);
  const [a, b] = between?.map(atomicNumberOf) ?? [0, 0];
  const list = new NeighbourList({ cutoff: farthest, kind: "half" });
  const width = farthest / bins;
  const values = new Float64Array(bins);
  let count = 0;
  for (const { system } of frames) {
    if (!system.cell)
      throw new RangeError("radialDistribution: each frame must have a cell, got open space");
    list.update(system);
    addPairs(values, list, width, system, a!, b!);
    count++;
  }
  if (count === 0)
    throw new RangeError("radialDistribution: there must be at least one frame, got none");
  return {
    distances: values.map((_, k) => (k + 0.5) * width),
    values: values.map((sum, k) => {
      const shell = ((4 * Math.PI) / 3) * width ** 3 * ((k + 1) ** 3 - k ** 3);
      return sum / (count * shell);
    }),
  };
}

/** Adds for each pair, seen from both ends, what it has to do with an even spread of one atom per volume. */
function addPairs(
  values: Float64Array,
  { atomCount, atoms, positions: x, first, neighbours }: NeighbourList,
  width: number,
  { atomicNumbers, cell }: System,
  a: number,
  b: number,
): void {
  const all = a === 0;
  const number = (element: number): number =>
    all ? atomCount : atomicNumbers.reduce((sum, each) => sum + Number(each === element), 0);
  const weight = cellVolume(cell!) / (number(a) * number(b));
  if (!Number.isFinite(weight))
    throw new RangeError("radialDistribution: each frame must have atoms of `between`, got none");
  for (let s = 0; s < atomCount; s++)
    for (let p = first[s]!; p < first[s + 1]!; p++) {
      const t = neighbours[p]!;
      const [one, other] = [atomicNumbers[atoms[s]!], atomicNumbers[atoms[t]!]];
      const ends = all ? 2 : Number(one === a && other === b) + Number(one === b && other === a);
      if (ends === 0) continue;
      const dx = x[3 * t]! - x[3 * s]!;
      const dy = x[3 * t + 1]! - x[3 * s + 1]!;
      const dz = x[3 * t + 2]! - x[3 * s + 2]!;
      const bin = Math.floor(Math.sqrt(dx * dx + dy * dy + dz * dz) / width);
      if (bin < values.length) values[bin]! += ends * weight;
    }
}
