import type { Potential } from "../potentials/potential.js";
import { NeighbourList } from "../structures/neighbourList.js";

/** One list for a whole run, for a potential that takes one; it looks an eighth of the cutoff farther. */
export function listForRun(potential: Potential, skin?: number): NeighbourList | undefined {
  const { cutoff, neighbourKind: kind } = potential;
  const some = Number.isFinite(cutoff) ? cutoff / 8 : 0;
  return kind && new NeighbourList({ cutoff, kind, skin: skin ?? some });
}
