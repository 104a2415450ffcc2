import type { Random } from "../numerics/random.js";
import { shuffled } from "./splits.js";

export interface LearningCurve {
  /** What may be trained on, numbers of data. */
  readonly train: readonly number[];
  /** How many of them to use, ascending. */
  readonly sizes: readonly number[];
  /** How many orders of the data to try. */
  readonly repeats: number;
  readonly random: Random;
  /** Fits to these data; returns the error on them and on data kept apart, in one unit. */
  errors(subset: readonly number[]): { readonly train: number; readonly test: number };
}

/** Errors with so many data: averages over the repeats, and the standard deviation of the test's. */
export interface LearningRow {
  readonly size: number;
  readonly train: number;
  readonly test: number;
  readonly testDeviation: number;
}

/**
 * Errors against the number of data. The two curves meet where more data of the kind no longer help: what
 * is left is the form's error. In each repeat the larger sets contain the smaller ones.
 *
 * @throws RangeError for sizes that are not whole numbers from 1 to the number of data, repeats that are
 *         not positive, and for errors that are not finite
 */
export function learningCurve(task: LearningCurve): LearningRow[] {
  const { train, sizes, repeats, random, errors } = task;
  for (const size of sizes)
    if (!(Number.isInteger(size) && size >= 1 && size <= train.length))
      throw new RangeError(
        `learningCurve: sizes must be whole numbers from 1 to ${train.length}, got ${size}`,
      );
  if (!(Number.isInteger(repeats) && repeats >= 1))
    throw new RangeError(`learningCurve: repeats must be a positive whole number, got ${repeats}`);
  const orders = Array.from({ length: repeats }, () => shuffled(train.length, random));
  return sizes.map((size) => {
    const found = orders.map((order) => errors(order.slice(0, size).map((i) => train[i]!)));
    for (const { train: a, test: b } of found)
      if (!Number.isFinite(a + b))
        throw new RangeError(
          `learningCurve: errors must be finite, got ${a} and ${b} with ${size} data`,
        );
    const test = mean(found.map((one) => one.test));
    return {
      size,
      train: mean(found.map((one) => one.train)),
      test,
      testDeviation: Math.sqrt(mean(found.map((one) => (one.test - test) ** 2))),
    };
  });
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / list.length;
