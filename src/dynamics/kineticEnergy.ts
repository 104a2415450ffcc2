import { massesOf } from "../structures/massesOf.js";
import type { System } from "../structures/system.js";

/** Σ m v²/2, hartree; the mass of each coordinate in electron masses, shape [d]. */
export function kineticEnergy(velocities: Float64Array, masses: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < velocities.length; i++) sum += masses[i]! * velocities[i]! * velocities[i]!;
  return sum / 2;
}

/** The mass that belongs to each coordinate of a system's atoms, electron masses, shape [n·c]. */
export function coordinateMasses(system: System): Float64Array {
  const masses = massesOf(system);
  return Float64Array.from({ length: 3 * masses.length }, (_, i) => masses[Math.floor(i / 3)]!);
}
