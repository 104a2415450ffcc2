/**
 * What far forces are multiplied by, so that they end at the radius R: with x = r/R
 *
 *   T = 1 − 35 x⁴ + 84 x⁵ − 70 x⁶ + 20 x⁷
 *
 * from 1 at r = 0 to 0 at R, with three derivatives that are zero at both ends.
 */
export function taper(r: number, radius: number): number {
  const x = r / radius;
  return 1 + x * x * x * x * (-35 + x * (84 + x * (-70 + x * 20)));
}

/** dT/dr */
export function taperSlope(r: number, radius: number): number {
  const x = r / radius;
  const y = x * (1 - x);
  return (-140 * y * y * y) / radius;
}
