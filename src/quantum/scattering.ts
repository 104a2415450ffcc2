import { requirePositive } from "../units/requirePositive.js";
import {
  type Complex,
  type ComplexPair,
  diagonal,
  inverse,
  inverseInto,
  ONE,
  product,
  productInto,
  statesAt,
  sum,
} from "./scatteringMatrix.js";
import { adiabaticPair, type SymmetricPair, type TwoStateModel } from "./twoState.js";

export interface Scattering {
  /** The potential matrix. It may have a kink at x = 0, nowhere else. */
  readonly model: TwoStateModel;
  /** Beyond ±reach (bohr) the matrix is taken as constant. Positive. */
  readonly reach: number;
  /** Electron masses. Positive. */
  readonly mass: number;
  /** Of the particle that comes from the left on the lower adiabatic state, ħ/bohr. Positive. */
  readonly momentum: number;
}

/** Probabilities by adiabatic state, [lower, upper]. */
export interface Probabilities {
  /** To leave to the right. */
  readonly transmitted: readonly [lower: number, upper: number];
  /** To go back to the left. */
  readonly reflected: readonly [lower: number, upper: number];
}

/** Largest grid, in intervals: about a second of work. */
const MOST_INTERVALS = 2 ** 21;
/** The probabilities must change by less when the spacing is halved. */
const CONVERGED = 1e-9;
/** Kinetic energy in hartree below which the tails of the matrix and rounding are no longer small. */
const LEAST_ENERGY = 1e-9;
/** Largest change of an entry of the matrix beyond the reach, hartree. */
const TAIL = 1e-12;

/**
 * Exact scattering of one particle by two coupled states: the wave function of sharp energy,
 *
 *   −(1/2M) ψ″ + V(x) ψ = E ψ,   E = k²/2M + E_lower(−reach)
 *
 * that comes in from the left on the lower adiabatic state and goes out in every open channel. A channel
 * whose asymptote lies above E is closed and gets 0. The four probabilities add up to 1 to 10⁻⁹.
 *
 * Numerov's recursion, written for the ratio of neighbouring values, so that what grows without bound in
 * a closed channel does no harm; the outgoing waves are those of the grid. The spacing is halved and its
 * error extrapolated away until no probability changes by more than 10⁻⁹.
 *
 * Holds: kinetic energies k²/2M from 10⁻⁹ hartree; the work grows in proportion to k.
 * Source: B. R. Johnson, J. Chem. Phys. 69, 4678 (1978), for the ratio of neighbours.
 *
 * @throws RangeError for a mass, momentum or reach that is not positive, a momentum too small or too large,
 *         and a matrix that is not constant beyond ±reach
 */
export function twoStateScattering(scattering: Scattering): Probabilities {
  requireScattering(scattering);
  const { reach, momentum } = scattering;
  let coarse: readonly number[] | undefined;
  let before: readonly number[] | undefined;
  for (let n = firstIntervals(scattering); n <= MOST_INTERVALS; n *= 2) {
    const fine = onGrid(scattering, n);
    const limit = coarse && fine.map((p, i) => p + (p - coarse![i]!) / 15); // h⁴ gone
    if (limit && before?.every((p, i) => Math.abs(p - limit[i]!) < CONVERGED)) {
      // The extrapolation may pass 0 by its error.
      const [a, b, c, d] = limit.map((p) => Math.max(0, p));
      return { transmitted: [a!, b!], reflected: [c!, d!] };
    }
    coarse = fine;
    before = limit;
  }
  throw new RangeError(
    "twoStateScattering: momentum must be one whose waves a grid of " +
      `${MOST_INTERVALS} intervals resolves, got ${momentum} ħ/bohr with a reach of ${reach} bohr`,
  );
}

/** Transmitted lower and upper, reflected lower and upper, on a grid of n intervals, n even. */
function onGrid({ model, reach, mass, momentum }: Scattering, n: number): number[] {
  const h = (2 * reach) / n;
  const left = adiabaticPair(model, -reach);
  const right = adiabaticPair(model, reach);
  const energy = momentum ** 2 / (2 * mass) + left.lower;
  const channel = (level: number): Channel => openOrClosed(2 * mass * (energy - level) * h * h);
  const [comes, leftUpper] = [openOrClosed(momentum ** 2 * h * h), channel(left.upper)];
  const [rightLower, rightUpper] = [channel(right.lower), channel(right.upper)];

  // F = (1 − T) ψ with T = 2M (V − E) h²/12 obeys F₊ + F₋ = (2 − W) F, W = −12 T (1 − T)⁻¹. The ratio of
  // neighbours, F₊ = (1 − Z₊) F, then obeys Z = (1 + X)⁻¹ X with X = Z₊ − W. All of these are small
  // numbers, of which no digits are lost. Right of the grid Z is that of outgoing waves.
  const atRight = statesAt(right.angle); // symmetric and its own inverse
  const Z = product(atRight, diagonal(rightLower.change, rightUpper.change), atRight);
  const one = diagonal(ONE, ONE);
  const across = diagonal(ONE, ONE); // takes F at the left end to F at the right end
  const X = new Float64Array(8);
  const onePlusX = new Float64Array(8);
  const inverted = new Float64Array(8);
  const scale = (2 * mass * h * h) / 12;
  for (let j = n; j >= 0; j--) {
    curvatureInto(X, model.matrix(-reach + j * h), energy, scale);
    for (let i = 0; i < 8; i++) {
      X[i] = Z[i]! - X[i]!;
      onePlusX[i] = X[i]! + one[i]!;
    }
    inverseInto(inverted, onePlusX);
    productInto(Z, inverted, X);
    if (j > 0) productInto(across, across, inverted);
  }

  // Left of the grid a wave of amplitude 1 comes in, 1/(1 − m) = 1 − m* from point to point, and waves of
  // amplitudes `back` go out: 1 + back = (1 − Z) ((1 − m*) + (1 − m) back).
  const atLeft = statesAt(left.angle);
  const z = product(atLeft, Z, atLeft);
  const mismatch = (waves: ComplexPair): ComplexPair => sum(sum(z, waves), product(z, waves), -1);
  const outwards = diagonal(comes.change, leftUpper.change);
  const inwards = diagonal({ re: comes.change.re, im: -comes.change.im }, leftUpper.change);
  const back = product(inverse(mismatch(outwards)), mismatch(inwards)).map((entry) => -entry);
  const through = product(atRight, across, atLeft, sum(one, back));
  const share = (amplitudes: ComplexPair, row: 0 | 1, { flux }: Channel): number =>
    ((amplitudes[4 * row]! ** 2 + amplitudes[4 * row + 1]! ** 2) * flux) / comes.flux;
  return [
    share(through, 0, rightLower),
    share(through, 1, rightUpper),
    share(back, 0, comes),
    share(back, 1, leftUpper),
  ];
}

/** W = −12 T (1 − T)⁻¹ at one point, real and symmetric: nearly −h² times ψ″/ψ. */
function curvatureInto(out: ComplexPair, V: SymmetricPair, energy: number, scale: number): void {
  const t11 = scale * (V.v11 - energy);
  const t22 = scale * (V.v22 - energy);
  const t12 = scale * V.v12;
  const factor = -12 / ((1 - t11) * (1 - t22) - t12 * t12);
  out.fill(0);
  out[0] = factor * (t11 * (1 - t22) + t12 * t12);
  out[2] = factor * t12;
  out[4] = factor * t12;
  out[6] = factor * (t22 * (1 - t11) + t12 * t12);
}

interface Channel {
  /** m in F₊ = (1 − m) F: of the wave that goes out, or that dies away outwards in a closed channel. */
  readonly change: Complex;
  /** Flux of an outgoing wave of amplitude 1, in a unit common to all channels; 0 when closed. */
  readonly flux: number;
}

/** The waves of the grid where V is constant. @param square  k²h², below 0 in a closed channel */
function openOrClosed(square: number): Channel {
  const q = square / (1 + square / 12); // W there, and (2 sin θ/2)² of a wave e^(iθj)
  const sine = Math.sqrt(Math.abs(q) * (1 - q / 4));
  return q > 0
    ? { change: { re: q / 2, im: -sine }, flux: sine }
    : { change: { re: q / 2 + sine, im: 0 }, flux: 0 };
}

/** Intervals of the first grid: h is 0.1 of a wave number at most, and 0.05 bohr. */
function firstIntervals(scattering: Scattering): number {
  return 2 * Math.ceil(scattering.reach * Math.max(20, 10 * largestMomentum(scattering)));
}

/** What the particle has where the lower surface between ±reach is deepest, √(k² + 2M depth), ħ/bohr. */
export function largestMomentum({ model, reach, mass, momentum }: Scattering): number {
  const start = adiabaticPair(model, -reach).lower;
  let depth = 0;
  for (let i = 0; i <= 200; i++)
    depth = Math.max(depth, start - adiabaticPair(model, reach * (i / 100 - 1)).lower);
  return Math.sqrt(momentum ** 2 + 2 * mass * depth);
}

function requireScattering({ model, reach, mass, momentum }: Scattering): void {
  requirePositive("twoStateScattering: reach", reach, "bohr");
  requirePositive("twoStateScattering: mass", mass, "electron masses");
  requirePositive("twoStateScattering: momentum", momentum, "ħ/bohr");
  const least = Math.sqrt(2 * mass * LEAST_ENERGY);
  if (momentum < least)
    throw new RangeError(
      `twoStateScattering: momentum must be at least ${least} ħ/bohr (kinetic energy ` +
        `${LEAST_ENERGY} hartree), got ${momentum}`,
    );
  for (const x of [-reach, reach]) {
    const [here, farther] = [model.matrix(x), model.matrix(2 * x)];
    for (const entry of ["v11", "v22", "v12"] as const)
      if (!(Math.abs(here[entry] - farther[entry]) < TAIL))
        throw new RangeError(
          `twoStateScattering: reach must be so large that the matrix is constant beyond, but ` +
            `${entry} at ${x} bohr, ${here[entry]}, is not ${farther[entry]} hartree as at ${2 * x}`,
        );
  }
}
