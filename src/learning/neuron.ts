import { requirePositive } from "../units/requirePositive.js";

/** A leaky integrate-and-fire neuron, in the units of physiology. */
export interface LeakyNeuron {
  /** τ: how fast the membrane forgets, ms. */
  readonly timeConstantMs: number;
  /** R: resistance of the membrane, MΩ. With a current in nA, R I is in mV. */
  readonly resistanceMegaohm: number;
  /** Potential without a current, mV. */
  readonly restMillivolt: number;
  /** The neuron fires when the potential reaches this, mV. Above rest and reset. */
  readonly thresholdMillivolt: number;
  /** Potential after a spike, mV. */
  readonly resetMillivolt: number;
  /** For so long after a spike the potential is held at the reset, ms. Not negative. */
  readonly refractoryMs: number;
}

/**
 * A neuron like many in the cerebral cortex. Source: P. Dayan and L. F. Abbott, Theoretical
 * Neuroscience (MIT Press, 2001), figure 5.5; the refractory time of 2 ms is added.
 */
export const CORTICAL_NEURON: LeakyNeuron = {
  timeConstantMs: 10,
  resistanceMegaohm: 10,
  restMillivolt: -65,
  thresholdMillivolt: -50,
  resetMillivolt: -65,
  refractoryMs: 2,
};

/** Index letters: t times, s spikes. */
export interface SpikeTrain {
  /** 0, step, 2 step, ..., ms, shape [t]. */
  readonly timesMs: Float64Array;
  /** Membrane potential, mV, shape [t]. */
  readonly potentialsMillivolt: Float64Array;
  /** When it fired, ms, shape [s]. */
  readonly spikesMs: Float64Array;
}

export interface Stimulus {
  /** In nA; a function of the time in ms is taken at the middle of each step. */
  readonly currentNanoampere: number | ((timeMs: number) => number);
  /** How long, ms. */
  readonly durationMs: number;
  /** Spacing of the times that are returned, ms. Default 0.1. */
  readonly stepMs?: number;
}

/**
 * The membrane potential of a leaky integrate-and-fire neuron that starts at rest,
 *
 *   τ dV/dt = −(V − V_rest) + R I,   and at V = V_threshold: a spike, V → V_reset
 *
 * Between spikes each step is the exact solution for its current, V → V∞ + (V − V∞) e^(−t/τ) with
 * V∞ = V_rest + R I, and so is the time of a spike within the step. For a constant current spikes are
 * therefore exact; for a varying one the error falls as the square of the step.
 *
 * Sources: L. Lapicque, J. Physiol. Pathol. Gen. 9, 620 (1907); W. Gerstner, W. M. Kistler, R. Naud and
 * L. Paninski, Neuronal Dynamics (Cambridge, 2014), section 1.3.
 *
 * @throws RangeError for times or a resistance that are not positive, a threshold that is not above rest
 *   and reset, and a current that is not finite
 */
export function leakyIntegrateAndFire(
  neuron: LeakyNeuron,
  { currentNanoampere: current, durationMs, stepMs = 0.1 }: Stimulus,
): SpikeTrain {
  requireNeuron("leakyIntegrateAndFire", neuron);
  requirePositive("leakyIntegrateAndFire: durationMs", durationMs, "ms");
  requirePositive("leakyIntegrateAndFire: stepMs", stepMs, "ms");
  const currentAt = typeof current === "function" ? current : (): number => current;
  const steps = Math.round(durationMs / stepMs);
  const timesMs = Float64Array.from({ length: steps + 1 }, (_, i) => i * stepMs);
  const potentialsMillivolt = new Float64Array(steps + 1).fill(neuron.restMillivolt);
  const spikes: number[] = [];
  let potential = neuron.restMillivolt;
  let heldUntil = 0;
  for (let i = 0; i < steps; i++) {
    const [from, to] = [timesMs[i]!, timesMs[i + 1]!];
    const input = currentAt((from + to) / 2);
    if (!Number.isFinite(input))
      throw new RangeError(
        `leakyIntegrateAndFire: currentNanoampere must be finite, got ${input} at ${(from + to) / 2} ms`,
      );
    const goal = neuron.restMillivolt + neuron.resistanceMegaohm * input;
    let now = Math.max(from, heldUntil);
    while (now < to) {
      const spike = now + timeToThreshold(neuron, potential, goal);
      if (spike > to) {
        potential = goal + (potential - goal) * Math.exp(-(to - now) / neuron.timeConstantMs);
        break;
      }
      spikes.push(spike);
      potential = neuron.resetMillivolt;
      heldUntil = spike + neuron.refractoryMs;
      now = heldUntil;
    }
    potentialsMillivolt[i + 1] = potential;
  }
  return { timesMs, potentialsMillivolt, spikesMs: Float64Array.from(spikes) };
}

/**
 * Spikes per second under a constant current, the f-I curve:
 *
 *   f = 1 / (t_ref + τ ln[(V∞ − V_reset) / (V∞ − V_threshold)]),   V∞ = V_rest + R I
 *
 * and 0 as long as V∞ does not exceed the threshold.
 *
 * @returns hertz
 */
export function firingRateHertz(neuron: LeakyNeuron, currentNanoampere: number): number {
  requireNeuron("firingRateHertz", neuron);
  const goal = neuron.restMillivolt + neuron.resistanceMegaohm * currentNanoampere;
  return 1000 / (neuron.refractoryMs + timeToThreshold(neuron, neuron.resetMillivolt, goal));
}

/** From a potential towards a goal; Infinity if the threshold is not passed on the way. */
function timeToThreshold(neuron: LeakyNeuron, potential: number, goal: number): number {
  const { thresholdMillivolt: threshold, timeConstantMs } = neuron;
  if (goal <= threshold) return Number.POSITIVE_INFINITY;
  return Math.max(0, timeConstantMs * Math.log((goal - potential) / (goal - threshold)));
}

function requireNeuron(where: string, neuron: LeakyNeuron): void {
  requirePositive(`${where}: timeConstantMs`, neuron.timeConstantMs, "ms");
  requirePositive(`${where}: resistanceMegaohm`, neuron.resistanceMegaohm, "MΩ");
  if (!(neuron.refractoryMs >= 0 && Number.isFinite(neuron.refractoryMs)))
    throw new RangeError(
      `${where}: refractoryMs must be a number of ms from 0, got ${neuron.refractoryMs}`,
    );
  const { restMillivolt: rest, resetMillivolt: reset, thresholdMillivolt: threshold } = neuron;
  if (!(threshold > rest && threshold > reset))
    throw new RangeError(
      `${where}: thresholdMillivolt must be above rest and reset, got ${threshold} mV for ${rest} and ${reset} mV`,
    );
}

export interface Gate {
  /** The output is 1 when at least so many exciting inputs are 1 ... */
  readonly threshold: number;
  /** ... and none of these inputs, by their places from 0: a single one vetoes. Default none. */
  readonly inhibitory?: readonly number[];
}

/**
 * McCulloch's and Pitts' neuron: inputs and output are 0 or 1, all exciting inputs count the same, and
 * an inhibiting one forbids. With a threshold it is a logic gate: of two inputs, 1 is OR and 2 is AND; of
 * one inhibiting input, 0 is NOT.
 *
 * Source: W. S. McCulloch and W. Pitts, Bull. Math. Biophys. 5, 115 (1943).
 *
 * @throws RangeError for an input that is neither 0 nor 1
 */
export function mcCullochPitts({
  threshold,
  inhibitory = [],
}: Gate): (inputs: readonly number[]) => 0 | 1 {
  return (inputs) => {
    for (const [i, input] of inputs.entries())
      if (input !== 0 && input !== 1)
        throw new RangeError(`mcCullochPitts: inputs must be 0 or 1, got ${input} at place ${i}`);
    if (inhibitory.some((i) => inputs[i] === 1)) return 0;
    const active = inputs.filter((input, i) => input === 1 && !inhibitory.includes(i)).length;
    return active >= threshold ? 1 : 0;
  };
}
