import { describe, expect, test } from "vitest";
import { type LeastSquaresProblem, leastSquares } from "../../src/numerics/leastSquares.js";
import { expectClose } from "../support/closeTo.js";

interface Model {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly f: (x: number, b: Float64Array) => number;
  readonly df: (x: number, b: Float64Array) => readonly number[];
}

const problem = ({ x, y, f, df }: Model, start: readonly number[]): LeastSquaresProblem => ({
  start,
  residualCount: x.length,
  residualsInto: (out, b) => {
    for (const [i, at] of x.entries()) out[i] = f(at, b) - y[i]!;
  },
  jacobianInto: (out, b) => {
    for (const [i, at] of x.entries()) out.set(df(at, b), i * b.length);
  },
});
const withoutJacobian = ({ jacobianInto: _, ...rest }: LeastSquaresProblem): LeastSquaresProblem =>
  rest;

// NIST Statistical Reference Datasets, nonlinear regression (www.itl.nist.gov/div898/strd):
// data, two starts, certified parameters, their standard deviations, residual sum of squares.
const misra1a: Model = {
  x: [
    77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0,
  ],
  y: [
    10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47, 81.78,
  ],
  f: (x, [a, b]) => a! * (1 - Math.exp(-b! * x)),
  df: (x, [a, b]) => [1 - Math.exp(-b! * x), a! * x * Math.exp(-b! * x)],
};
const rat42: Model = {
  x: [9, 14, 21, 28, 42, 57, 63, 70, 79],
  y: [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08],
  f: (x, [a, b, c]) => a! / (1 + Math.exp(b! - c! * x)),
  df: (x, [a, b, c]) => {
    const e = Math.exp(b! - c! * x);
    return [1 / (1 + e), (-a! * e) / (1 + e) ** 2, (a! * x * e) / (1 + e) ** 2];
  },
};
const mgh09: Model = {
  x: [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625],
  y: [0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246],
  f: (x, [a, b, c, d]) => (a! * (x * x + x * b!)) / (x * x + x * c! + d!),
  df: (x, [a, b, c, d]) => {
    const top = x * x + x * b!;
    const bottom = x * x + x * c! + d!;
    const back = (-a! * top) / bottom ** 2;
    return [top / bottom, (a! * x) / bottom, back * x, back];
  },
};

describe.each([
  [
    "Misra1a",
    misra1a,
    [
      [500, 1e-4],
      [250, 5e-4],
    ],
    [2.3894212918e2, 5.5015643181e-4],
    [2.7070075241, 7.2668688436e-6],
    1.2455138894e-1,
  ],
  [
    "Rat42",
    rat42,
    [
      [100, 1, 0.1],
      [75, 2.5, 0.07],
    ],
    [7.2462237576e1, 2.6180768402, 6.7359200066e-2],
    [1.7340283401, 8.8295217536e-2, 3.4465663377e-3],
    8.0565229338,
  ],
  [
    "MGH09",
    mgh09,
    [
      [25, 39, 41.5, 39],
      [0.25, 0.39, 0.415, 0.39],
    ],
    [1.9280693458e-1, 1.9128232873e-1, 1.2305650693e-1, 1.3606233068e-1],
    [1.1435312227e-2, 1.963322091e-1, 8.0842031232e-2, 9.0025542308e-2],
    3.0750560385e-4,
  ],
] as const)("NIST %s", (_name, model, starts, parameters, deviations, sum) => {
  for (const [s, start] of starts.entries())
    for (const derivatives of ["analytic", "numerical"]) {
      const whole = problem(model, start);
      const fit = leastSquares(derivatives === "analytic" ? whole : withoutJacobian(whole));
      test(`start ${s + 1}, ${derivatives} derivatives: certified values`, () => {
        expect(fit.converged, fit.stopped).toBe(true);
        const p = parameters.length;
        for (let j = 0; j < p; j++) {
          expect(Math.abs(fit.parameters[j]! / parameters[j]! - 1)).toBeLessThan(2e-7);
          const deviation = Math.sqrt(fit.covariance![j * p + j]!);
          expect(Math.abs(deviation / deviations[j]! - 1)).toBeLessThan(1e-5);
        }
        expect(Math.abs((2 * fit.cost) / sum - 1)).toBeLessThan(1e-9);
      });
    }
});

describe("the fields of the result", () => {
  const fit = leastSquares(problem(misra1a, [250, 5e-4]));
  test("cost = ½ Σ residual², residuals at the parameters", () => {
    expectClose(
      fit.residuals,
      misra1a.x.map((x, i) => misra1a.f(x, fit.parameters) - misra1a.y[i]!),
      0,
    );
    expect(fit.cost).toBe(fit.residuals.reduce((sum, r) => sum + r * r, 0) / 2);
  });
  test("normal is JᵀJ at the parameters", () => {
    const J = misra1a.x.map((x) => misra1a.df(x, fit.parameters));
    const entry = (j: number, k: number): number =>
      J.reduce((sum, row) => sum + row[j]! * row[k]!, 0);
    const expected = [entry(0, 0), entry(0, 1), entry(1, 0), entry(1, 1)];
    for (const [i, value] of expected.entries())
      expect(Math.abs(fit.normal[i]! / value - 1)).toBeLessThan(1e-12);
  });
  test("covariance is symmetric", () => {
    expect(fit.covariance![1]).toBeCloseTo(fit.covariance![2]!, 12);
    expect(fit.covariance![1]).not.toBe(0);
  });
  test("evaluations counts the calls, those for derivatives included", () => {
    let calls = 0;
    const counted = problem(misra1a, [250, 5e-4]);
    const { evaluations, iterations } = leastSquares({
      start: counted.start,
      residualCount: counted.residualCount,
      residualsInto: (out, b) => {
        calls++;
        counted.residualsInto(out, b);
      },
    });
    expect(evaluations).toBe(calls);
    expect(evaluations).toBeGreaterThan(4 * iterations); // 2 p = 4 for each accepted step
  });
  test("the start is left as it was", () => {
    const start = Float64Array.of(250, 5e-4);
    leastSquares({ ...problem(misra1a, []), start });
    expect([...start]).toEqual([250, 5e-4]);
  });
});

describe("why it stops", () => {
  const line = (extra: Partial<LeastSquaresProblem>): LeastSquaresProblem => ({
    start: [0],
    residualCount: 2,
    residualsInto: (out, [a]) => {
      out[0] = a! - 1;
      out[1] = a! - 3;
    },
    ...extra,
  });
  test("a straight line: mean 2, cost 1, variance s²/m = 1", () => {
    const fit = leastSquares(line({}));
    expectClose([...fit.parameters, fit.cost, ...fit.covariance!], [2, 1, 1], 1e-9);
    expect(fit.converged).toBe(true);
  });
  test("already there: gradient, no step", () => {
    const fit = leastSquares(line({ start: [2] }));
    expect([fit.stopped, fit.iterations]).toEqual(["gradient", 0]);
  });
  test("too few iterations: not converged", () => {
    const fit = leastSquares({ ...problem(mgh09, [25, 39, 41.5, 39]), maxIterations: 3 });
    expect([fit.stopped, fit.converged, fit.iterations]).toEqual(["iterations", false, 3]);
  });
  test.each([1, 1e-3, 1e3])("a Jacobian of the wrong sign, times %f: stalled", (factor) => {
    for (const start of [
      [75, 2.5, 0.07],
      [100, 1, 0.1],
    ]) {
      const right = problem(rat42, start);
      const fit = leastSquares({
        ...right,
        jacobianInto: (out, b) => {
          right.jacobianInto!(out, b);
          for (let i = 0; i < out.length; i++) out[i] = -factor * out[i]!;
        },
      });
      expect([fit.stopped, fit.converged]).toEqual(["stalled", false]);
    }
  });
  test("residuals that can all vanish: step or gradient", () => {
    const fit = leastSquares({
      start: [-1.2, 1],
      residualCount: 2, // Rosenbrock's valley
      residualsInto: (out, [x, y]) => {
        out[0] = 10 * (y! - x! * x!);
        out[1] = 1 - x!;
      },
    });
    expect(fit.converged).toBe(true);
    expectClose(fit.parameters, [1, 1], 1e-9);
    expect(fit.covariance).toBeUndefined(); // m = p
  });
  test("a step to where the model is NaN is not taken", () => {
    const fit = leastSquares({
      start: [0.01],
      residualCount: 2,
      residualsInto: (out, [a]) => {
        out[0] = Math.log(a!) - 1; // Newton's first step from 0.01 leaves a > 0
        out[1] = a! - Math.E;
      },
    });
    expect(fit.converged).toBe(true);
    expect(fit.parameters[0]).toBeCloseTo(Math.E, 8);
  });
});

describe("parameters that the data leave undetermined", () => {
  const residualsInto = (out: Float64Array, [a, b]: Float64Array): void => {
    for (let i = 0; i < 4; i++) out[i] = a! + b! - i;
  };
  test("only a sum: the cost is least, the covariance undefined", () => {
    const fit = leastSquares({ start: [1, 2], residualCount: 4, residualsInto });
    expect(fit.converged).toBe(true);
    expect(fit.parameters[0]! + fit.parameters[1]!).toBeCloseTo(1.5, 8);
    expect(fit.covariance).toBeUndefined();
  });
  test("one has no influence: it stays, the covariance is undefined", () => {
    const fit = leastSquares({
      start: [1, 7],
      residualCount: 3,
      residualsInto: (out, [a]) => {
        for (let i = 0; i < 3; i++) out[i] = a! - i;
      },
    });
    expectClose(fit.parameters, [1, 7], 1e-9);
    expect(fit.covariance).toBeUndefined();
  });
});

describe("refusals", () => {
  const good = problem(misra1a, [250, 5e-4]);
  test.each<[Partial<LeastSquaresProblem>, string]>([
    [{ start: [] }, "start must hold at least one parameter, got none"],
    [{ start: [1, Number.NaN] }, "start[1] must be a finite number, got NaN"],
    [
      { residualCount: 1 },
      "residualCount must be a whole number of at least 2 (one residual for each parameter), got 1",
    ],
    [{ stepTolerance: -1 }, "stepTolerance must be at least 0, got -1"],
    [{ costTolerance: Number.NaN }, "costTolerance must be at least 0, got NaN"],
    [{ maxIterations: 0 }, "maxIterations must be at least 1, got 0"],
    [
      { residualsInto: (out) => out.fill(1).fill(Number.NaN, 3, 4) },
      "residual 3 must be finite at the start, got NaN",
    ],
    [
      { jacobianInto: (out) => out.fill(1).fill(Number.POSITIVE_INFINITY, 3, 4) },
      "the derivative of residual 1 by parameter 1 must be finite, got Infinity at [250, 0.0005]",
    ],
  ])("%o", (change, message) => {
    expect(() => leastSquares({ ...good, ...change })).toThrow(
      new RangeError(`leastSquares: ${message}`),
    );
  });
});
