import { describe, expect, test } from "vitest";
import {
  CORTICAL_NEURON,
  firingRateHertz,
  leakyIntegrateAndFire,
  mcCullochPitts,
} from "../../src/learning/neuron.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const neuron = CORTICAL_NEURON;

describe("leaky integrate-and-fire", () => {
  test("under a wavering current it fires when scipy's solver says, the error falling as the step squared", () => {
    const wavering = (t: number): number => 1.8 + 0.6 * Math.sin((2 * Math.PI * t) / 40);
    const run = (stepMs: number): Float64Array =>
      leakyIntegrateAndFire(neuron, { currentNanoampere: wavering, durationMs: 200, stepMs })
        .spikesMs;
    const { spikes } = reference.neuron;
    expectClose(run(0.001), spikes, 1e-8);
    const error = (step: number): number =>
      Math.max(...Array.from(run(step), (t, i) => Math.abs(t - spikes[i])));
    // An eighth of the step, 1/64 of the error, give or take where in a step the spikes fall.
    expect(error(0.4) / error(0.05)).toBeGreaterThan(40);
    expect(error(0.4) / error(0.05)).toBeLessThan(100);
  });

  test("under a constant current spikes are exact, whatever the step", () => {
    for (const stepMs of [0.1, 3]) {
      const { spikesMs } = leakyIntegrateAndFire(neuron, {
        currentNanoampere: 2,
        durationMs: 300,
        stepMs,
      });
      const first = 10 * Math.log(20 / 5); // V∞ is 20 mV above rest, the threshold 15
      const wanted = Array.from(spikesMs, (_, s) => first + s * (first + 2));
      expectClose(spikesMs, wanted, 1e-12);
      expect(spikesMs.length).toBe(Math.floor((300 + 2) / (first + 2)));
    }
  });

  test("below the threshold it relaxes to V_rest + R I and never fires", () => {
    const { timesMs, potentialsMillivolt, spikesMs } = leakyIntegrateAndFire(neuron, {
      currentNanoampere: 1,
      durationMs: 100,
    });
    expect(spikesMs).toHaveLength(0);
    expect(timesMs[1000]).toBeCloseTo(100, 10);
    expectClose(
      potentialsMillivolt,
      timesMs.map((t) => -55 - 10 * Math.exp(-t / 10)),
      1e-12,
    );
  });

  test("after a spike the potential is held at the reset for the refractory time", () => {
    const { timesMs, potentialsMillivolt, spikesMs } = leakyIntegrateAndFire(neuron, {
      currentNanoampere: 3,
      durationMs: 20,
    });
    const held = timesMs.filter((t) => t > spikesMs[0]! && t < spikesMs[0]! + 2);
    expect(held.length).toBeGreaterThan(15);
    for (const t of held) expect(potentialsMillivolt[Math.round(t / 0.1)]).toBe(-65);
    expect(Math.max(...potentialsMillivolt)).toBeLessThan(-50);
  });

  test("rate of spikes = f-I curve; 0 up to 1.5 nA; at most 1/t_ref", () => {
    expect(firingRateHertz(neuron, 1.5)).toBe(0);
    expect(firingRateHertz(neuron, 1.501)).toBeGreaterThan(0);
    expect(firingRateHertz(neuron, 1e6)).toBeCloseTo(500, 0);
    for (const current of [1.6, 2, 4]) {
      const { spikesMs } = leakyIntegrateAndFire(neuron, {
        currentNanoampere: current,
        durationMs: 2000,
      });
      const spacing = (spikesMs.at(-1)! - spikesMs[0]!) / (spikesMs.length - 1);
      expect(1000 / spacing).toBeCloseTo(firingRateHertz(neuron, current), 8);
    }
  });

  test.each([
    [{ timeConstantMs: 0 }, "timeConstantMs must be a positive number of ms, got 0"],
    [{ resistanceMegaohm: -1 }, "resistanceMegaohm must be a positive number of MΩ, got -1"],
    [{ refractoryMs: -2 }, "refractoryMs must be a number of ms from 0, got -2"],
    [
      { thresholdMillivolt: -70 },
      "thresholdMillivolt must be above rest and reset, got -70 mV for -65 and -65 mV",
    ],
  ])("refuses %o", (change, message) => {
    expect(() => firingRateHertz({ ...neuron, ...change }, 2)).toThrow(
      new RangeError(`firingRateHertz: ${message}`),
    );
  });
  test("refuses a current that is not finite", () => {
    const stimulus = { currentNanoampere: () => Number.NaN, durationMs: 1 };
    expect(() => leakyIntegrateAndFire(neuron, stimulus)).toThrow(
      /^leakyIntegrateAndFire: currentNanoampere must be finite, got NaN at 0\.05 ms$/,
    );
  });
});

describe("McCulloch and Pitts", () => {
  const table = (gate: (inputs: number[]) => number): number[] =>
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ].map(gate);
  test("of two inputs, threshold 1 is OR and 2 is AND", () => {
    expect(table(mcCullochPitts({ threshold: 1 }))).toEqual([0, 1, 1, 1]);
    expect(table(mcCullochPitts({ threshold: 2 }))).toEqual([0, 0, 0, 1]);
  });
  test("of one inhibiting input, 0 is NOT", () => {
    const not = mcCullochPitts({ threshold: 0, inhibitory: [0] });
    expect([not([0]), not([1])]).toEqual([1, 0]);
  });
  test("a single inhibiting input vetoes any number of exciting ones", () => {
    const gate = mcCullochPitts({ threshold: 1, inhibitory: [3] });
    expect([gate([1, 1, 1, 0]), gate([1, 1, 1, 1])]).toEqual([1, 0]);
  });
  test("refuses what is neither 0 nor 1", () => {
    expect(() => mcCullochPitts({ threshold: 1 })([0, 0.5])).toThrow(
      new RangeError("mcCullochPitts: inputs must be 0 or 1, got 0.5 at place 1"),
    );
  });
});
