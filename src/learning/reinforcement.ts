import type { Random } from "../numerics/random.js";

/** What can come of an action. */
export interface Outcome {
  /** The probabilities of all outcomes of an action add up to 1. */
  readonly probability: number;
  readonly reward: number;
  /** The state that follows. Absent: the episode ends. */
  readonly next?: number;
}

/** A Markov decision process: states 0, 1, ..., actions 0, 1, ... in each. */
export interface DecisionProcess {
  readonly states: number;
  readonly actions: number;
  outcomes(state: number, action: number): readonly Outcome[];
}

/** Index letters: s states, a actions. */
export interface Plan {
  /** What is to be gained from each state on by acting best, shape [s]. */
  readonly values: Float64Array;
  /** The best action in each state, shape [s]. */
  readonly policy: Int32Array;
}

/**
 * Value iteration, for who knows the process: repeats
 *
 *   V(s) ← maxₐ Σ p [r + γ V(s′)]
 *
 * until no value changes by more than the tolerance. The error then is below γ/(1 − γ) times that.
 *
 * Source: R. S. Sutton and A. G. Barto, Reinforcement Learning, 2nd ed. (MIT Press, 2018), section 4.4.
 *
 * @param discount   γ, from 0 to below 1: what a reward is worth one step later
 * @param tolerance  default 10⁻¹²
 * @throws RangeError for a discount outside of [0, 1), and probabilities that do not add up to 1
 */
export function valueIteration(
  process: DecisionProcess,
  discount: number,
  tolerance = 1e-12,
): Plan {
  requireDiscount("valueIteration", discount);
  const table = outcomesOf("valueIteration", process);
  const values = new Float64Array(process.states);
  const policy = new Int32Array(process.states);
  for (let change = Number.POSITIVE_INFINITY; change > tolerance; ) {
    change = 0;
    for (let s = 0; s < process.states; s++) {
      const gains = table[s]!.map((outcomes) => expected(outcomes, values, discount));
      const best = Math.max(...gains);
      change = Math.max(change, Math.abs(best - values[s]!));
      values[s] = best;
      policy[s] = gains.indexOf(best);
    }
  }
  return { values, policy };
}

export interface QLearning {
  readonly process: DecisionProcess;
  /** γ, from 0 to below 1. */
  readonly discount: number;
  /** α: how far a guess moves towards what was just seen; from above 0 to 1. */
  readonly learningRate: number;
  /** ε: how often a random action is tried in place of the best known one, from 0 to 1. */
  readonly exploration: number;
  readonly episodes: number;
  /** An episode is broken off after so many steps. */
  readonly longest: number;
  /** The state in which an episode begins. */
  readonly start: (random: Random) => number;
  readonly random: Random;
}

export interface Learned extends Plan {
  /** Guessed gain of each action in each state, shape [s·a]. */
  readonly actionValues: Float64Array;
  /** Sum of the rewards of each episode, without discount. */
  readonly returns: Float64Array;
  /** Steps of each episode. */
  readonly lengths: Int32Array;
}

/**
 * Q-learning, for who can only try: after each step from s by a to s′ with the reward r
 *
 *   Q(s, a) ← Q(s, a) + α [r + γ maxₐ′ Q(s′, a′) − Q(s, a)]
 *
 * with Q = 0 at the start. It never asks for probabilities; the process only plays out what happens.
 *
 * Source: C. J. C. H. Watkins and P. Dayan, Mach. Learn. 8, 279 (1992).
 *
 * @throws RangeError as valueIteration, and for rates outside of their ranges
 */
export function qLearning(learning: QLearning): Learned {
  const { process, discount, learningRate, exploration, episodes, longest, random } = learning;
  requireDiscount("qLearning", discount);
  if (!(learningRate > 0 && learningRate <= 1))
    throw new RangeError(
      `qLearning: learningRate must be above 0 and at most 1, got ${learningRate}`,
    );
  if (!(exploration >= 0 && exploration <= 1))
    throw new RangeError(`qLearning: exploration must be from 0 to 1, got ${exploration}`);
  const table = outcomesOf("qLearning", process);
  const { states, actions } = process;
  const q = new Float64Array(states * actions);
  const bestIn = (s: number): number => {
    let best = 0;
    for (let a = 1; a < actions; a++) if (q[s * actions + a]! > q[s * actions + best]!) best = a;
    return best;
  };
  const returns = new Float64Array(episodes);
  const lengths = new Int32Array(episodes);
  for (let episode = 0; episode < episodes; episode++) {
    let state: number | undefined = learning.start(random);
    while (state !== undefined && lengths[episode]! < longest) {
      const action: number =
        random() < exploration ? Math.floor(random() * actions) : bestIn(state);
      const { reward, next }: Outcome = drawn(table[state]![action]!, random);
      const ahead = next === undefined ? 0 : q[next * actions + bestIn(next)]!;
      const place: number = state * actions + action;
      q[place]! += learningRate * (reward + discount * ahead - q[place]!);
      returns[episode]! += reward;
      lengths[episode]!++;
      state = next;
    }
  }
  const policy = Int32Array.from({ length: states }, (_, s) => bestIn(s));
  const values = Float64Array.from(policy, (best, s) => q[s * actions + best]!);
  return { values, policy, actionValues: q, returns, lengths };
}

function expected(outcomes: readonly Outcome[], values: Float64Array, discount: number): number {
  let sum = 0;
  for (const { probability, reward, next } of outcomes)
    sum += probability * (reward + (next === undefined ? 0 : discount * values[next]!));
  return sum;
}

function drawn(outcomes: readonly Outcome[], random: Random): Outcome {
  let left = random();
  for (const outcome of outcomes) {
    left -= outcome.probability;
    if (left < 0) return outcome;
  }
  return outcomes[outcomes.length - 1]!;
}

function outcomesOf(where: string, process: DecisionProcess): (readonly Outcome[])[][] {
  return Array.from({ length: process.states }, (_, s) =>
    Array.from({ length: process.actions }, (_, a) => {
      const outcomes = process.outcomes(s, a);
      const sum = outcomes.reduce((total, { probability }) => total + probability, 0);
      if (!(Math.abs(sum - 1) < 1e-9))
        throw new RangeError(
          `${where}: the probabilities of state ${s}, action ${a} must add up to 1, got ${sum}`,
        );
      return outcomes;
    }),
  );
}

function requireDiscount(where: string, discount: number): void {
  if (!(discount >= 0 && discount < 1))
    throw new RangeError(`${where}: discount must be from 0 to below 1, got ${discount}`);
}
