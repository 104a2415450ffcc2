import { leastSquares } from "../numerics/leastSquares.js";
import { type Bounds, transformation } from "./bounds.js";
import type { Target } from "./target.js";

/** Index letters: p parameters, k of them that move, m residuals. */
export interface Search {
  /** All parameters, shape [p]. */
  readonly parameters: Float64Array;
  readonly residuals: Float64Array;
  readonly cost: number;
  /** JᵀJ by the parameters that move, shape [k·k]. */
  readonly hessian: Float64Array;
  readonly stopped: string;
  readonly converged: boolean;
  readonly iterations: number;
  readonly evaluations: number;
  /** Places, among all parameters, of those that moved until they met a bound. */
  readonly arrived: readonly number[];
}

/** Nearer to a bound than this part of the scale on which a parameter moves, it lies on the bound. */
const ON_BOUND = 1e-6;

/**
 * Least squares over some of the parameters, each moved through `transformation`.
 *
 * @param start   all parameters, shape [p]
 * @param moving  places of those that move
 * @param bounds  of each parameter, shape [p]
 */
export function search(
  target: Target,
  start: Float64Array,
  moving: readonly number[],
  bounds: readonly Bounds[],
  maxIterations: number,
): Search {
  const p = start.length;
  const k = moving.length;
  const m = target.count;
  const all = start.slice();
  if (k === 0) return standstill(target, all);
  const ways = moving.map((j) => transformation(bounds[j]!, scaleOf(start[j]!, bounds[j]!)));
  const place = (variables: Float64Array): Float64Array => {
    for (let i = 0; i < k; i++) all[moving[i]!] = ways[i]!.value(variables[i]!);
    return all;
  };
  const plain = k === p && bounds.every(({ min, max }) => min === undefined && max === undefined);
  const { jacobianInto } = target;
  const whole = jacobianInto && !plain ? new Float64Array(m * p) : undefined;
  const found = leastSquares({
    start: moving.map((j, i) => ways[i]!.inverse(start[j]!)),
    residualCount: m,
    maxIterations,
    residualsInto: (out, variables) =>
      target.residualsInto(out, plain ? variables : place(variables)),
    ...(plain && jacobianInto && { jacobianInto }),
    ...(whole && {
      jacobianInto: (out: Float64Array, variables: Float64Array): void => {
        jacobianInto!(whole, place(variables));
        const slopes = ways.map((way, i) => way.slope(variables[i]!));
        for (let i = 0; i < m; i++)
          for (let j = 0; j < k; j++) out[i * k + j] = whole[i * p + moving[j]!]! * slopes[j]!;
      },
    }),
  });
  const slopes = ways.map((way, i) => way.slope(found.parameters[i]!));
  const parameters = place(found.parameters).slice();
  const arrived = moving.filter((j) => settle(parameters, j, start[j]!, bounds[j]!));
  return {
    ...found,
    parameters,
    arrived,
    hessian: found.normal.map((value, i) => value / (slopes[Math.floor(i / k)]! * slopes[i % k]!)),
  };
}

function scaleOf(start: number, { min, max }: Bounds): number {
  if (min !== undefined && max !== undefined) return (max - min) / 2;
  return Math.abs(start - (min ?? max ?? 0));
}

/** Puts a parameter on the bound that it has come to; true if it has. */
function settle(parameters: Float64Array, j: number, start: number, bounds: Bounds): boolean {
  const reach = ON_BOUND * scaleOf(start, bounds);
  for (const bound of [bounds.min, bounds.max])
    if (bound !== undefined && Math.abs(parameters[j]! - bound) < reach) {
      parameters[j] = bound;
      return true;
    }
  return false;
}

function standstill(target: Target, parameters: Float64Array): Search {
  const residuals = new Float64Array(target.count);
  target.residualsInto(residuals, parameters);
  return {
    parameters,
    residuals,
    cost: residuals.reduce((sum, r) => sum + r * r, 0) / 2,
    hessian: new Float64Array(0),
    stopped: "gradient",
    converged: true,
    iterations: 0,
    evaluations: 1,
    arrived: [],
  };
}
