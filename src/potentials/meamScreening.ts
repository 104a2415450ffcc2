import type { MeamParameters } from "./meam.js";
import type { Shell } from "./shell.js";

/*
 * An atom k between i and j hides them from each other. Through k goes one ellipse around the bond, with
 * the bond as one axis; with the bond of length 2 along x it is x² + y²/C = 1, and
 *
 *   C = 1 + 2 (X + Y − 1) / (1 − (X − Y)²),   X = (r_ik/r_ij)²,  Y = (r_jk/r_ij)²
 *
 * Inside the narrow ellipse, C ≤ C_min, k hides the bond, outside the wide one, C ≥ C_max, it does not:
 *
 *   S_ij = Π_k f((C − C_min)/(C_max − C_min)),   f(x) = (1 − (1 − x)⁴)² from 0 to 1
 *
 * An atom beyond either end of the bond hides nothing: there 1 − (X − Y)² is not positive. No point of
 * the wide ellipse is farther from an end than r_ij C/2√(C − 1), and r_ij where C_max ≤ 2.
 */

/** S of the bond with the j-th of the shell. Most atoms hide it wholly or not at all: no division for them. */
export function screeningOf(
  { count, r, x, y, z }: Shell,
  j: number,
  { min, max }: MeamParameters["screening"],
): number {
  const xj = x[j]!;
  const yj = y[j]!;
  const zj = z[j]!;
  const perLength = 1 / r[j]!;
  let product = 1;
  for (let k = 0; k < count; k++) {
    if (k === j) continue;
    const ratio = r[k]! * perLength;
    const cos = xj * x[k]! + yj * y[k]! + zj * z[k]!;
    const difference = 2 * ratio * cos - 1; // X − Y
    const a = 1 - difference * difference;
    const beyond = 2 * (2 * ratio * ratio - difference - 1); // a (C − 1)
    if (!(a > 0 && beyond < (max - 1) * a)) continue;
    if (beyond <= (min - 1) * a) return 0;
    product *= fade((1 + beyond / a - min) / (max - min));
  }
  return product;
}

/**
 * Adds to the gradient, shape [k] by axis, how a bond changes when what hides it moves.
 *
 * @param pull  S ∂E/∂S
 */
export function addScreening(
  gx: Float64Array,
  gy: Float64Array,
  gz: Float64Array,
  { count, r, x, y, z }: Shell,
  j: number,
  { min, max }: MeamParameters["screening"],
  pull: number,
): void {
  const rj = r[j]!;
  const perSquare = 1 / (rj * rj);
  for (let k = 0; k < count; k++) {
    if (k === j) continue;
    const rk = r[k]!;
    const ratio = rk / rj;
    const cos = x[j]! * x[k]! + y[j]! * y[k]! + z[j]! * z[k]!;
    const at = (ellipse(ratio, cos) - min) / (max - min);
    if (!(at > 0 && at < 1)) continue; // at 0 both f and its slope vanish
    const X = ratio * ratio;
    const Y = X + 1 - 2 * ratio * cos;
    const a = 1 - (X - Y) * (X - Y);
    const lean = (4 * (X + Y - 1) * (X - Y)) / (a * a);
    const byC = (pull * fadeSlope(at)) / (fade(at) * (max - min));
    // The derivatives by X and Y, then those by the places of j and k.
    const byX = byC * (2 / a + lean);
    const byY = byC * (2 / a - lean);
    const alongJ = 2 * perSquare * (byY - X * byX - Y * byY) * rj;
    const alongK = 2 * perSquare * (byX + byY) * rk;
    const shared = -2 * perSquare * byY;
    gx[j]! += alongJ * x[j]! + shared * rk * x[k]!;
    gy[j]! += alongJ * y[j]! + shared * rk * y[k]!;
    gz[j]! += alongJ * z[j]! + shared * rk * z[k]!;
    gx[k]! += alongK * x[k]! + shared * rj * x[j]!;
    gy[k]! += alongK * y[k]! + shared * rj * y[j]!;
    gz[k]! += alongK * z[k]! + shared * rj * z[j]!;
  }
}

/** C, for r_ik/r_ij and the angle between the two; Infinity beyond the ends of the bond. */
export function ellipse(ratio: number, cos: number): number {
  const X = ratio * ratio;
  const difference = 2 * ratio * cos - 1; // X − Y
  const a = 1 - difference * difference;
  return a > 0 ? 1 + (2 * (2 * X - difference - 1)) / a : Number.POSITIVE_INFINITY;
}

/** f: 0 up to 0, 1 from 1 on. */
export function fade(x: number): number {
  if (x >= 1) return 1;
  if (x <= 0) return 0;
  const square = (1 - x) * (1 - x);
  const rise = 1 - square * square;
  return rise * rise;
}

export function fadeSlope(x: number): number {
  if (x >= 1 || x <= 0) return 0;
  const square = (1 - x) * (1 - x);
  return 8 * (1 - square * square) * square * (1 - x);
}
