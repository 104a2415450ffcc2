import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { perceptronOutputs, trainPerceptron } from "../../src/learning/perceptron.js";
import { largestStableRate } from "../../src/learning/stability.js";
import { normal, seededRandom } from "../../src/numerics/random.js";
import { expectClose } from "../support/closeTo.js";
import { reference } from "./reference.js";

const { delta, rosenblatt } = reference;

describe("agreement with stored cases", () => {
  test.each([
    "identity",
    "logistic",
    "tanh",
  ] as const)("delta rule with %s: 1,000 epochs in numpy, to 1e-12", (activation) => {
    const { targets, weights, losses } = delta[activation];
    const trained = trainPerceptron({
      inputs: Float64Array.from(delta.inputs),
      targets: Float64Array.from(targets),
      learningRate: delta.learningRate,
      epochs: delta.epochs,
      activation,
      initialWeights: delta.start,
    });
    expectClose(trained.weights, weights, 1e-12);
    expectClose(
      trained.lossHistory.filter((_, i) => i % 100 === 0),
      losses,
      1e-12,
    );
  });

  test("Rosenblatt's rule: scikit-learn's Perceptron, to 1e-12", () => {
    const trained = trainPerceptron({ ...rosenblatt, rule: "rosenblatt" });
    expectClose(trained.weights, rosenblatt.weights, 1e-12);
  });

  test("the identity ends at the least-squares solution", () => {
    const { targets } = delta.identity;
    const { weights } = trainPerceptron({ ...delta, targets, epochs: 400, learningRate: 1 });
    expectClose(weights, delta.leastSquares, 1e-12);
  });
});

describe("the sentences of the docstring", () => {
  const problem = {
    inputs: [0, 0, 0, 1, 1, 0, 1, 1],
    targets: [0, 0, 0, 1],
    learningRate: 0.5,
    epochs: 20,
    activation: "logistic",
  } as const;

  test("weights hold the bias first, lossHistory the start and every epoch", () => {
    const { weights, lossHistory } = trainPerceptron({ ...problem, epochs: 3 });
    expect(weights).toHaveLength(3);
    expect(lossHistory).toHaveLength(4);
    expect(lossHistory[0]).toBe(1 / 8); // all outputs are 1/2
    const outputs = perceptronOutputs(weights, problem.inputs, "logistic");
    const loss = outputs.reduce((sum, p, k) => sum + (problem.targets[k]! - p) ** 2 / 8, 0);
    expect(lossHistory[3]).toBeCloseTo(loss, 15);
  });

  test("one step by hand: w ← w + (α/N) Σ (y − p) g′(z) x", () => {
    const { weights } = trainPerceptron({
      inputs: [1, 2],
      targets: [3, 5],
      learningRate: 0.1,
      epochs: 1,
      initialWeights: [1, 1],
    });
    // z = 2, 3; errors 1, 2; sums 3 and 1·1 + 2·2 = 5; times 0.1/2
    expectClose(weights, [1.15, 1.25], 1e-15);
  });

  test("the same arguments give the same bytes", () => {
    const [a, b] = [trainPerceptron(problem), trainPerceptron(problem)];
    expect(new Uint8Array(a.weights.buffer)).toEqual(new Uint8Array(b.weights.buffer));
    expect(new Uint8Array(a.lossHistory.buffer)).toEqual(new Uint8Array(b.lossHistory.buffer));
  });

  test.each(["delta", "rosenblatt"] as const)("%s: going on is one longer run", (rule) => {
    const { activation, ...rest } = problem;
    const given = rule === "delta" ? problem : { ...rest, rule };
    const first = trainPerceptron({ ...given, epochs: 8 });
    const rest12 = trainPerceptron({ ...given, epochs: 12, initialWeights: first.weights });
    expect(rest12.weights).toEqual(trainPerceptron(given).weights);
    expect(activation).toBe("logistic");
  });

  test("watch sees each epoch's weights and loss", () => {
    const seen: [number, number[], number][] = [];
    const { weights, lossHistory } = trainPerceptron({
      ...problem,
      epochs: 5,
      watch: (epoch, w, loss) => seen.push([epoch, [...w], loss]),
    });
    expect(seen.map(([epoch]) => epoch)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(seen.map(([, , loss]) => loss)).toEqual([...lossHistory]);
    expect(seen[0]![1]).toEqual([0, 0, 0]);
    expect(seen[5]![1]).toEqual([...weights]);
  });

  test("what is given is left alone", () => {
    const initialWeights = Float64Array.of(1, 2, 3);
    trainPerceptron({ ...problem, initialWeights });
    expect(initialWeights).toEqual(Float64Array.of(1, 2, 3));
  });

  test("Rosenblatt's rule learns AND and then stands still", () => {
    const { activation: _, ...rest } = problem;
    const trained = trainPerceptron({ ...rest, rule: "rosenblatt" });
    expect(trained.lossHistory.at(-1)).toBe(0);
    expect(trainPerceptron({ ...rest, epochs: 30, rule: "rosenblatt" }).weights).toEqual(
      trained.weights,
    );
  });
});

test("no more than (R/γ)² mistakes on separable examples (Novikoff)", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 5, max: 40 }),
      (seed, d, count) => {
        // Labels by a unit vector u in the space of (1, x), with a gap of at least 0.05 on either side.
        const gauss = normal(seededRandom(seed));
        const u = Float64Array.from({ length: 1 + d }, gauss);
        const length = Math.hypot(...u);
        const examples: { x: number[]; side: number }[] = [];
        while (examples.length < count) {
          const x = Array.from({ length: d }, gauss);
          const side = x.reduce((sum, xi, i) => sum + u[i + 1]! * xi, u[0]!) / length;
          if (Math.abs(side) > 0.05) examples.push({ x, side });
        }
        const margin = Math.min(...examples.map(({ side }) => Math.abs(side)));
        const longest = Math.max(...examples.map(({ x }) => Math.hypot(1, ...x)));
        const bound = (longest / margin) ** 2;
        // One example at a time: the weights move at a mistake and only then.
        let mistakes = 0;
        let weights: Float64Array = new Float64Array(1 + d);
        for (let clean = 0, k = 0; clean < count; k = (k + 1) % count) {
          const { x, side } = examples[k]!;
          const next = trainPerceptron({
            inputs: x,
            targets: [side > 0 ? 1 : 0],
            learningRate: 0.3,
            epochs: 1,
            rule: "rosenblatt",
            initialWeights: weights,
          }).weights;
          const moved = next.some((w, i) => w !== weights[i]);
          clean = moved ? 0 : clean + 1;
          if (moved && ++mistakes > bound) return false;
          weights = next;
        }
        return true;
      },
    ),
    { numRuns: 100, seed: 7 },
  );
});

describe("the learning rate 2/λ, identity", () => {
  const random = seededRandom(5);
  const inputs = Float64Array.from({ length: 60 }, () => 4 * random() - 1);
  const targets = Float64Array.from({ length: 20 }, (_, k) => inputs[3 * k]! - 2 + random());
  const limit = largestStableRate(inputs, 3);

  test("just under it the loss falls in every epoch and ends at the minimum", () => {
    const run = (epochs: number) =>
      trainPerceptron({ inputs, targets, learningRate: 0.99 * limit, epochs });
    const { lossHistory } = run(20_000);
    for (let e = 1; e < lossHistory.length; e++)
      expect(lossHistory[e]!).toBeLessThanOrEqual(lossHistory[e - 1]! * (1 + 1e-14));
    const best = trainPerceptron({ inputs, targets, learningRate: limit / 2, epochs: 20_000 });
    expectClose(run(20_000).weights, best.weights, 1e-10);
  });

  test("just over it the run stops with the epoch and a rate to try, which works", () => {
    const run = () =>
      trainPerceptron({ inputs, targets, learningRate: 1.01 * limit, epochs: 20_000 });
    expect(run).toThrow(RangeError);
    let message = "";
    try {
      run();
    } catch (error) {
      message = (error as Error).message;
    }
    const [, loss, epoch, start, tried] =
      /got (\S+) at epoch (\d+) after (\S+) .* try ([\d.]+)$/.exec(message)!;
    expect(Number(loss) / Number(start)).toBeGreaterThan(1e12); // "10¹² times"
    expect(Number(loss) / Number(start)).toBeLessThan(4e12);
    expect(Number(epoch)).toBeGreaterThan(100);
    expect(Number(tried)).toBeCloseTo(limit / 2, 2);
    // The distance grows by 1.02 in an epoch, the loss by 1.02².
    const growth = (e: number) => {
      const { lossHistory } = trainPerceptron({
        inputs,
        targets,
        learningRate: 1.01 * limit,
        epochs: e,
      });
      return lossHistory[e]! / lossHistory[e - 1]!;
    };
    expect(growth(Number(epoch) - 1)).toBeCloseTo(1.02 ** 2, 6);
  });
});

describe("bad input is refused by name", () => {
  const good = { inputs: [0, 1, 2, 3], targets: [0, 1], learningRate: 0.1, epochs: 1 };
  test.each([
    [
      { inputs: [], targets: [] },
      "there must be at least one example, got inputs with 0 numbers and no target",
    ],
    [
      { inputs: [1, 2, 3] },
      "inputs must hold as many features for each target, got inputs of shape [3] and targets of shape [2]",
    ],
    [
      { inputs: [] },
      "inputs must hold as many features for each target, got inputs of shape [0] and targets of shape [2]",
    ],
    [{ inputs: [0, Number.NaN, 2, 3] }, "inputs must be finite numbers, got NaN at index 1"],
    [{ targets: [0, Number.NaN] }, "targets must be finite numbers, got NaN at index 1"],
    [
      { activation: "logistic", targets: [0, 1.5] },
      "targets must lie from 0 to 1, where the outputs of logistic lie, got 1.5 for example 1",
    ],
    [
      { activation: "tanh", targets: [-2, 1] },
      "targets must lie from -1 to 1, where the outputs of tanh lie, got -2 for example 0",
    ],
    [
      { rule: "rosenblatt", targets: [0, 0.5] },
      "targets must be 0 or 1 for Rosenblatt's rule, got 0.5 for example 1",
    ],
    [
      { initialWeights: [1, 2] },
      "weights must be 1 + 2, the bias first, for inputs with 2 features, got 2",
    ],
    [
      { initialWeights: [1, 2, Number.POSITIVE_INFINITY] },
      "weights must be finite numbers, got Infinity at index 2",
    ],
    [{ learningRate: 0 }, "learningRate must be a positive number, got 0"],
    [{ learningRate: Number.NaN }, "learningRate must be a positive number, got NaN"],
    [{ epochs: 1.5 }, "epochs must be a whole number of 0 or more, got 1.5"],
    [{ rule: "hebb" }, "rule must be delta or rosenblatt, got hebb"],
    [
      { activation: "step" },
      "the delta rule must have an activation with a slope, got step, whose slope is 0",
    ],
    [
      { rule: "rosenblatt", activation: "tanh" },
      "Rosenblatt's rule must have the activation step, got tanh",
    ],
  ])("%o", (change, message) => {
    const bad = { ...good, ...change } as Parameters<typeof trainPerceptron>[0];
    expect(() => trainPerceptron(bad)).toThrow(new RangeError(`trainPerceptron: ${message}`));
  });

  test("labels 0 and 1 are allowed for the logistic", () => {
    expect(() => trainPerceptron({ ...good, activation: "logistic" })).not.toThrow();
  });

  test("an overflow at once is a divergence, too", () => {
    expect(() => trainPerceptron({ ...good, learningRate: 1e200, epochs: 5 })).toThrow(
      /the loss must not grow without end, got .* at epoch 1 after 0.250 at the start: the learning rate 1e\+200 is too large, try 0\.\d+$/,
    );
  });

  test("perceptronOutputs: weights that do not fit the inputs", () => {
    expect(() => perceptronOutputs([0, 1, 1], [1, 2, 3])).toThrow(
      "perceptronOutputs: inputs must hold 2 features for each example, as there are 3 weights, got 3 numbers",
    );
  });
});
