import { extentOf, niceStep } from "./numbers.js";

/**
 * A width for the bins of a histogram: a nice number (1, 2 or 5 times a power of ten), 0.7 to 1.8 times
 * that of D. Freedman and P. Diaconis, Z. Wahrscheinlichkeitstheorie 57, 453 (1981),
 *
 *   2 (interquartile range) / (number of values)^(1/3)
 *
 * but wide enough for at most 200 bins; a tenth of the range stands for it where half of the values are one.
 *
 * @throws RangeError when all values are one
 */
export function binWidthFor(where: string, values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const quartile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  const [least, greatest] = extentOf(values);
  const range = greatest - least;
  if (!(range > 0))
    throw new RangeError(`${where}: binWidth must be given, because every value is ${least}`);
  const spread = quartile(0.75) - quartile(0.25);
  const width = spread > 0 ? (2 * spread) / Math.cbrt(sorted.length) : range / 10;
  return niceStep(Math.max(width / Math.SQRT2, range / 200));
}

/**
 * How many values lie in each bin. Bin k goes from k · width to (k + 1) · width; a value on an edge counts
 * to the right of it.
 *
 * @param from, to  numbers of the first and the last bin
 */
export function countInBins(
  values: ArrayLike<number>,
  width: number,
  from: number,
  to: number,
): Uint32Array {
  const counts = new Uint32Array(to - from + 1);
  for (let i = 0; i < values.length; i++) counts[binOf(values[i]!, width) - from]!++;
  return counts;
}

/** The number of the bin in which a value lies; 0.3 is in the fourth bin of width 0.1, whatever its rounding. */
export const binOf = (value: number, width: number): number => Math.floor(value / width + 1e-9);
