/** ∫ f(x) dx ≈ Σ weightsᵢ f(pointsᵢ). */
export interface Quadrature {
  /** Ascending, shape [n]. */
  readonly points: Float64Array;
  /** Positive, shape [n]; they add up to the length of the interval. */
  readonly weights: Float64Array;
}

/**
 * Gauss and Legendre's n points between two ends: exact for every polynomial up to degree 2n − 1.
 * The points are the zeros of the Legendre polynomial Pₙ, found by Newton's method, and the weights
 * 2 / ((1 − x²) Pₙ′(x)²), both for −1 to 1 and then stretched.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 25.4.29 and 25.4.30.
 *
 * @throws RangeError when n is not a whole number from 1, or the ends are not finite and in order
 */
export function gaussLegendre(n: number, from = -1, to = 1): Quadrature {
  if (!(Number.isInteger(n) && n >= 1))
    throw new RangeError(`gaussLegendre: n must be a whole number from 1, got ${n}`);
  requireEnds("gaussLegendre", from, to);
  const points = new Float64Array(n);
  const weights = new Float64Array(n);
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let { value, slope } = legendre(n, x);
    for (let round = 0; round < 10 && Math.abs(value / slope) > 1e-16; round++) {
      x -= value / slope;
      ({ value, slope } = legendre(n, x));
    }
    points[i] = middle + half * x;
    weights[i] = (2 * half) / ((1 - x * x) * slope ** 2);
  }
  return { points, weights };
}

/** Pₙ and its derivative for −1 < x < 1. */
function legendre(n: number, x: number): { value: number; slope: number } {
  let before = 0;
  let value = 1;
  for (let k = 1; k <= n; k++)
    [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, slope: (n * (before - x * value)) / (1 - x * x) };
}

/**
 * The trapezoid rule for values at evenly spaced points: every value counts h, the two at the ends
 * h/2. The error falls as h²; for a function that has died away at both ends, faster than any power.
 *
 * @throws RangeError for fewer than 2 values
 */
export function trapezoid(values: ArrayLike<number>, spacing: number): number {
  if (values.length < 2)
    throw new RangeError(`trapezoid: there must be at least 2 values, got ${values.length}`);
  let sum = -(values[0]! + values[values.length - 1]!) / 2;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum * spacing;
}

/**
 * Simpson's rule for values at evenly spaced points, (h/3)(f₀ + 4f₁ + 2f₂ + … + 4f + f): exact for
 * cubics, and the error falls as h⁴.
 *
 * @throws RangeError for fewer than 3 values or an even number of them
 */
export function simpson(values: ArrayLike<number>, spacing: number): number {
  const n = values.length;
  if (n < 3 || n % 2 === 0)
    throw new RangeError(`simpson: there must be an odd number of values from 3, got ${n}`);
  let sum = values[0]! + values[n - 1]!;
  for (let i = 1; i < n - 1; i++) sum += (i % 2 === 1 ? 4 : 2) * values[i]!;
  return (sum * spacing) / 3;
}

function requireEnds(where: string, from: number, to: number): void {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new RangeError(`${where}: from must be below to, got ${from} and ${to}`);
}
