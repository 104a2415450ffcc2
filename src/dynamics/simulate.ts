import type { EnergyAndForces, Potential } from "../potentials/potential.js";
import type { Frame } from "../structures/frame.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";
import { fsFromAtomicTime } from "../units/convert.js";
import { requirePositive } from "../units/requirePositive.js";
import { calmAtoms } from "./calmAtoms.js";
import type { Checkpoint } from "./checkpoint.js";
import { coordinateMasses, kineticEnergy } from "./kineticEnergy.js";
import { listForRun } from "./listForRun.js";
import { degreesOfFreedom } from "./temperature.js";
import type { Thermostat } from "./thermostat.js";
import { drift, kick } from "./verletStep.js";

/** Index letters: n atoms, c = 3 Cartesian axes. */
export interface Simulation {
  /** Where the atoms start. Without masses, they have those of their elements. */
  readonly system: System;
  readonly potential: Potential;
  /** At the start, bohr per atomic unit of time, shape [n·c]; see `thermalVelocities`. */
  readonly velocities: ArrayLike<number>;
  /** Δt, atomic units of time (0.0242 fs). Positive. */
  readonly timeStep: number;
  /** How many steps to make, with those before `from`. */
  readonly steps: number;
  /** Give a sample every so many steps. Default 1. */
  readonly every?: number;
  /** `langevin(...)` or `csvr(...)`. Default: none, the energy is kept. */
  readonly thermostat?: Thermostat;
  /** How much farther than the cutoff the list of neighbours looks, bohr. Default: an eighth of it. */
  readonly skin?: number;
  /** Go on from here; all else must be as it was. */
  readonly from?: Checkpoint;
}

/** A moment of a run; a frame, so that `formatExtendedXyz` can write it. */
export interface Sample extends Frame {
  /** Steps made so far. */
  readonly step: number;
  /** Atomic units of time since the start. */
  readonly time: number;
  /** Potential energy, hartree. */
  readonly energy: number;
  readonly forces: Float64Array;
  readonly virial: Float64Array;
  readonly velocities: Float64Array;
  /** K = Σ m v²/2, hartree. */
  readonly kineticEnergy: number;
  /** 2 K/(3n − 3), or with `langevin` 2 K/3n: the temperature, hartree; see `kelvinFromHartree`. */
  readonly kT: number;
  /** Potential and kinetic energy, hartree. */
  readonly totalEnergy: number;
  /** The total energy less what the thermostat gave: constant but for the error of the time step. */
  readonly conservedEnergy: number;
  /** What a run needs to go on from here, see `saveCheckpoint`. */
  readonly checkpoint: Checkpoint;
}

/**
 * Newton's equation for atoms, step by step as in `velocityVerlet`, with a heat bath in the middle of the
 * step if there is one. Gives one sample after the other:
 *
 *   const path = [...simulate({ system, potential, velocities, timeStep: 400, steps: 1000, every: 10 })];
 *   await withProgress(simulate(run), (sample) => energies.push(sample.energy), { total: 101 });
 *
 * The first sample is the start. A loop may end when it likes, and nothing is computed ahead of it. For a
 * run of days,
 *
 *   for (const sample of simulate({ ...run, from: loadCheckpoint("argon.checkpoint") })) {
 *     appendFileSync("argon.xyz", formatExtendedXyz([sample]));
 *     saveCheckpoint("argon.checkpoint", sample.checkpoint);
 *   }
 *
 * With `from` the first sample is the one after the checkpoint, and from there all samples are the same,
 * bit for bit, as if the run had never been interrupted. (Frames that were written after the checkpoint come
 * once more: their `info.step` tells.)
 *
 * Positions are not put back into the cell, so that a path can be followed through its faces.
 *
 * @throws RangeError for a system that `requireSystem` refuses, shapes that disagree, a time step that is
 *         not positive; during a run when an atom moves a tenth of the cutoff in one step, with the step,
 *         the temperature and the likely cause, and what the potential refuses
 */
export function simulate(simulation: Simulation): Generator<Sample, void, undefined> {
  requireSimulation(simulation);
  return samples(simulation);
}

function* samples(simulation: Simulation): Generator<Sample, void, undefined> {
  const { system, potential, timeStep, steps, every = 1, thermostat, from } = simulation;
  const masses = coordinateMasses(system);
  const halfKick = masses.map((mass) => timeStep / (2 * mass));
  const x = Float64Array.from(from?.positions ?? system.positions);
  const v = Float64Array.from(from?.velocities ?? simulation.velocities);
  const forces = from?.forces.slice() ?? new Float64Array(x.length);
  const list = listForRun(potential, simulation.skin);
  const now = { ...system, positions: x };
  const calm = calmAtoms(simulation, masses);
  let heat = from?.heat ?? 0;
  let step = from?.step ?? 0;
  let listedAt = from?.listedAt ?? new Float64Array(0);
  let builds = 0;
  if (from && list) {
    list.update({ ...system, positions: listedAt }); // the order of its pairs is how sums are rounded
    builds = list.builds;
  }

  if (!from) yield sample(evaluate());
  while (step < steps) {
    step++;
    kick(v, forces, halfKick);
    if (thermostat) {
      drift(x, v, timeStep / 2);
      heat += thermostat.thermalise(v, masses, timeStep, step);
      drift(x, v, timeStep / 2);
    } else drift(x, v, timeStep);
    calm.require(v, step);
    const kept = step % every === 0;
    const found = kept || !potential.forcesInto ? evaluate() : forcesAlone();
    kick(v, forces, halfKick);
    if (kept) yield sample(found!);
  }

  function evaluate(): EnergyAndForces {
    const found = calm.explain(v, step, () => potential.energyAndForces(now, list));
    forces.set(found.forces);
    noteList();
    return found;
  }

  function forcesAlone(): undefined {
    calm.explain(v, step, () => potential.forcesInto!(forces, now, list));
    noteList();
  }

  function noteList(): void {
    if (!list || list.builds === builds) return;
    builds = list.builds;
    listedAt = x.slice();
  }

  function sample({ energy, forces, virial }: EnergyAndForces): Sample {
    const [positions, velocities] = [x.slice(), v.slice()];
    const kinetic = kineticEnergy(v, masses);
    const time = step * timeStep;
    return {
      step,
      time,
      system: { ...system, positions },
      velocities,
      energy,
      forces,
      virial,
      kineticEnergy: kinetic,
      kT: (2 * kinetic) / degreesOfFreedom(x.length / 3, thermostat?.movesCentre ?? false),
      totalEnergy: energy + kinetic,
      conservedEnergy: energy + kinetic - heat,
      info: { step, time_fs: fsFromAtomicTime(time) },
      checkpoint: { step, heat, positions, velocities, forces, listedAt },
    };
  }
}

function requireSimulation({ system, velocities, timeStep, steps, every, from }: Simulation): void {
  requireSystem("simulate", system);
  const d = system.positions.length;
  for (const [name, array] of Object.entries({ velocities, ...arraysOf(from) })) {
    if (array.length !== d)
      throw new RangeError(
        `simulate: ${name} must have ${d} entries like positions, got ${array.length}`,
      );
    const bad = Array.prototype.findIndex.call(array, (entry) => !Number.isFinite(entry));
    if (bad >= 0)
      throw new RangeError(`simulate: ${name}[${bad}] must be a finite number, got ${array[bad]}`);
  }
  requirePositive("simulate: timeStep", timeStep, "atomic units of time");
  if (!(Number.isInteger(steps) && steps >= (from?.step ?? 0)))
    throw new RangeError(
      `simulate: steps must be a whole number from ${from?.step ?? 0}, got ${steps}`,
    );
  if (every !== undefined && !(Number.isInteger(every) && every >= 1))
    throw new RangeError(`simulate: every must be a whole number from 1, got ${every}`);
}

function arraysOf(from?: Checkpoint): Record<string, Float64Array> {
  if (!from) return {};
  const { positions, velocities, forces, listedAt } = from;
  return {
    "from.positions": positions,
    "from.velocities": velocities,
    "from.forces": forces,
    ...(listedAt.length > 0 && { "from.listedAt": listedAt }),
  };
}
