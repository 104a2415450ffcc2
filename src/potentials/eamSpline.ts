/**
 * A table as cubics between its points, with slopes there as LAMMPS takes them: from five points,
 *
 *   y′ₘ ≈ ((yₘ₋₂ − yₘ₊₂) + 8 (yₘ₊₁ − yₘ₋₁)) / 12 h
 *
 * from three next to the ends and from two at them. Value and slope are continuous, the second
 * derivative is not: `cubicSpline` has that too.
 *
 * @param y     values at 0, h, 2h, …; five or more
 * @returns     for the interval from m h on, at 4 m: the coefficients of p³, p², p and 1, with
 *              p = x/h − m from 0 to 1; the slope, in units of 1/h, is their derivative
 */
export function eamSpline(y: Float64Array): Float64Array {
  const last = y.length - 1;
  const slope = (m: number): number => {
    if (m === 0) return y[1]! - y[0]!;
    if (m === 1 || m === last - 1) return (y[m + 1]! - y[m - 1]!) / 2;
    if (m === last) return y[m]! - y[m - 1]!;
    return (y[m - 2]! - y[m + 2]! + 8 * (y[m + 1]! - y[m - 1]!)) / 12;
  };
  const cubics = new Float64Array(4 * last);
  for (let m = 0; m < last; m++) {
    const rise = y[m + 1]! - y[m]!;
    const [from, to] = [slope(m), slope(m + 1)];
    cubics.set([from + to - 2 * rise, 3 * rise - 2 * from - to, from, y[m]!], 4 * m);
  }
  return cubics;
}
