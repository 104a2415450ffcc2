import type { Random } from "../numerics/random.js";
import { requirePositive } from "../units/requirePositive.js";
import { largestMomentum, type Probabilities, twoStateScattering } from "./scattering.js";
import { hopperEnergy, moveHopper, startHopper } from "./surfaceHoppingTrajectory.js";
import { TULLY_MASS, type TullyName, tullyModel } from "./tully.js";

export interface TullyScattering {
  readonly model: TullyName;
  /** Of the particle far to the left, on the lower adiabatic state, ħ/bohr. Positive. */
  readonly momentum: number;
  /** Electron masses. Default 2000, Tully's. */
  readonly mass?: number;
}

/**
 * The exact answer for Tully's models: with what probabilities a particle of sharp momentum, from the
 * left on the lower adiabatic state, leaves on each state and side. `twoStateScattering` says how; the
 * probabilities are good to 10⁻⁸, closed channels get 0, and the sum is 1 to 10⁻⁹.
 *
 *   I:   below k = 4.47 the barrier of 0.005 hartree turns it back, but for tunnelling; upper state from 8.94
 *   II:  upper state from k = 14.14
 *   III: upper state to the right from k = 28.3, back to the left from k = 2.2
 *
 * @throws RangeError for an unknown model, a momentum or mass that is not positive, and momenta beyond
 *         what twoStateScattering can do
 */
export function tullyTransmission(scattering: TullyScattering): Probabilities {
  return twoStateScattering(requireTully("tullyTransmission", scattering));
}

export interface Hopping extends TullyScattering {
  /** How many particles. */
  readonly trajectories: number;
  readonly random: Random;
  /** Atomic units of time. Default: what moves the fastest particle by 0.05 bohr. Positive. */
  readonly timeStep?: number;
}

/** Fractions of the particles. */
export interface HoppingProbabilities extends Probabilities {
  /** Hops that lacked kinetic energy, per particle. */
  readonly frustratedHops: number;
  /** Largest change of a particle's energy on its way, hartree: falls as Δt². */
  readonly energyError: number;
}

/**
 * The same question asked of fewest-switches surface hopping: many classical particles, each on one
 * surface at a time (`moveHopper`), start at −edge and are counted where they pass ±edge. A fraction p
 * of n particles has the standard error √(p (1 − p)/n).
 *
 * Holds: after one passage of a crossing (model I), and where the ways between two passages are nearly the
 * same (model II when fast). A particle cannot tunnel. In model III what comes back swings between the
 * two states as the momentum changes, where the exact probabilities are smooth: a particle that turns
 * round still carries the amplitude of the wave that passed.
 *
 * Source: J. C. Tully, J. Chem. Phys. 93, 1061 (1990).
 *
 * @throws RangeError for an unknown model, a momentum, mass or time step that is not positive, a time
 *         step in which a particle may move by more than 0.5 bohr, trajectories that is not a
 *         positive whole number, and a particle that does not get out in a million steps
 */
export function fewestSwitches(hopping: Hopping): HoppingProbabilities {
  const particle = requireTully("fewestSwitches", hopping);
  const { trajectories, random } = hopping;
  if (!(Number.isInteger(trajectories) && trajectories > 0))
    throw new RangeError(
      `fewestSwitches: trajectories must be a positive whole number, got ${trajectories}`,
    );
  if (typeof random !== "function")
    throw new TypeError(
      `fewestSwitches: random must be a generator like seededRandom(1), got ${random}`,
    );
  const { model, mass, momentum } = particle;
  const timeStep = requireTimeStep(hopping.timeStep, largestMomentum(particle) / mass);
  const transmitted: [number, number] = [0, 0];
  const reflected: [number, number] = [0, 0];
  let [frustratedHops, energyError] = [0, 0];
  for (let i = 0; i < trajectories; i++) {
    const hopper = startHopper(model, -model.edge, momentum);
    const energy = hopperEnergy(hopper, mass);
    for (let step = 1; Math.abs(hopper.x) <= model.edge; step++) {
      moveHopper(hopper, model, { mass, timeStep, random });
      energyError = Math.max(energyError, Math.abs(hopperEnergy(hopper, mass) - energy));
      if (step === MOST_STEPS)
        throw new RangeError(
          `fewestSwitches: every particle must get out in ${MOST_STEPS} steps, but at a momentum of ` +
            `${momentum} ħ/bohr and a time step of ${timeStep} one is still at ${hopper.x} bohr`,
        );
    }
    const side = hopper.x > 0 ? transmitted : reflected;
    side[hopper.active === "lower" ? 0 : 1]++;
    frustratedHops += hopper.frustratedHops;
  }
  const fractions = ([lower, upper]: [number, number]): [number, number] => [
    lower / trajectories,
    upper / trajectories,
  ];
  return {
    transmitted: fractions(transmitted),
    reflected: fractions(reflected),
    frustratedHops: frustratedHops / trajectories,
    energyError,
  };
}

const MOST_STEPS = 1e6;

function requireTully(
  where: string,
  { model: name, momentum, mass = TULLY_MASS }: TullyScattering,
) {
  const model = tullyModel(name);
  requirePositive(`${where}: momentum`, momentum, "ħ/bohr");
  requirePositive(`${where}: mass`, mass, "electron masses");
  return { model, reach: model.reach, momentum, mass };
}

/** Atomic units of time, from what was asked for and the largest speed, bohr per atomic unit of time. */
function requireTimeStep(asked: number | undefined, fastest: number): number {
  const timeStep = asked ?? 0.05 / fastest;
  requirePositive("fewestSwitches: timeStep", timeStep, "atomic units of time");
  if (timeStep * fastest > 0.5)
    throw new RangeError(
      `fewestSwitches: timeStep must be at most ${0.5 / fastest} atomic units of time, in which a ` +
        `particle moves by 0.5 bohr, got ${timeStep}`,
    );
  return timeStep;
}
