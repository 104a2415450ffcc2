import { normal } from "../numerics/random.js";
import { requirePositive } from "../units/requirePositive.js";
import { requireSeed, stepRandom } from "./stepRandom.js";
import type { Thermostat } from "./thermostat.js";

export interface LangevinOptions {
  /** Temperature of the bath, hartree. Positive. */
  readonly kT: number;
  /** γ, at which rate a velocity forgets itself, per atomic unit of time. Positive. */
  readonly friction: number;
  /** A whole number from 0 to 2³² − 1. The same one gives the same run. */
  readonly seed: number;
}

/**
 * Langevin's heat bath: friction, and random kicks that make up for it,
 *
 *   m v̇ = F − γ m v + √(2 γ m kT) ξ(t),   in one step   v ← c v + √((1 − c²) kT/m) ξ,   c = e^(−γ Δt)
 *
 * which leaves the distribution of Maxwell and Boltzmann as it is, whatever the step. `simulate` has it act
 * in the middle of its step (kick, drift, bath, drift, kick: "BAOAB"). For a vibration ω the mean square
 * of the displacement is then kT/(m ω²) exactly, for every Δt < 2/ω; that of the velocities at whole
 * steps, from which `Sample.kT` is taken, comes out as kT/m (1 − (ω Δt)²/4), a little cold.
 *
 * Each atom is at its temperature by itself, which is robust; but the momentum is not kept, and the
 * friction slows diffusion down: for transport use `csvr` or no thermostat.
 *
 * Source: B. Leimkuhler, C. Matthews, Appl. Math. Res. Express 2013, 34 (2013).
 *
 * @throws RangeError for a kT or friction that is not positive, a seed that is not a whole number
 */
export function langevin({ kT, friction, seed }: LangevinOptions): Thermostat {
  requirePositive("langevin: kT", kT, "hartree");
  requirePositive("langevin: friction", friction, "1/atomic unit of time");
  requireSeed("langevin", seed);
  return {
    movesCentre: true,
    thermalise(velocities, masses, timeStep, step) {
      const draw = normal(stepRandom(seed, step));
      const keep = Math.exp(-friction * timeStep);
      const add = (1 - keep * keep) * kT;
      let heat = 0;
      for (let i = 0; i < velocities.length; i++) {
        const before = velocities[i]!;
        const after = keep * before + Math.sqrt(add / masses[i]!) * draw();
        velocities[i] = after;
        heat += (masses[i]! * (after * after - before * before)) / 2;
      }
      return heat;
    },
  };
}
