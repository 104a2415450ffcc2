import type { Frame } from "../structures/frame.js";
import { massesOf } from "../structures/massesOf.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";
import { hardSphereEvents } from "./hardSphereEvents.js";

/** Index letters: n atoms, c = 3 Cartesian axes. */
export interface HardSphereMotion {
  /** Where the balls start, in a cube with edges along x, y and z that is three diameters wide or more. */
  readonly system: System;
  /** bohr per atomic unit of time, shape [n·c]; see `thermalVelocities`. */
  readonly velocities: ArrayLike<number>;
  /** d, bohr. Positive. */
  readonly diameter: number;
  /** Time between two samples, atomic units of time. Positive. */
  readonly every: number;
  /** How many samples to take. */
  readonly samples: number;
}

/** A moment of a run, with what happened since the one before; a frame, for `formatExtendedXyz`. */
export interface HardSphereSample extends Frame {
  /** Atomic units of time since the start. */
  readonly time: number;
  readonly velocities: Float64Array;
  /** Collisions since the sample before. */
  readonly collisions: number;
  /** Mean since the sample before, hartree/bohr³. */
  readonly pressure: number;
  /** Z = p V/(n kT) of the same time, with kT = 2K/3n. */
  readonly compressibility: number;
}

/**
 * Hard balls that fly straight until two of them touch, from one collision to the next: no time step, no
 * error but rounding. Two balls at distance vector r with relative velocity u touch when |r + u t| = d; there
 * the momentum along the line between them is exchanged as in any elastic collision. With Δp, the momentum
 * that passes in a collision, the pressure over a time τ is
 *
 *   p = (2 K + (1/τ) Σ d Δp) / 3V,    Z = 1 + Σ d Δp / (2 K τ)
 *
 * with the sum over collisions and K the kinetic energy seen from the common centre of mass. Energy and
 * momentum are kept to rounding; what happens does not depend on how often samples are taken. Positions
 * are not put back into the cell.
 *
 *   const run = [...hardSphereDynamics({ system, velocities, diameter, every, samples: 100 })];
 *   const { mean, error } = blockedMean(run.slice(20).map((sample) => sample.compressibility));
 *
 * Source: B. J. Alder and T. E. Wainwright, J. Chem. Phys. 31, 459 (1959).
 *
 * @throws RangeError for balls that overlap, a cell that is no such cube, balls that all move alike (they
 *         never meet), and arrays or numbers that make no sense
 */
export function hardSphereDynamics(motion: HardSphereMotion): Generator<HardSphereSample> {
  const { edge, kinetic } = requireMotion(motion);
  return run(motion, edge, kinetic);
}

function* run(
  { system, velocities, diameter, every, samples }: HardSphereMotion,
  edge: number,
  kinetic: number,
): Generator<HardSphereSample> {
  const masses = massesOf(system);
  const balls = hardSphereEvents(system.positions, velocities, masses, diameter, edge);
  for (let sample = 1; sample <= samples; sample++) {
    const { collisions, virial } = balls.advance(every);
    yield {
      time: sample * every,
      system: { ...system, positions: balls.positions() },
      velocities: balls.velocities(),
      collisions,
      pressure: (2 * kinetic + virial / every) / (3 * edge ** 3),
      compressibility: 1 + virial / (2 * kinetic * every),
    };
  }
}

/** The edge of the cube, and the kinetic energy as seen from the centre of mass, hartree. */
function requireMotion(motion: HardSphereMotion): { edge: number; kinetic: number } {
  const { system, velocities, diameter, every, samples } = motion;
  const where = "hardSphereDynamics";
  requireSystem(where, system);
  requirePositive(`${where}: diameter`, diameter, "bohr");
  requirePositive(`${where}: every`, every, "atomic units of time");
  if (!(Number.isInteger(samples) && samples >= 0))
    throw new RangeError(`${where}: samples must be a whole number from 0, got ${samples}`);
  const { positions, cell } = system;
  if (velocities.length !== positions.length)
    throw new RangeError(
      `${where}: velocities must have ${positions.length} entries like positions, ` +
        `got ${velocities.length}`,
    );
  const bad = Array.prototype.findIndex.call(velocities, (v) => !Number.isFinite(v));
  if (bad >= 0)
    throw new RangeError(`${where}: velocities[${bad}] must be finite, got ${velocities[bad]}`);
  const edge = cell?.[0] ?? Number.NaN;
  if (!cell?.every((h, k) => h === (k % 4 === 0 ? edge : 0)))
    throw new RangeError(
      `${where}: the cell must be a cube along x, y and z, got ${cell?.join(" ") ?? "open space"}`,
    );
  if (!(edge >= 3 * diameter))
    throw new RangeError(
      `${where}: the cell must be three diameters wide, ${3 * diameter} bohr, got ${edge}`,
    );
  const kinetic = innerKineticEnergy(velocities, massesOf(system));
  if (!(kinetic > 0))
    throw new RangeError(`${where}: the balls must move against each other, got them all alike`);
  return { edge, kinetic };
}

function innerKineticEnergy(velocities: ArrayLike<number>, masses: Float64Array): number {
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const momentum = [0, 0, 0];
  for (let k = 0; k < velocities.length; k++)
    momentum[k % 3]! += masses[Math.floor(k / 3)]! * velocities[k]!;
  let kinetic = 0;
  for (let k = 0; k < velocities.length; k++)
    kinetic += (masses[Math.floor(k / 3)]! * (velocities[k]! - momentum[k % 3]! / total) ** 2) / 2;
  return kinetic;
}
