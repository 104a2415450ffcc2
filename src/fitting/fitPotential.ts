import { type Bounds, requireWithin } from "./bounds.js";
import { certainty } from "./covariance.js";
import { type CurveData, curveTarget } from "./curveTarget.js";
import {
  type CurveForm,
  type GivenName,
  listOf,
  namesOf,
  type ParameterNames,
  type PotentialForm,
  requireNames,
  type Values,
  valuesOf,
} from "./form.js";
import { type Priors, withPriors } from "./priors.js";
import { type Search, search } from "./search.js";
import { type StructureData, structureTarget } from "./structureTarget.js";
import type { Target } from "./target.js";

export interface FitOptions<Name extends string> {
  /** Where to begin, a number for each parameter of the form. */
  readonly start: Values<Name>;
  /** These keep their start. */
  readonly fixed?: readonly GivenName<Name>[];
  /** Parameters stay within these. */
  readonly bounds?: Readonly<Partial<Record<Name, Bounds>>>;
  /** Each adds ((parameter − mean)/deviation)². Needs data with deviations, to be weighed against. */
  readonly priors?: Priors<Name>;
  /** How often each point or frame counts, from 0. Default 1. */
  readonly weights?: ArrayLike<number>;
  /** Most steps to try. Default 500. */
  readonly maxIterations?: number;
}

export interface CurveProblem<Name extends string, Place = number> extends FitOptions<Name> {
  readonly form: CurveForm<Name, Place>;
  readonly data: CurveData<Place>;
}

export interface StructureProblem<Name extends string> extends FitOptions<Name> {
  readonly form: PotentialForm<Name>;
  readonly data: StructureData;
}

export type FitProblem<Name extends string, Place = number> =
  | CurveProblem<Name, Place>
  | StructureProblem<Name>;

/** Index letters: m residuals, k free parameters: neither fixed nor at a bound. */
export interface Fit<Name extends string = string> {
  readonly form: ParameterNames<Name>;
  /** All parameters, fixed ones too. */
  readonly parameters: Values<Name>;
  /** ½ Σ residual², priors included. */
  readonly cost: number;
  /** √(Σ residual²/m) without priors: hartree, or a pure number when the data came with deviations. */
  readonly rms: number;
  /** Of the data, then of the priors; shape [m], [m + priors]. */
  readonly residuals: Float64Array;
  readonly converged: boolean;
  /** See `leastSquares`. */
  readonly stopped: string;
  readonly iterations: number;
  readonly evaluations: number;
  /** The free parameters, in the order of the matrices. */
  readonly free: readonly Name[];
  /** Parameters that wanted to leave their bounds, and lie on one. */
  readonly atBound: readonly Name[];
  /** JᵀJ, the second derivatives of the cost by the free parameters but for those of residuals, [k·k]. */
  readonly hessian: Float64Array;
  /** s²: 1 when the data came with deviations, otherwise Σ residual²/(m − k), undefined for m = k. */
  readonly variance: number | undefined;
  /**
   * s² (JᵀJ)⁻¹, shape [k·k]. It describes noise in the data, not a form that cannot follow them.
   * Undefined when something is undetermined.
   */
  readonly covariance: Float64Array | undefined;
  /** √ of its diagonal, by name, in the units of the parameters; none without a covariance. */
  readonly deviations: Readonly<Partial<Record<Name, number>>>;
  /** Combinations of parameters that the data do not determine at all, by the names that take part. */
  readonly undetermined: readonly (readonly Name[])[];
}

/**
 * The parameters of a form with which it follows data best: those that minimise
 *
 *   ½ Σ wᵢ ((model − datum)ᵢ/σᵢ)² + ½ Σ ((parameter − mean)/deviation)²
 *
 * over the data and over the priors, by `leastSquares`, downhill from the start.
 *
 *   fitPotential({ form: morseForm, start: { wellDepth: 0.1, bondLength: 1.5, stiffness: 1 },
 *     data: { places: distances, energies } })
 *   fitPotential({ form: withAtomEnergy(stillingerWeberForm), start, fixed: ["p", "q"],
 *     data: { frames, deviations: { energyPerAtom: 2e-4, force: 2e-3 } } })
 *
 * Derivatives are those of the form if it has some, otherwise central differences.
 *
 * @throws RangeError for fewer data than free parameters, a start that is missing, unknown, not finite or
 *         not between its bounds, priors on data without deviations, a model that is not finite at the
 *         start, and for bad data: see `curveTarget` and `structureTarget`
 */
export function fitPotential<Name extends string, Place = number>(
  problem: FitProblem<Name, Place>,
): Fit<Name> {
  const where = "fitPotential";
  const { form, start, bounds = {}, maxIterations = 500 } = problem;
  const fixed: readonly string[] = problem.fixed ?? [];
  const priors = (problem.priors ?? {}) as Priors<Name>;
  const names = namesOf(form);
  let list = listOf(where, form, start);
  for (const given of [fixed, Object.keys(bounds), Object.keys(priors)])
    requireNames(where, form, given);
  const limits = names.map((name): Bounds => (bounds as Record<Name, Bounds>)[name] ?? {});
  let moving = [...names.keys()].filter((j) => !fixed.includes(names[j]!));
  for (const j of moving)
    requireWithin(where, names[j]!, form.units[names[j]!], list[j]!, limits[j]!);
  const target = withPriors(where, targetOf(where, problem), form, priors);
  requireEnough(where, target.count, moving, names);
  requireFiniteAt(where, target, form, list);

  const atBound: Name[] = [];
  let [iterations, evaluations] = [0, 1];
  for (;;) {
    const found = search(target, list, moving, limits, maxIterations);
    list = found.parameters;
    iterations += found.iterations;
    evaluations += found.evaluations;
    const { arrived } = found;
    if (arrived.length === 0)
      return {
        ...resultOf(form, found, moving, target, Object.keys(priors).length),
        iterations,
        evaluations,
        atBound,
      };
    // What has come to a bound stays there; the others find their best beside it.
    atBound.push(...arrived.map((j) => names[j]!));
    moving = moving.filter((j) => !arrived.includes(j));
  }
}

/** What of a problem makes residuals, priors apart. */
export function targetOf<Name extends string, Place>(
  where: string,
  problem: FitProblem<Name, Place>,
): Target {
  return isOfStructures(problem)
    ? structureTarget(where, problem.form, problem.data, problem.weights)
    : curveTarget(where, problem.form, problem.data, problem.weights);
}

export function isOfStructures<Name extends string, Place>(
  problem: FitProblem<Name, Place>,
): problem is StructureProblem<Name> {
  return "frames" in problem.data;
}

function resultOf<Name extends string>(
  form: ParameterNames<Name>,
  { parameters, residuals, cost, hessian, stopped, converged }: Search,
  moving: readonly number[],
  target: Target,
  priors: number,
): Omit<Fit<Name>, "iterations" | "evaluations" | "atBound"> {
  const names = namesOf(form);
  const free = moving.map((j) => names[j]!);
  const k = free.length;
  const m = target.count - priors;
  const variance = target.deviationsKnown ? 1 : m > k ? (2 * cost) / (m - k) : undefined;
  const { covariance, undetermined } = certainty(free, hessian, variance);
  let squares = 0;
  for (let i = 0; i < m; i++) squares += residuals[i]! ** 2;
  return {
    form,
    parameters: valuesOf(form, parameters),
    cost,
    rms: Math.sqrt(squares / m),
    residuals,
    converged,
    stopped,
    free,
    hessian,
    variance,
    covariance,
    deviations: Object.fromEntries(
      covariance ? free.map((name, j) => [name, Math.sqrt(covariance[j * (k + 1)]!)]) : [],
    ) as Partial<Record<Name, number>>,
    undetermined,
  };
}

function requireEnough(
  where: string,
  count: number,
  moving: readonly number[],
  names: readonly string[],
): void {
  if (count < moving.length)
    throw new RangeError(
      `${where}: data must be at least as many as the ${moving.length} parameters to be found ` +
        `(${moving.map((j) => names[j]).join(", ")}), got ${count}`,
    );
}

function requireFiniteAt(
  where: string,
  target: Target,
  form: ParameterNames<string>,
  list: Float64Array,
): void {
  const residuals = new Float64Array(target.count);
  target.residualsInto(residuals, list);
  let bad = 0;
  while (bad < residuals.length && Number.isFinite(residuals[bad])) bad++;
  if (bad === residuals.length) return;
  const values = namesOf(form).map((name, j) => `${name} ${list[j]}`);
  throw new RangeError(
    `${where}: ${form.name} must be finite at the start (${values.join(", ")}), ` +
      `got ${residuals[bad]} for ${target.describe(bad)}`,
  );
}
