import type { Random } from "../numerics/random.js";

/** Numbers of data, each in one of the two lists, in ascending order. */
export interface Split {
  /** What a fit may see. */
  readonly train: readonly number[];
  /** What it is judged by. */
  readonly test: readonly number[];
}

/**
 * A part of the data drawn at random for the test. Right when data are independent; frames of one run of
 * dynamics are not: see `groupSplit`.
 *
 * @param testPart  the part to keep apart, between 0 and 1; rounded to whole data, at least one on each side
 * @throws RangeError for fewer than two data or a part that is not between 0 and 1
 */
export function randomSplit(count: number, testPart: number, random: Random): Split {
  requirePart("randomSplit", testPart);
  if (!(Number.isInteger(count) && count >= 2))
    throw new RangeError(`randomSplit: there must be at least 2 data, got ${count}`);
  const order = shuffled(count, random);
  const size = Math.min(count - 1, Math.max(1, Math.round(testPart * count)));
  return { train: ascending(order.slice(size)), test: ascending(order.slice(0, size)) };
}

/**
 * Whole groups drawn at random for the test, until it has at least its part: relatives (frames of one run,
 * strains of one crystal) never stand on both sides, where they would give the answer away.
 *
 * @param groups  the group of each datum
 * @throws RangeError for fewer than two groups or a part that is not between 0 and 1
 */
export function groupSplit(groups: readonly string[], testPart: number, random: Random): Split {
  requirePart("groupSplit", testPart);
  const names = [...new Set(groups)];
  if (names.length < 2)
    throw new RangeError(`groupSplit: there must be at least 2 groups, got ${names.length}`);
  const chosen = new Set<string>();
  let size = 0;
  for (const g of shuffled(names.length, random)) {
    if (size >= testPart * groups.length || chosen.size === names.length - 1) break;
    chosen.add(names[g]!);
    size += groups.filter((group) => group === names[g]).length;
  }
  return divide(groups.length, (i) => chosen.has(groups[i]!));
}

/**
 * Training on the data whose value (a distance, a volume, a temperature) is within a range, test on those
 * beyond it: asks what a fit is worth where it has not been.
 *
 * @throws RangeError for values that are not finite, and when one side stays empty
 */
export function extrapolationSplit(
  values: ArrayLike<number>,
  {
    from = Number.NEGATIVE_INFINITY,
    to = Number.POSITIVE_INFINITY,
  }: { from?: number; to?: number },
): Split {
  for (let i = 0; i < values.length; i++)
    if (!Number.isFinite(values[i]))
      throw new RangeError(`extrapolationSplit: value ${i} must be finite, got ${values[i]}`);
  const split = divide(values.length, (i) => values[i]! < from || values[i]! > to);
  for (const [side, list] of Object.entries(split))
    if (list.length === 0)
      throw new RangeError(
        `extrapolationSplit: there must be data on both sides, got none to ${side} with ` +
          `the range ${from} to ${to}`,
      );
  return split;
}

function divide(count: number, isTest: (i: number) => boolean): Split {
  const all = Array.from({ length: count }, (_, i) => i);
  return { train: all.filter((i) => !isTest(i)), test: all.filter(isTest) };
}

/** 0 … count − 1 in random order (Fisher and Yates). */
export function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

function requirePart(where: string, part: number): void {
  if (!(part > 0 && part < 1))
    throw new RangeError(`${where}: testPart must be between 0 and 1, got ${part}`);
}
