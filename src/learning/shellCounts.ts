import { cellVolume } from "../structures/cell.js";
import { NeighbourList } from "../structures/neighbourList.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";

/**
 * Two numbers for the surroundings of each atom of one kind, from the distances r to the others:
 *
 *   c₁ = Σ f(r − 1.20 d)            how many are in the first shell
 *   c₂ = Σ f(r − 1.35 d) − c₁       how many are in the gap between the first and the second
 *
 * with f(x) = 1 / (1 + e^(x / 0.02 d)), a smooth step down at 0, and d the nearest distance in fcc at
 * the same density. In that crystal, at rest, c₁ is 12 and c₂ is 0.23. Both are then averaged over the
 * atom and its first shell, so that one shaking atom does not look like a liquid.
 *
 * @returns  the averaged c₁ and c₂ of each atom, shape [n·2]
 * @throws RangeError for a system without a cell, or one that `requireSystem` refuses
 */
export function shellCounts(system: System): Float64Array {
  requireSystem("shellCounts", system);
  const { cell, atomicNumbers } = system;
  if (!cell) throw new RangeError("shellCounts: the system must have a cell, got none");
  const n = atomicNumbers.length;
  const d = (Math.SQRT2 * cellVolume(cell)) ** (1 / 3) / n ** (1 / 3);
  const list = new NeighbourList({ cutoff: 1.5 * d, kind: "full" });
  list.update(system);
  const within = (r: number, edge: number): number => 1 / (1 + Math.exp((r / d - edge) / 0.02));

  const shell = new Float64Array(n);
  const gap = new Float64Array(n);
  forPairs(list, (i, _j, r) => {
    const first = within(r, 1.2);
    shell[i]! += first;
    gap[i]! += within(r, 1.35) - first;
  });

  const sums = Float64Array.from({ length: 2 * n }, (_, k) => (k % 2 === 0 ? shell : gap)[k >> 1]!);
  const weights = new Float64Array(n).fill(1);
  forPairs(list, (i, j, r) => {
    const first = within(r, 1.2);
    weights[i]! += first;
    sums[2 * i]! += first * shell[j]!;
    sums[2 * i + 1]! += first * gap[j]!;
  });
  return sums.map((sum, k) => sum / weights[k >> 1]!);
}

/** Calls back for every pair of atoms i and j at the distance r, from both ends. */
function forPairs(list: NeighbourList, see: (i: number, j: number, r: number) => void): void {
  const { atoms, positions: x, first, neighbours, atomCount } = list;
  for (let s = 0; s < atomCount; s++)
    for (let p = first[s]!; p < first[s + 1]!; p++) {
      const t = neighbours[p]!;
      const [dx, dy, dz] = [
        x[3 * t]! - x[3 * s]!,
        x[3 * t + 1]! - x[3 * s + 1]!,
        x[3 * t + 2]! - x[3 * s + 2]!,
      ];
      see(atoms[s]!, atoms[t]!, Math.sqrt(dx * dx + dy * dy + dz * dz));
    }
}
