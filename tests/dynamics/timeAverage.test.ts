import { describe, expect, test } from "vitest";
import { type TimedFrame, timeAverage } from "../../src/dynamics/timeAverage.js";
import { expectClose } from "../support/closeTo.js";

const frames = (times: number[], sizes: number[] = times.map(() => 1)): TimedFrame[] =>
  times.map((time, f) => ({
    time,
    system: {
      positions: new Float64Array(3 * sizes[f]!).fill(f * f),
      atomicNumbers: new Uint8Array(sizes[f]!).fill(1),
    },
  }));
const average = (path: TimedFrame[], longest?: number) =>
  timeAverage(
    "test",
    path,
    path.map(({ system }) => system.positions),
    longest,
    ([a], [b]) => b! - a!,
  );

test("the mean over all pairs of frames that are so far apart, half of the path long", () => {
  const { times, values } = average(frames([5, 8, 11, 14, 17])); // at 0, 1, 4, 9, 16
  expectClose(times, [0, 3, 6], 1e-12);
  expectClose(values, [0, 16 / 4, (4 + 8 + 12) / 3], 1e-12);
});
test("or as long as is asked for", () => {
  expectClose(average(frames([5, 8, 11, 14, 17]), 12).values, [0, 4, 8, 12, 16], 1e-12);
  expectClose(
    average(frames([0, 0.1, 0.2, 0.30000000000000004]), 0.3).times,
    [0, 0.1, 0.2, 0.3],
    1e-12,
  );
});
describe("refuses", () => {
  test.each<[() => unknown, string]>([
    [() => average(frames([1])), "there must be at least two frames, got 1"],
    [
      () => average(frames([0, 1, 3])),
      "frames must be evenly spaced in time, got 3 for frame 2, the first two 1 apart",
    ],
    [
      () => average(frames([0, 0])),
      "frames must be evenly spaced in time, got 0 for frame 0, the first two 0 apart",
    ],
    [
      () => average(frames([0, 1], [1, 2])),
      "frames must have the same atoms, got 2 in frame 1, 1 in the first",
    ],
    [() => average(frames([0, 1, 2]), 3), "longest must be a time from 0 to 2, got 3"],
    [() => average(frames([0, 1, 2]), -1), "longest must be a time from 0 to 2, got -1"],
  ])("%#", (act, message) => {
    expect(act).toThrow(new RangeError(`test: ${message}`));
  });
});
