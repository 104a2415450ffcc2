export interface BlockedMean {
  readonly mean: number;
  /** One standard deviation of the mean. */
  readonly error: number;
}

/**
 * The mean of numbers that follow each other in a run, with its error. Such numbers resemble their
 * predecessors, so √(variance/count) would be far too small. Neighbours are averaged in pairs, again and
 * again: the error that follows from the blocks' scatter grows until they no longer resemble each other.
 * The largest one found with 16 or more blocks is given; it is itself known to about a fifth.
 *
 * Source: H. Flyvbjerg, H. G. Petersen, J. Chem. Phys. 91, 461 (1989).
 *
 * @throws RangeError for fewer than 16 numbers, and for one that is not finite
 */
export function blockedMean(values: ArrayLike<number>): BlockedMean {
  let blocks: Float64Array = Float64Array.from(values);
  if (blocks.length < 16)
    throw new RangeError(`blockedMean: there must be 16 numbers or more, got ${blocks.length}`);
  const bad = blocks.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new RangeError(`blockedMean: number ${bad} must be finite, got ${blocks[bad]}`);
  const mean = meanOf(blocks);
  let error = 0;
  while (blocks.length >= 16) {
    const middle = meanOf(blocks);
    const squares = blocks.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    error = Math.max(error, Math.sqrt(squares / (blocks.length * (blocks.length - 1))));
    const { length } = blocks;
    blocks = Float64Array.from(
      { length: Math.floor(length / 2) },
      (_, k) => (blocks[2 * k]! + blocks[2 * k + 1]!) / 2,
    );
  }
  return { mean, error };
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
