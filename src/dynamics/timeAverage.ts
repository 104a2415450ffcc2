import type { Frame } from "../structures/frame.js";

/** A frame of which one knows when it was; each `Sample` of a run is one. */
export interface TimedFrame extends Pick<Frame, "system" | "velocities"> {
  /** Atomic units of time. */
  readonly time: number;
}

/** A function of the time that has passed. Index letter: k times. */
export interface TimeFunction {
  /** From 0 on, atomic units of time, shape [k]. */
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/**
 * What two moments of a path have to do with each other, as a function of the time between them: the mean
 * of `compare` over all pairs of frames that are that far apart, so every frame serves as a start.
 *
 * @param longest  the longest time, atomic units of time. Default: half of the path
 * @throws RangeError for fewer than two frames, times that are not evenly spaced, frames of different
 *         size, a longest time that is not within the path
 */
export function timeAverage(
  where: string,
  path: readonly TimedFrame[],
  rows: readonly Float64Array[],
  longest: number | undefined,
  compare: (earlier: Float64Array, later: Float64Array) => number,
): TimeFunction {
  if (path.length < 2)
    throw new RangeError(`${where}: there must be at least two frames, got ${path.length}`);
  const start = path[0]!.time;
  const interval = path[1]!.time - start;
  for (const [f, { time }] of path.entries())
    if (!(interval > 0 && Math.abs(time - start - f * interval) < 1e-6 * interval * path.length))
      throw new RangeError(
        `${where}: frames must be evenly spaced in time, got ${time} for frame ${f}, ` +
          `the first two ${interval} apart`,
      );
  const odd = rows.findIndex((row) => row.length !== rows[0]!.length);
  if (odd >= 0)
    throw new RangeError(
      `${where}: frames must have the same atoms, got ${rows[odd]!.length / 3} in frame ${odd}, ` +
        `${rows[0]!.length / 3} in the first`,
    );
  const last = path.length - 1;
  const steps =
    longest === undefined ? Math.floor(last / 2) : Math.floor(longest / interval + 1e-9);
  if (!(steps >= 0 && steps <= last))
    throw new RangeError(
      `${where}: longest must be a time from 0 to ${last * interval}, got ${longest}`,
    );
  const values = new Float64Array(steps + 1);
  for (let k = 0; k <= steps; k++) {
    for (let f = 0; f + k <= last; f++) values[k]! += compare(rows[f]!, rows[f + k]!);
    values[k]! /= last + 1 - k;
  }
  return { times: values.map((_, k) => k * interval), values };
}
