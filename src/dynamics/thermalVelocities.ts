import { normal, type Random } from "../numerics/random.js";
import { massesOf } from "../structures/massesOf.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";

/**
 * Velocities of atoms that are as warm as kT (hartree): each component has the distribution of Maxwell
 * and Boltzmann, normal with variance kT/m; then the motion of the common centre is taken away, so that
 * the total momentum is 0. bohr per atomic unit of time, shape [n·c].
 *
 * The kinetic energy is (3n − 3)/2 kT on average. A single draw scatters about that by a part √(2/(3n − 3)),
 * as real atoms do. A single atom rests.
 *
 * @throws RangeError for a system that `requireSystem` refuses and a kT that is not positive
 */
export function thermalVelocities(
  system: System,
  { kT, random }: { readonly kT: number; readonly random: Random },
): Float64Array {
  requireSystem("thermalVelocities", system);
  requirePositive("thermalVelocities: kT", kT, "hartree");
  const masses = massesOf(system);
  const draw = normal(random);
  const velocities = new Float64Array(system.positions.length);
  const momentum = [0, 0, 0];
  let mass = 0;
  for (let i = 0; i < masses.length; i++) {
    mass += masses[i]!;
    for (let d = 0; d < 3; d++) {
      velocities[3 * i + d] = Math.sqrt(kT / masses[i]!) * draw();
      momentum[d]! += masses[i]! * velocities[3 * i + d]!;
    }
  }
  return velocities.map((v, i) => v - momentum[i % 3]! / mass);
}
