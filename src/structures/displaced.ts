import { normal, type Random } from "../numerics/random.js";
import type { System } from "./system.js";

/**
 * The same atoms off their places: every coordinate is moved by a normal random number of mean 0 and
 * this standard deviation, bohr. The same seed gives the same structure.
 *
 *   displaced(crystal("fcc", ...), { deviation: 0.1, random: seededRandom(1) })
 *
 * @throws RangeError for a deviation that is negative or not finite
 */
export function displaced(
  system: System,
  { deviation, random }: { readonly deviation: number; readonly random: Random },
): System {
  if (!(deviation >= 0 && Number.isFinite(deviation)))
    throw new RangeError(`displaced: deviation must be a number of bohr from 0, got ${deviation}`);
  const draw = normal(random);
  return { ...system, positions: system.positions.map((x) => x + deviation * draw()) };
}
