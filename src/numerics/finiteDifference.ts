/**
 * Gradient of a scalar function by central differences, one coordinate at a time,
 *
 *   ∂f/∂xᵢ ≈ (f(x + h eᵢ) − f(x − h eᵢ)) / 2h
 *
 * The error is h² f‴ / 6 plus about 10⁻¹⁶ |f| / h from rounding.
 *
 * @param f  scalar function of a point; it may keep nothing of the array it is given
 * @param x  point, shape [d]; left as it was found
 * @param h  half-width of the stencil, in the units of x
 * @returns  ∂f/∂x, shape [d]
 * @throws   RangeError when h is not a positive finite number
 */
export function centralGradient(
  f: (x: Float64Array) => number,
  x: ArrayLike<number>,
  h = 1e-4,
): Float64Array {
  if (!(h > 0 && Number.isFinite(h)))
    throw new RangeError(
      `centralGradient: h must be a positive number in the units of x, got ${h}`,
    );
  const point = Float64Array.from(x);
  const gradient = new Float64Array(point.length);
  for (let i = 0; i < point.length; i++) {
    const centre = point[i]!;
    point[i] = centre + h;
    const above = f(point);
    point[i] = centre - h;
    const below = f(point);
    point[i] = centre;
    gradient[i] = (above - below) / (2 * h);
  }
  return gradient;
}
