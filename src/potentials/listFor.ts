import { NeighbourList } from "../structures/neighbourList.js";
import type { System } from "../structures/system.js";

/**
 * The list that a potential works with, brought up to date: the one it was given, or one of its own.
 *
 * @throws RangeError for a given list that does not look far enough, TypeError for one of the other kind
 */
export function listFor(
  where: string,
  kind: "half" | "full",
  cutoff: number,
  system: System,
  given?: NeighbourList,
): NeighbourList {
  const list = given ?? new NeighbourList({ cutoff, kind });
  if (list.kind !== kind)
    throw new TypeError(`${where}: neighbours must be a ${kind} list, got a ${list.kind} one`);
  if (list.cutoff < cutoff)
    throw new RangeError(
      `${where}: neighbours must have a cutoff of ${cutoff} bohr or more, got ${list.cutoff}`,
    );
  list.update(system);
  return list;
}
