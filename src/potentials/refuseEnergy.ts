import type { NeighbourList } from "../structures/neighbourList.js";

/** Throws the RangeError for an energy that is not finite, with the two sites that are closest. */
export function refuseEnergy(where: string, energy: number, list: NeighbourList): never {
  const { atomCount, atoms, positions, first, neighbours } = list;
  let closest = { distance: Number.POSITIVE_INFINITY, pair: "" };
  for (let s = 0; s < atomCount; s++)
    for (let p = first[s]!; p < first[s + 1]!; p++) {
      const t = neighbours[p]!;
      const d = [0, 1, 2].map((a) => positions[3 * s + a]! - positions[3 * t + a]!);
      const distance = Math.hypot(...d);
      const pair = [atoms[s]!, atoms[t]!].sort((i, j) => i - j).join(" and ");
      if (distance < closest.distance) closest = { distance, pair };
    }
  throw new RangeError(
    `${where}: the energy must be a finite number of hartree, got ${energy}; ` +
      `atoms ${closest.pair} are ${closest.distance} bohr apart`,
  );
}
