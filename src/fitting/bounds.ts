/** Where a parameter may lie; what is absent is no limit. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A way from any number t to a value within bounds. */
export interface Transformation {
  /** The value that belongs to t. */
  value(t: number): number;
  /** dvalue/dt. */
  slope(t: number): number;
  /** The t of a value strictly within the bounds. */
  inverse(value: number): number;
}

/**
 * With x = value(t) a search over all t keeps x in its bounds:
 *
 *   both bounds   x = (min + max)/2 + (max − min)/2 · sin t
 *   min alone     x = min + s (√(t² + 1) − 1)
 *   max alone     x = max − s (√(t² + 1) − 1)
 *   none          x = t
 *
 * Source: F. James and M. Roos, Comput. Phys. Commun. 10, 343 (1975). At a bound the slope is 0: a search
 * comes there but does not begin there.
 *
 * @param scale  s, the size of a change in x that matters. Positive.
 */
export function transformation({ min, max }: Bounds, scale: number): Transformation {
  if (min !== undefined && max !== undefined) {
    const middle = (min + max) / 2;
    const half = (max - min) / 2;
    return {
      value: (t) => Math.min(max, Math.max(min, middle + half * Math.sin(t))),
      slope: (t) => half * Math.cos(t),
      inverse: (value) => Math.asin((value - middle) / half),
    };
  }
  const bound = min ?? max;
  if (bound === undefined) return { value: (t) => t, slope: () => 1, inverse: (value) => value };
  const sign = min === undefined ? -1 : 1;
  return {
    value: (t) => bound + sign * scale * (Math.sqrt(t * t + 1) - 1),
    slope: (t) => (sign * scale * t) / Math.sqrt(t * t + 1),
    inverse: (value) => Math.sqrt(((sign * (value - bound)) / scale + 1) ** 2 - 1),
  };
}

/** @throws RangeError for bounds that are not numbers or the wrong way round, a start that is not between them */
export function requireWithin(
  where: string,
  name: string,
  unit: string,
  value: number,
  { min, max }: Bounds,
): void {
  for (const [side, bound] of Object.entries({ min, max }))
    if (bound !== undefined && !Number.isFinite(bound))
      throw new RangeError(
        `${where}: ${side} of ${name} must be a finite number of ${unit}, got ${bound}; leave it out for none`,
      );
  if (min !== undefined && max !== undefined && !(min < max))
    throw new RangeError(
      `${where}: min of ${name} must be below max, got ${min} and ${max} ${unit}`,
    );
  if ((min !== undefined && !(value > min)) || (max !== undefined && !(value < max)))
    throw new RangeError(
      `${where}: start of ${name} must lie between its bounds ${min ?? "−∞"} and ${max ?? "∞"} ${unit}, ` +
        `got ${value}`,
    );
}
