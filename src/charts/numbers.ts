/** How the builders check lists of numbers and put numbers into words. */

export type Kind = "finite" | "not negative" | "positive";

const HOLDS: Readonly<Record<Kind, (value: number) => boolean>> = {
  finite: Number.isFinite,
  "not negative": (value) => Number.isFinite(value) && value >= 0,
  positive: (value) => Number.isFinite(value) && value > 0,
};

/** @throws RangeError that names the place of the first number that is not of the kind */
export function requireNumbers(
  where: string,
  values: ArrayLike<number>,
  kind: Kind = "finite",
  place: (index: number) => string = (index) => `index ${index}`,
): void {
  if (!(values?.length > 0))
    throw new RangeError(`${where} must hold at least one number, got none`);
  const holds = HOLDS[kind];
  const more = kind === "finite" ? "" : `, ${kind}`;
  for (let i = 0; i < values.length; i++)
    if (!holds(values[i]!))
      throw new RangeError(
        `${where} must be finite numbers${more}, got ${values[i]} at ${place(i)}`,
      );
}

/** @throws RangeError when a list is not as long as another, which `as` names */
export function requireLength(
  where: string,
  values: ArrayLike<number>,
  length: number,
  as = "x",
): void {
  if (values.length !== length)
    throw new RangeError(
      `${where} must have as many numbers as ${as}, ${length}, got ${values.length}`,
    );
}

/** @throws RangeError when a number is not larger than the one before it */
export function requireRising(where: string, values: ArrayLike<number>): void {
  for (let i = 1; i < values.length; i++)
    if (!(values[i]! > values[i - 1]!))
      throw new RangeError(
        `${where} must rise, got ${values[i]} at index ${i} after ${values[i - 1]}`,
      );
}

/** Smallest and largest. */
export function extentOf(...lists: readonly ArrayLike<number>[]): [number, number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      least = Math.min(least, list[i]!);
      greatest = Math.max(greatest, list[i]!);
    }
  return [least, greatest];
}

/** A range with a twentieth of it beyond either end, or beyond the ends that are not `fixed`. */
export function widened(
  [from, to]: readonly [number, number],
  fixed: number = Number.NaN,
): [number, number] {
  const margin = (to - from || Math.abs(to) || 1) / 20;
  return [from === fixed ? from : from - margin, to === fixed ? to : to + margin];
}

/** A number to be read aloud, of four significant digits: 0.01235, -76.24, 1.2e-9, 3.2e7. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(4));
  const plain = rounded === 0 || (Math.abs(rounded) >= 1e-3 && Math.abs(rounded) < 1e6);
  return plain ? String(rounded) : rounded.toExponential().replace("+", "");
}

/** The same to be seen, of three digits and with a power of ten: 0.0124, 1.2·10⁻⁹. */
export function numberLabel(value: number): string {
  const [factor, power] = numberText(Number(value.toPrecision(3))).split("e");
  const shown = factor!.replace("-", "−");
  if (power === undefined) return shown;
  return `${shown}·10${power.replace("-", "⁻").replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!)}`;
}

/** The smallest of ..., 0.1, 0.2, 0.5, 1, 2, 5, 10, ... that is at least the given width. */
export function niceStep(width: number): number {
  const power = Math.floor(Math.log10(width));
  for (const factor of [1, 2, 5, 10]) {
    // Written as text, so that 0.3 is 0.3 and not 3 * 0.1.
    const step = Number(`${factor}e${power}`);
    if (step >= width * (1 - 1e-12)) return step;
  }
  return Number(`1e${power + 2}`);
}

/** The multiples of a nice step between two numbers, about `count` of them, or fewer. */
export function roundNumbers(from: number, to: number, count: number): number[] {
  const step = niceStep((to - from) / count);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const all = Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step);
  return all.map((value) => tidy(value) + 0); // + 0: no -0
}

/** "1 level", "2 levels". */
export const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;

/** A description with sentences of numbers added to it. */
export function withSentences(description: string, ...sentences: readonly string[]): string {
  if (typeof description !== "string") return description; // show says what is wrong with it
  const own = description.trim();
  return [/[.!?]$/.test(own) || own === "" ? own : `${own}.`, ...sentences].join(" ").trim();
}

/** Nine digits: more than a picture or the value under the mouse shows only makes the notebook larger. */
export const compact = (value: number): number => Number(value.toPrecision(9));

/** Without the last digits, which rounding made: 0.3 rather than 0.30000000000000004. */
export const tidy = (value: number): number => Number(value.toPrecision(12));
