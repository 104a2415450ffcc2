import { normal, type Random } from "../numerics/random.js";
import { requirePositive } from "../units/requirePositive.js";
import { kineticEnergy } from "./kineticEnergy.js";
import { requireSeed, stepRandom } from "./stepRandom.js";
import { degreesOfFreedom } from "./temperature.js";
import type { Thermostat } from "./thermostat.js";

export interface CsvrOptions {
  /** Temperature of the bath, hartree. Positive. */
  readonly kT: number;
  /** τ, in which the kinetic energy forgets itself, atomic units of time. Positive. */
  readonly relaxationTime: number;
  /** A whole number from 0 to 2³² − 1. The same one gives the same run. */
  readonly seed: number;
}

/**
 * Canonical sampling through velocity rescaling: all velocities are multiplied by one number, so that
 * the kinetic energy K walks at random with the distribution that belongs to kT, e^(−K/kT) K^(f/2 − 1) with
 * f = 3n − 3: mean f/2 kT, variance f/2 kT². With c = e^(−Δt/τ) and normal random numbers R, a step takes it
 * to
 *
 *   K′ = c K + (1 − c) kT/2 Σ Rᵢ² + 2 R₁ √(c (1 − c) K kT/2)
 *
 * (and all velocities are turned round with the sign of √(c K) + R₁ √((1 − c) kT/2), which is rare unless τ is
 * short). Left to itself K forgets itself as e^(−t/τ). The momentum is kept, and motion is hardly disturbed:
 * diffusion can be measured in such a run. The energy less what the bath gave (`Sample.conservedEnergy`)
 * stays as constant as the energy does without a thermostat.
 *
 * Only the sum of the energies is thermalised: atoms must exchange energy with each other for the rest.
 *
 * Source: G. Bussi, D. Donadio, M. Parrinello, J. Chem. Phys. 126, 014101 (2007).
 *
 * @throws RangeError for a kT or relaxation time that is not positive, a seed that is not a whole number;
 *         in a run, for a single atom and for atoms that all rest
 */
export function csvr({ kT, relaxationTime, seed }: CsvrOptions): Thermostat {
  requirePositive("csvr: kT", kT, "hartree");
  requirePositive("csvr: relaxationTime", relaxationTime, "atomic units of time");
  requireSeed("csvr", seed);
  return {
    movesCentre: false,
    thermalise(velocities, masses, timeStep, step) {
      const n = velocities.length / 3;
      if (n === 1) throw new RangeError("csvr: there must be at least two atoms, got one");
      const kinetic = kineticEnergy(velocities, masses);
      if (kinetic === 0)
        throw new RangeError(
          "csvr: atoms must move, got velocities 0 for all; start from thermalVelocities",
        );
      const random = stepRandom(seed, step);
      const first = normal(random)();
      const others = 2 * gamma((degreesOfFreedom(n, false) - 1) / 2, random);
      const c = Math.exp(-timeStep / relaxationTime);
      const share = ((1 - c) * kT) / 2 / kinetic;
      // K′/K is (√c + R₁ √share)² + share Σ Rᵢ²; the factor has the sign of the first bracket.
      const along = Math.sqrt(c) + first * Math.sqrt(share);
      const factor = Math.sign(along) * Math.sqrt(along * along + share * others);
      for (let i = 0; i < velocities.length; i++) velocities[i]! *= factor;
      return (factor * factor - 1) * kinetic;
    },
  };
}

/**
 * A random number with the density x^(shape − 1) e^(−x) / Γ(shape), for a shape of 1 or more; twice that is
 * distributed as the sum of 2·shape squares of normal random numbers.
 *
 * Source: G. Marsaglia, W. W. Tsang, ACM Trans. Math. Softw. 26, 363 (2000).
 */
function gamma(shape: number, random: Random): number {
  const draw = normal(random);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = draw();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
