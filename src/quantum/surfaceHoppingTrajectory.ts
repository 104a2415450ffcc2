import type { Random } from "../numerics/random.js";
import { type AdiabaticPair, adiabaticPair, type TwoStateModel } from "./twoState.js";

/** A classical particle on one of two surfaces, and the two amplitudes that it carries along. Changes. */
export interface Hopper {
  /** bohr */
  x: number;
  /** ħ/bohr */
  momentum: number;
  /** The surface whose force it feels. */
  active: "lower" | "upper";
  /** Adiabatic amplitudes: real and imaginary part of the lower, then of the upper one, shape [4]. */
  readonly amplitudes: Float64Array;
  /** The surfaces at x. */
  states: AdiabaticPair;
  /** Hops it has made, and hops it could not pay for. */
  hops: number;
  frustratedHops: number;
}

export function startHopper(model: TwoStateModel, x: number, momentum: number): Hopper {
  return {
    x,
    momentum,
    active: "lower",
    amplitudes: Float64Array.of(1, 0, 0, 0),
    states: adiabaticPair(model, x),
    hops: 0,
    frustratedHops: 0,
  };
}

/** Kinetic energy plus that of the active surface, hartree. */
export function hopperEnergy({ momentum, active, states }: Hopper, mass: number): number {
  return momentum ** 2 / (2 * mass) + states[active];
}

/**
 * One time step of Tully's fewest-switches surface hopping. The particle moves on its active surface by
 * the velocity form of Verlet's method; the amplitudes obey i ċₐ = Eₐ cₐ − i v Σ dₐᵦ c_β: half of the
 * phases, the turn of the states from x(t) to x(t + Δt), the other half. The turn is exact, so that a narrow
 * crossing between two steps is not missed.
 *
 * When the population |cₐ|² of the active state has fallen, the particle hops with the probability
 * (loss of |cₐ|²)/|cₐ|², so that many particles follow the populations with the fewest hops. Its momentum
 * changes along d₁₂, here along x, until the energy is what it was; when there is not enough kinetic
 * energy for that, the hop is frustrated: the particle stays where it is and moves on.
 */
export function moveHopper(
  hopper: Hopper,
  model: TwoStateModel,
  { mass, timeStep, random }: { mass: number; timeStep: number; random: Random },
): void {
  const { active, amplitudes, states: before } = hopper;
  const slope = `${active}Slope` as const;
  hopper.momentum -= (before[slope] * timeStep) / 2;
  hopper.x += (hopper.momentum * timeStep) / mass;
  const after = adiabaticPair(model, hopper.x);
  hopper.momentum -= (after[slope] * timeStep) / 2;
  hopper.states = after;

  const old = population(amplitudes, active);
  turnPhase(amplitudes, before, timeStep / 2);
  turnStates(amplitudes, after.angle - before.angle);
  turnPhase(amplitudes, after, timeStep / 2);
  const loss = old - population(amplitudes, active);
  if (loss > 0 && random() * old < loss) hop(hopper, mass);
}

/** |c|² of a surface. */
export function population(amplitudes: Float64Array, surface: "lower" | "upper"): number {
  const i = surface === "lower" ? 0 : 2;
  return amplitudes[i]! ** 2 + amplitudes[i + 1]! ** 2;
}

function hop(hopper: Hopper, mass: number): void {
  const { active, states, momentum } = hopper;
  const other = active === "lower" ? "upper" : "lower";
  const square = momentum ** 2 + 2 * mass * (states[active] - states[other]);
  if (square < 0) {
    hopper.frustratedHops++;
    return;
  }
  hopper.momentum = Math.sign(momentum) * Math.sqrt(square);
  hopper.active = other;
  hopper.hops++;
}

/** The phase that the upper amplitude gains on the lower one; a phase of both has no effect. */
function turnPhase(c: Float64Array, { lower, upper }: AdiabaticPair, time: number): void {
  const cos = Math.cos((upper - lower) * time);
  const sin = Math.sin((upper - lower) * time);
  const re = c[2]!;
  const im = c[3]!;
  c[2] = re * cos + im * sin;
  c[3] = im * cos - re * sin;
}

/** The same state in the basis of states that are turned further by an angle. */
function turnStates(c: Float64Array, angle: number): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  for (let part = 0; part < 2; part++) {
    const lower = c[part]!;
    const upper = c[part + 2]!;
    c[part] = cos * lower - sin * upper;
    c[part + 2] = sin * lower + cos * upper;
  }
}
