import { clean } from "../marking/remote.js";

/** What a cell said in words: what it printed, then its result, or its error. Charts are not compared. */
export interface Said {
  readonly text: string;
  readonly error: string | undefined;
}

/**
 * How the saved output of a cell differs from what it says now, in a sentence; undefined if it does not.
 * Only what two new runs agree on is compared: a time or a random number differs every time.
 */
export function difference(saved: Said, first: Said, second: Said): string | undefined {
  if (first.error === second.error && (saved.error === undefined) !== (first.error === undefined))
    return `${endOf(saved, "saved")}, ${endOf(first, "now")}`;
  const [old, now, again] = [saved, first, second].map(({ text }) => text.trimEnd().split("\n"));
  if (now!.length !== again!.length) return undefined;
  if (old!.length !== now!.length)
    return `saved with ${lines(old!)} of text, now it has ${lines(now!)}`;
  const at = now!.findIndex((line, i) => line === again![i] && line !== old![i]);
  return at < 0 ? undefined : `line ${at + 1}: saved ${short(old![at]!)}, now ${short(now![at]!)}`;
}

const endOf = ({ error }: Said, when: string): string =>
  `${when} ${error === undefined ? "without an error" : `with ${clean(error, 120)}`}`;

const lines = (list: readonly string[]): string =>
  list.length === 1 ? "1 line" : `${list.length} lines`;

const short = (line: string): string => `"${clean(line, 80)}"`;
