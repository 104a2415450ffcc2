import { choleskyInto, solveCholeskyInto } from "./cholesky.js";

/** Index letters: m residuals, p parameters. */
export interface LeastSquaresProblem {
  /** Parameters to begin from, shape [p]. */
  readonly start: ArrayLike<number>;
  /** m: how many residuals there are, at least p. */
  readonly residualCount: number;
  /** Writes the residuals at these parameters (shape [p]) into `out`, shape [m]. */
  readonly residualsInto: (out: Float64Array, parameters: Float64Array) => void;
  /**
   * Writes ∂residualᵢ/∂parameterⱼ into out[i·p + j]. Without it the derivatives are central
   * differences, 2 p more evaluations in every iteration.
   */
  readonly jacobianInto?: (out: Float64Array, parameters: Float64Array) => void;
  /** Converged when a step changes the cost by no more than this fraction. Default 1e-14. */
  readonly costTolerance?: number;
  /** Converged when every parameter moves by no more than this fraction. Default 1e-10. */
  readonly stepTolerance?: number;
  /**
   * Converged when the residuals are this close to orthogonal to every column of the Jacobian
   * (cosine of the angle). Default 1e-12.
   */
  readonly gradientTolerance?: number;
  /** Most steps to try. Default 500. */
  readonly maxIterations?: number;
}

export interface LeastSquaresResult {
  /** The best parameters found, shape [p]. */
  readonly parameters: Float64Array;
  /** Residuals there, shape [m]. */
  readonly residuals: Float64Array;
  /** ½ Σ residual². */
  readonly cost: number;
  /** Steps tried, refused ones included. */
  readonly iterations: number;
  /** Calls of `residualsInto`, those for a numerical Jacobian included. */
  readonly evaluations: number;
  /** True when one of the three tests held: `stopped` is "cost", "step" or "gradient". */
  readonly converged: boolean;
  /**
   * Why it stopped. "stalled": the cost no longer falls although the Jacobian says it should,
   * which usually means a wrong `jacobianInto` or a kink in the model.
   */
  readonly stopped: "cost" | "step" | "gradient" | "iterations" | "stalled";
  /** JᵀJ there, shape [p·p]: the second derivatives of the cost, but for those of the residuals. */
  readonly normal: Float64Array;
  /**
   * Covariance of the parameters, s² (JᵀJ)⁻¹ with s² = Σ residual² / (m − p), shape [p·p].
   * It describes noise in the data, not a model that cannot describe them. Undefined when m = p,
   * and when the data leave a combination of parameters undetermined (JᵀJ is singular).
   */
  readonly covariance: Float64Array | undefined;
}

/**
 * Parameters that minimise ½ Σ residual², by the method of Levenberg and Marquardt: each step
 * solves
 *
 *   (JᵀJ + λ D²) δ = −Jᵀ r,   D = the largest length seen so far of each column of J
 *
 * λ falls tenfold after a step that did what J promised and rises tenfold after one that raised
 * the cost or made a residual infinite or NaN; such a step is not taken. It finds the minimum
 * downhill of the start, which need not be the lowest one.
 *
 * Source: D. W. Marquardt, J. Soc. Indust. Appl. Math. 11, 431 (1963); scaling as in J. J. Moré,
 * Lect. Notes Math. 630, 105 (1978).
 *
 * @throws RangeError for a start that is not finite, fewer residuals than parameters, residuals
 *         that are not finite at the start, derivatives that are not finite, bad tolerances
 */
export function leastSquares(problem: LeastSquaresProblem): LeastSquaresResult {
  const { residualsInto, costTolerance = 1e-14, stepTolerance = 1e-10 } = problem;
  const { gradientTolerance = 1e-12, maxIterations = 500 } = problem;
  requireProblem(problem);
  for (const [name, value] of Object.entries({ costTolerance, stepTolerance, gradientTolerance }))
    requireAtLeast(name, value, 0);
  requireAtLeast("maxIterations", maxIterations, 1);

  const p = problem.start.length;
  const m = problem.residualCount;
  let parameters: Float64Array = Float64Array.from(problem.start);
  let trial: Float64Array = new Float64Array(p);
  let residuals: Float64Array = new Float64Array(m);
  let trialResiduals: Float64Array = new Float64Array(m);
  const jacobian = new Float64Array(m * p);
  const normal = new Float64Array(p * p); // JᵀJ
  const damped = new Float64Array(p * p); // its damped sum, then the Cholesky factor
  const gradient = new Float64Array(p); // Jᵀr
  const scale = new Float64Array(p); // D
  const step = new Float64Array(p);
  let evaluations = 0;

  const costInto = (out: Float64Array, at: Float64Array): number => {
    evaluations++;
    residualsInto(out, at);
    let sum = 0;
    for (let i = 0; i < m; i++) sum += out[i]! * out[i]!;
    return sum / 2;
  };
  const jacobianInto =
    problem.jacobianInto ?? numericalJacobian(problem, (out, at) => costInto(out, at));

  let cost = costInto(residuals, parameters);
  if (!Number.isFinite(cost)) {
    const i = residuals.findIndex((residual) => !Number.isFinite(residual));
    const which = i < 0 ? "the sum of squares" : `residual ${i}`;
    const got = i < 0 ? cost : residuals[i];
    throw new RangeError(`leastSquares: ${which} must be finite at the start, got ${got}`);
  }

  const linearise = (): void => {
    jacobianInto(jacobian, parameters);
    let bad = 0;
    while (bad < jacobian.length && Number.isFinite(jacobian[bad])) bad++;
    if (bad < jacobian.length)
      throw new RangeError(
        `leastSquares: the derivative of residual ${Math.floor(bad / p)} by parameter ${bad % p} ` +
          `must be finite, got ${jacobian[bad]} at [${parameters.join(", ")}]`,
      );
    normalEquationsInto(normal, gradient, jacobian, residuals);
    for (let j = 0; j < p; j++) scale[j] = Math.max(scale[j]!, Math.sqrt(normal[j * p + j]!));
  };

  let lambda = 1e-3;
  let iterations = 0;
  let stopped: LeastSquaresResult["stopped"] = "iterations";
  linearise();
  if (largestCosine(normal, gradient, cost) <= gradientTolerance) stopped = "gradient";

  while (stopped === "iterations" && iterations < maxIterations) {
    iterations++;
    damped.set(normal);
    // A parameter that no residual depends on has D = 0; any positive number makes its step zero.
    for (let j = 0; j < p; j++) damped[j * p + j]! += lambda * (scale[j]! ** 2 || 1);
    if (!choleskyInto(damped, damped, p)) {
      lambda *= 10;
      continue;
    }
    for (let j = 0; j < p; j++) step[j] = -gradient[j]!;
    solveCholeskyInto(step, damped, p);

    let predicted = 0; // by how much the linear model says the cost falls
    let small = true;
    for (let j = 0; j < p; j++) {
      const move = step[j]!;
      predicted += (lambda * (scale[j]! * move) ** 2 - gradient[j]! * move) / 2;
      small &&= Math.abs(move) <= stepTolerance * Math.abs(parameters[j]!);
      trial[j] = parameters[j]! + move;
    }
    const trialCost = costInto(trialResiduals, trial);
    const fall = cost - trialCost;
    const negligible = predicted <= Math.max(costTolerance, Number.EPSILON) * cost;
    // Strong damping makes any step small; only a lightly damped one tells how far the minimum is.
    const telling = lambda <= 1;

    if (fall >= 0) {
      [parameters, trial] = [trial, parameters];
      [residuals, trialResiduals] = [trialResiduals, residuals];
      const previous = cost;
      cost = trialCost;
      linearise();
      if (fall > 0.25 * predicted) lambda = Math.max(lambda / 10, 1e-14);
      if (largestCosine(normal, gradient, cost) <= gradientTolerance) stopped = "gradient";
      else if (telling && negligible && fall <= costTolerance * previous) stopped = "cost";
      else if (telling && small) stopped = "step";
    } else {
      lambda *= 10;
      // Rounding can hide a fall this small; a promise broken at every length of step is a fault.
      if (!telling && (negligible || small)) stopped = "stalled";
      else if (negligible) stopped = "cost";
      else if (small) stopped = "step";
    }
  }

  return {
    parameters,
    residuals,
    cost,
    iterations,
    evaluations,
    converged: stopped === "cost" || stopped === "step" || stopped === "gradient",
    stopped,
    normal,
    covariance: covarianceOf(normal, p, (2 * cost) / (m - p)),
  };
}

/** Derivatives by central differences, half-width 6e-6 of the parameter (or of 1 if it is zero). */
function numericalJacobian(
  { start, residualCount: m }: LeastSquaresProblem,
  evaluateInto: (out: Float64Array, at: Float64Array) => number,
): (out: Float64Array, parameters: Float64Array) => void {
  const p = start.length;
  const point = new Float64Array(p);
  const above = new Float64Array(m);
  const below = new Float64Array(m);
  return (out, parameters) => {
    point.set(parameters);
    for (let j = 0; j < p; j++) {
      const centre = parameters[j]!;
      const h = Math.cbrt(Number.EPSILON) * (Math.abs(centre) || Math.abs(start[j]!) || 1);
      point[j] = centre + h;
      evaluateInto(above, point);
      point[j] = centre - h;
      evaluateInto(below, point);
      point[j] = centre;
      for (let i = 0; i < m; i++) out[i * p + j] = (above[i]! - below[i]!) / (2 * h);
    }
  };
}

/** JᵀJ (lower half and diagonal are what the factorisation reads; both halves are filled), Jᵀr. */
function normalEquationsInto(
  normal: Float64Array,
  gradient: Float64Array,
  jacobian: Float64Array,
  residuals: Float64Array,
): void {
  const p = gradient.length;
  const m = residuals.length;
  for (let j = 0; j < p; j++) {
    let slope = 0;
    for (let i = 0, at = j; i < m; i++, at += p) slope += jacobian[at]! * residuals[i]!;
    gradient[j] = slope;
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let at = j, other = k; at < m * p; at += p, other += p)
        sum += jacobian[at]! * jacobian[other]!;
      normal[j * p + k] = sum;
      normal[k * p + j] = sum;
    }
  }
}

/** max over j of |Jⱼ·r| / (|Jⱼ| |r|); zero where a column or the residuals vanish. */
function largestCosine(normal: Float64Array, gradient: Float64Array, cost: number): number {
  const p = gradient.length;
  let largest = 0;
  for (let j = 0; j < p; j++) {
    const lengths = Math.sqrt(normal[j * p + j]! * 2 * cost);
    if (lengths > 0) largest = Math.max(largest, Math.abs(gradient[j]!) / lengths);
  }
  return largest;
}

function covarianceOf(normal: Float64Array, p: number, variance: number): Float64Array | undefined {
  if (!Number.isFinite(variance)) return undefined;
  // Columns scaled to length one, so that "singular" does not depend on the parameters' units.
  const length = Float64Array.from({ length: p }, (_, j) => Math.sqrt(normal[j * p + j]!));
  if (length.some((value) => value === 0)) return undefined;
  const factor = normal.map((value, i) => value / (length[Math.floor(i / p)]! * length[i % p]!));
  if (!choleskyInto(factor, factor, p)) return undefined;
  for (let j = 0; j < p; j++) if (factor[j * p + j]! ** 2 < 1e-13) return undefined;
  const covariance = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    const column = covariance.subarray(j * p, (j + 1) * p);
    column[j] = 1;
    solveCholeskyInto(column, factor, p);
    for (let k = 0; k < p; k++) column[k]! *= variance / (length[j]! * length[k]!);
  }
  return covariance;
}

function requireProblem({ start, residualCount }: LeastSquaresProblem): void {
  if (start.length === 0)
    throw new RangeError("leastSquares: start must hold at least one parameter, got none");
  for (let j = 0; j < start.length; j++)
    if (!Number.isFinite(start[j]))
      throw new RangeError(`leastSquares: start[${j}] must be a finite number, got ${start[j]}`);
  if (!(Number.isInteger(residualCount) && residualCount >= start.length))
    throw new RangeError(
      `leastSquares: residualCount must be a whole number of at least ${start.length} ` +
        `(one residual for each parameter), got ${residualCount}`,
    );
}

function requireAtLeast(name: string, value: number, least: number): void {
  if (!(value >= least))
    throw new RangeError(`leastSquares: ${name} must be at least ${least}, got ${value}`);
}
