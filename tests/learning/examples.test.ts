import { expect, test } from "vitest";
import { activations } from "../../src/learning/activations.js";
import { checkedExamples, checkedWeights } from "../../src/learning/examples.js";

test("typed copies and the number of features; what was given is left alone", () => {
  const inputs = Float64Array.of(1, 2, 3, 4, 5, 6);
  const found = checkedExamples("here", { inputs, targets: [0, 1] }, activations.logistic);
  expect(found).toEqual({ inputs, targets: Float64Array.of(0, 1), features: 3 });
  expect(found.inputs).not.toBe(inputs);
});

test("labels may lie on the ends of the activation's range, not beyond", () => {
  const of = (label: number) => () =>
    checkedExamples("here", { inputs: [1], targets: [label] }, activations.tanh);
  expect(of(-1)).not.toThrow();
  expect(of(1.001)).toThrow(
    new RangeError(
      "here: targets must lie from -1 to 1, where the outputs of tanh lie, got 1.001 for example 0",
    ),
  );
});

test("weights: zeros when none are given, a copy otherwise", () => {
  expect([...checkedWeights("here", undefined, 2)]).toEqual([0, 0, 0]);
  const given = Float64Array.of(1, 2);
  expect(checkedWeights("here", given, 1)).toEqual(given);
  expect(checkedWeights("here", given, 1)).not.toBe(given);
});
