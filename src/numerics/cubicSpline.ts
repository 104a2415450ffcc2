/** A smooth function of one number through given points, with its derivative. */
export interface Spline {
  /** Smallest and largest input; outside them the spline is not defined. */
  readonly from: number;
  readonly to: number;
  /** The function, in the units of y. */
  readonly value: (x: number) => number;
  /** Its derivative, in the units of y / x. */
  readonly slope: (x: number) => number;
}

/**
 * The cubic spline through the points (xᵢ, yᵢ): a cubic on each interval, with continuous first
 * and second derivative, and with the third derivative continuous at the second and at the last
 * but one point ("not-a-knot"). It reproduces every cubic exactly; between points h apart the
 * error of the value falls as h⁴ and that of the slope as h³.
 *
 * @param x  ascending, at least four, not necessarily evenly spaced
 * @param y  as many values as there are x
 * @throws   RangeError for too few points, unequal lengths, a number that is not finite, x that
 *           do not ascend; and, when evaluated, for an input outside [from, to] or NaN
 */
export function cubicSpline(x: ArrayLike<number>, y: ArrayLike<number>): Spline {
  requirePoints(x, y);
  const knots = Float64Array.from(x);
  const values = Float64Array.from(y);
  const bends = secondDerivatives(knots, values);
  const from = knots[0]!;
  const to = knots[knots.length - 1]!;

  /** The interval i with xᵢ ≤ x ≤ xᵢ₊₁. */
  const intervalOf = (at: number): number => {
    if (!(at >= from && at <= to))
      throw new RangeError(`cubicSpline: x must be between ${from} and ${to}, got ${at}`);
    let low = 0;
    let high = knots.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (knots[middle]! <= at) low = middle;
      else high = middle;
    }
    return low;
  };

  return {
    from,
    to,
    value: (at) => {
      const i = intervalOf(at);
      const h = knots[i + 1]! - knots[i]!;
      const right = (at - knots[i]!) / h;
      const left = 1 - right;
      const bend = (left ** 3 - left) * bends[i]! + (right ** 3 - right) * bends[i + 1]!;
      return left * values[i]! + right * values[i + 1]! + (bend * h * h) / 6;
    },
    slope: (at) => {
      const i = intervalOf(at);
      const h = knots[i + 1]! - knots[i]!;
      const right = (at - knots[i]!) / h;
      const left = 1 - right;
      const bend = (3 * right ** 2 - 1) * bends[i + 1]! - (3 * left ** 2 - 1) * bends[i]!;
      return (values[i + 1]! - values[i]!) / h + (bend * h) / 6;
    },
  };
}

/** y″ at the knots: one tridiagonal system for the inner ones, then the two not-a-knot ends. */
function secondDerivatives(x: Float64Array, y: Float64Array): Float64Array {
  const last = x.length - 1;
  const h = (i: number): number => x[i + 1]! - x[i]!;
  const bends = new Float64Array(x.length);
  const upper = new Float64Array(x.length);
  for (let i = 1; i < last; i++) {
    let below = h(i - 1);
    let diagonal = 2 * (h(i - 1) + h(i));
    let above = h(i);
    if (i === 1) {
      diagonal += h(0) * (1 + h(0) / h(1));
      above -= h(0) ** 2 / h(1);
      below = 0;
    }
    if (i === last - 1) {
      diagonal += h(i) * (1 + h(i) / h(i - 1));
      below -= h(i) ** 2 / h(i - 1);
      above = 0;
    }
    const right = 6 * ((y[i + 1]! - y[i]!) / h(i) - (y[i]! - y[i - 1]!) / h(i - 1));
    const pivot = diagonal - below * upper[i - 1]!;
    upper[i] = above / pivot;
    bends[i] = (right - below * bends[i - 1]!) / pivot;
  }
  for (let i = last - 2; i >= 1; i--) bends[i]! -= upper[i]! * bends[i + 1]!;
  bends[0] = bends[1]! - (h(0) / h(1)) * (bends[2]! - bends[1]!);
  const end = h(last - 1) / h(last - 2);
  bends[last] = bends[last - 1]! + end * (bends[last - 1]! - bends[last - 2]!);
  return bends;
}

function requirePoints(x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length < 4)
    throw new RangeError(`cubicSpline: there must be at least 4 points, got ${x.length}`);
  if (y.length !== x.length)
    throw new RangeError(`cubicSpline: y must have ${x.length} values like x, got ${y.length}`);
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i]))
      throw new RangeError(`cubicSpline: point ${i} must be finite, got (${x[i]}, ${y[i]})`);
    if (i > 0 && !(x[i]! > x[i - 1]!))
      throw new RangeError(`cubicSpline: x must ascend, got ${x[i - 1]} before ${x[i]}`);
  }
}
