import { requirePositive } from "../units/requirePositive.js";
import { drift, kick } from "./verletStep.js";

/** Index letters: d coordinates, f recorded frames. */
export interface Motion {
  /** Coordinates at the start, bohr, shape [d]: one bond length, or x y z of every atom. */
  readonly positions: ArrayLike<number>;
  /** Their velocities at the start, bohr per atomic unit of time, shape [d]. */
  readonly velocities: ArrayLike<number>;
  /** The mass that belongs to each coordinate, electron masses, shape [d]. */
  readonly masses: ArrayLike<number>;
  /** Potential energy (hartree) and forces (hartree/bohr, shape [d]) at these positions. */
  readonly energyAndForces: (positions: Float64Array) => {
    readonly energy: number;
    readonly forces: ArrayLike<number>;
  };
  /** Time step, atomic units of time. Positive. */
  readonly timeStep: number;
  /** How many steps to make. */
  readonly steps: number;
  /** Keep every so many steps; the start is always kept. Default 1. */
  readonly every?: number;
}

export interface Trajectory {
  /** Atomic units of time, shape [f]. */
  readonly times: Float64Array;
  /** bohr, shape [f·d]. */
  readonly positions: Float64Array;
  /** bohr per atomic unit of time, shape [f·d]. */
  readonly velocities: Float64Array;
  /** hartree, shape [f]. */
  readonly potentialEnergies: Float64Array;
  /** hartree, shape [f]. */
  readonly kineticEnergies: Float64Array;
  /** Their sum, hartree, shape [f]: constant but for the error of the time step. */
  readonly totalEnergies: Float64Array;
}

/**
 * Newton's equation M ẍ = F(x), step by step with the velocity form of Verlet's method,
 *
 *   v += F Δt / 2M,   x += v Δt,   F = F(x),   v += F Δt / 2M
 *
 * The error after a given time falls as Δt². Run backwards (velocities turned round) it returns
 * to its start, up to rounding, and the total energy wavers around its first value by an amount
 * that falls as Δt² and does not grow with time. Needs Δt < 2/ω for the fastest vibration ω;
 * beyond that it explodes.
 *
 * Source: W. C. Swope, H. C. Andersen, P. H. Berens, K. R. Wilson, J. Chem. Phys. 76, 637 (1982).
 *
 * @throws RangeError for shapes that disagree, masses or a time step that are not positive, and when
 *         the energy or a velocity is no longer a finite number, with the step at which that happened
 */
export function velocityVerlet(motion: Motion): Trajectory {
  requireMotion(motion);
  const { masses, energyAndForces, timeStep, steps, every = 1 } = motion;
  const d = motion.positions.length;
  const frames = Math.floor(steps / every) + 1;
  const x = Float64Array.from(motion.positions);
  const v = Float64Array.from(motion.velocities);
  const halfKick = Float64Array.from(masses, (mass) => timeStep / (2 * mass));
  const trajectory: Trajectory = {
    times: new Float64Array(frames),
    positions: new Float64Array(frames * d),
    velocities: new Float64Array(frames * d),
    potentialEnergies: new Float64Array(frames),
    kineticEnergies: new Float64Array(frames),
    totalEnergies: new Float64Array(frames),
  };

  let { energy, forces } = evaluate(0);
  record(0);
  for (let step = 1; step <= steps; step++) {
    kick(v, forces, halfKick);
    drift(x, v, timeStep);
    ({ energy, forces } = evaluate(step));
    const sum = kick(v, forces, halfKick);
    requireFinite("sum of velocities", sum, "bohr per unit of time", step);
    if (step % every === 0) record(step);
  }
  return trajectory;

  function evaluate(step: number): { energy: number; forces: ArrayLike<number> } {
    const result = energyAndForces(x);
    requireFinite("energy", result.energy, "hartree", step);
    if (result.forces.length !== d)
      throw new RangeError(
        `velocityVerlet: there must be one force for each of the ${d} coordinates, ` +
          `got ${result.forces.length}`,
      );
    return result;
  }

  function requireFinite(what: string, value: number, unit: string, step: number): void {
    if (!Number.isFinite(value))
      throw new RangeError(
        `velocityVerlet: the ${what} must be a finite number of ${unit}, got ${value} ` +
          `at step ${step} (is the time step of ${timeStep} too long?)`,
      );
  }

  function record(step: number): void {
    const frame = step / every;
    let kinetic = 0;
    for (let i = 0; i < d; i++) kinetic += (masses[i]! * v[i]! ** 2) / 2;
    trajectory.times[frame] = step * timeStep;
    trajectory.positions.set(x, frame * d);
    trajectory.velocities.set(v, frame * d);
    trajectory.potentialEnergies[frame] = energy;
    trajectory.kineticEnergies[frame] = kinetic;
    trajectory.totalEnergies[frame] = energy + kinetic;
  }
}

function requireMotion(motion: Motion): void {
  const { positions, velocities, masses, timeStep, steps, every = 1 } = motion;
  const d = positions.length;
  for (const [name, array] of Object.entries({ velocities, masses }))
    if (array.length !== d)
      throw new RangeError(
        `velocityVerlet: ${name} must have ${d} entries like positions, got ${array.length}`,
      );
  for (let i = 0; i < d; i++) {
    const mass = masses[i]!;
    if (!(mass > 0 && mass < Number.POSITIVE_INFINITY))
      requirePositive(`velocityVerlet: masses[${i}]`, mass, "electron masses");
    if (!Number.isFinite(positions[i]) || !Number.isFinite(velocities[i]))
      throw new RangeError(
        `velocityVerlet: coordinate ${i} must start finite, got position ${positions[i]} bohr ` +
          `and velocity ${velocities[i]}`,
      );
  }
  requirePositive("velocityVerlet: timeStep", timeStep, "atomic units of time");
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`velocityVerlet: steps must be a whole number from 0, got ${steps}`);
  if (!(Number.isInteger(every) && every >= 1))
    throw new RangeError(`velocityVerlet: every must be a whole number from 1, got ${every}`);
}
