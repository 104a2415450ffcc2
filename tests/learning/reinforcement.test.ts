import { describe, expect, test } from "vitest";
import {
  type DecisionProcess,
  qLearning,
  valueIteration,
} from "../../src/learning/reinforcement.js";
import { seededRandom } from "../../src/numerics/random.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { probabilities, rewards, discount, values, policy } = reference.decisions;
const stored: DecisionProcess = {
  states: 7,
  actions: 3,
  outcomes: (s, a) =>
    Array.from({ length: 8 }, (_, next) => ({
      probability: probabilities[(s * 3 + a) * 8 + next],
      reward: rewards[s * 3 + a],
      ...(next < 7 && { next }),
    })),
};
/** Places 0 to 4; left and right; the episode ends with 1 to the right of 4, each step costs 0.1. */
const corridor: DecisionProcess = {
  states: 5,
  actions: 2,
  outcomes: (s, a) =>
    a === 1 && s === 4
      ? [{ probability: 1, reward: 1 }]
      : [{ probability: 1, reward: -0.1, next: Math.max(0, s + (a === 1 ? 1 : -1)) }],
};
const learning = {
  process: corridor,
  discount: 0.9,
  learningRate: 0.5,
  exploration: 0.2,
  episodes: 300,
  longest: 100,
  start: () => 0,
};

test("value iteration: values and policy of numpy's exact policy iteration", () => {
  const plan = valueIteration(stored, discount);
  expectClose(plan.values, values, 1e-11); // γ/(1 − γ) = 9 times the tolerance 1e-12
  expect([...plan.policy]).toEqual(policy);
});

describe("Q-learning", () => {
  const learned = qLearning({ ...learning, random: seededRandom(1) });
  test("finds the values and the way that value iteration computes", () => {
    const plan = valueIteration(corridor, 0.9);
    expect([...learned.policy]).toEqual([1, 1, 1, 1, 1]);
    expectClose(learned.values, plan.values, 1e-6);
  });
  test("episodes become shorter and pay more", () => {
    expect(learned.lengths[0]).toBeGreaterThan(
      learned.lengths.slice(-50).reduce((a, b) => a + b) / 50,
    );
    expect(Math.max(...learned.lengths)).toBeLessThanOrEqual(100);
    expect(Math.max(...learned.returns)).toBeCloseTo(1 - 4 * 0.1, 12);
  });
  test("one seed, the same result", () => {
    expect(qLearning({ ...learning, random: seededRandom(1) })).toEqual(learned);
  });
  test("a noisy process: near the exact values after many episodes with a small rate", () => {
    const random = seededRandom(2);
    const slow = qLearning({
      ...learning,
      process: stored,
      discount,
      learningRate: 0.001,
      exploration: 0.5,
      episodes: 60_000,
      longest: 30,
      start: (draw) => Math.floor(7 * draw()),
      random,
    });
    expect([...slow.policy]).toEqual(policy);
    for (const [s, value] of slow.values.entries())
      expect(Math.abs(value - values[s])).toBeLessThan(0.15);
  });
});

test.each([
  [{ discount: 1 }, "qLearning: discount must be from 0 to below 1, got 1"],
  [{ learningRate: 0 }, "qLearning: learningRate must be above 0 and at most 1, got 0"],
  [{ exploration: 1.5 }, "qLearning: exploration must be from 0 to 1, got 1.5"],
  [
    { process: { states: 1, actions: 1, outcomes: () => [{ probability: 0.5, reward: 0 }] } },
    "qLearning: the probabilities of state 0, action 0 must add up to 1, got 0.5",
  ],
])("refuses %o", (change, message) => {
  expect(() => qLearning({ ...learning, ...change, random: seededRandom(1) })).toThrow(
    new RangeError(message),
  );
});
