import { describe, expect, test } from "vitest";
import {
  type ActivationName,
  activationNamed,
  activations,
} from "../../src/learning/activations.js";
import { centralGradient } from "../../src/numerics/finiteDifference.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const all = Object.values(activations);

test("there are nine, each under its own name", () => {
  expect(Object.keys(activations)).toEqual(all.map(({ name }) => name));
  expect(all).toHaveLength(9);
});

describe.each(all)("$name", ({ name, value, slope, range, steepest, applyInto }) => {
  const grid = Float64Array.from({ length: 2001 }, (_, i) => (i - 1000) / 100 + 1e-4);

  test("value and slope are scipy's to 1e-12", () => {
    const z: number[] = reference.activations.z;
    expectClose(z.map(value), reference.activations[name].value, 1e-12);
    expectClose(z.map(slope), reference.activations[name].slope, 1e-12);
  });

  test("slope equals central differences to 1e-8 of itself", () => {
    for (const z of [-4.1, -1.7, -0.3, 0.2, 0.9, 2.6, 5.3]) {
      const numeric = centralGradient(([x]) => value(x!), [z], 3e-5)[0]!;
      expect(Math.abs(slope(z) - numeric), `at ${z}`).toBeLessThanOrEqual(1e-8 * Math.abs(numeric));
    }
  });

  test("range is the smallest closed interval with all outputs", () => {
    const far = [-1e6, ...[-0.7517915246935645, -1.278464542761074], ...grid, 1e6].map(value);
    const [least, greatest] = [Math.min(...far), Math.max(...far)];
    expect(least).toBeGreaterThanOrEqual(range[0]);
    expect(greatest).toBeLessThanOrEqual(range[1]);
    if (Number.isFinite(range[0])) expect(least).toBeCloseTo(range[0], 12);
    else expect(least).toBeLessThan(-1000);
    if (Number.isFinite(range[1])) expect(greatest).toBeCloseTo(range[1], 12);
    else expect(greatest).toBeGreaterThan(1000);
  });

  test("steepest is the largest slope", () => {
    const largest = Math.max(...Array.from(grid, slope).map(Math.abs), Math.abs(slope(0)));
    expect(largest).toBeLessThanOrEqual(steepest * (1 + 1e-9));
    expect(largest).toBeGreaterThanOrEqual(steepest * (1 - 1e-4));
  });

  test("applyInto is value and slope", () => {
    const [values, slopes] = [new Float64Array(grid.length), new Float64Array(grid.length)];
    applyInto(values, slopes, grid);
    expectClose(values, Float64Array.from(grid, value), 1e-14);
    expectClose(slopes, Float64Array.from(grid, slope), 1e-14);
  });
});

describe("the sentences of the docstring", () => {
  const g = activations;
  test("step: 1 for z ≥ 0, otherwise 0; slope 0 everywhere", () => {
    expect([-1e-300, 0, 1e-300].map(g.step.value)).toEqual([0, 1, 1]);
    expect([-1, 0, 1].map(g.step.slope)).toEqual([0, 0, 0]);
  });
  test("leakyRelu: z/100 below 0", () => expect(g.leakyRelu.value(-3)).toBe(-0.03));
  test("at a kink the slope to the left", () => {
    expect([g.relu.slope(0), g.leakyRelu.slope(0)]).toEqual([0, 0.01]);
  });
  test("gelu is least at -0.7518, silu at -1.2785", () => {
    expect(g.gelu.slope(-0.7517915246935645)).toBeCloseTo(0, 12);
    expect(g.silu.slope(-1.278464542761074)).toBeCloseTo(0, 12);
  });
  test("softplus does not overflow, and goes over into z", () => {
    expect(g.softplus.value(1000)).toBe(1000);
    expect(g.softplus.value(-50)).toBeCloseTo(Math.exp(-50), 30);
  });
});

test("an unknown name is refused with those that exist", () => {
  expect(activationNamed("here", "tanh")).toBe(activations.tanh);
  expect(() => activationNamed("here", "sigmoid" as ActivationName)).toThrow(
    new RangeError(
      "here: activation must be one of step, identity, logistic, tanh, relu, leakyRelu, softplus, gelu, silu, got sigmoid",
    ),
  );
});
