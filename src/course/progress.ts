import { randomUUID } from "node:crypto";
import { publish } from "../charts/publish.js";

export interface ProgressOptions {
  /** How many items there will be. Default: the length of a list; otherwise unknown, and no bar. */
  readonly total?: number;
  /** What is going on, such as "training". */
  readonly label?: string;
}

/**
 * Calls `body` for each item, one after the other, and shows how far it is; the form for a cell:
 *
 *   await withProgress(500, (epoch) => trainOneEpoch(epoch), { label: "training" });
 *
 * The loop ends early when `body` gives false. All else as in `progress`.
 */
export function withProgress(
  count: number,
  body: (item: number) => unknown,
  options?: ProgressOptions,
): Promise<void>;
export function withProgress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  body: (item: T) => unknown,
  options?: ProgressOptions,
): Promise<void>;
export async function withProgress(
  items: number | Iterable<unknown> | AsyncIterable<unknown>,
  body: (item: never) => unknown,
  options?: ProgressOptions,
): Promise<void> {
  const all = typeof items === "number" ? counting(items) : items;
  const known = typeof items === "number" ? items : lengthOf(items);
  const total = options?.total ?? known;
  for await (const item of progress(all, total === undefined ? options : { ...options, total }))
    if ((await body(item as never)) === false) break;
}

/**
 * A loop that shows how far it is, below the cell, with elapsed and remaining time:
 *
 *   for await (const epoch of progress(500, { label: "training" })) trainOneEpoch(epoch);
 *
 * Plain tslab takes a `for await` outside of functions only if the cell has another `await`, too; in a
 * cell use `withProgress`.
 *
 * Gives 0, 1, ... for a number, otherwise the items of a list, a generator or anything else a loop
 * can walk through. About every 50 ms, between two items, it lets the kernel do its own work, so that
 * the display moves and the stop button works at once. A loop that is left early says so; one that the
 * stop button ends keeps its last bar. Outside a notebook it prints a line every two seconds.
 *
 * The display never stops the loop; errors of the items and of the loop's body come through.
 *
 * @throws RangeError, when the loop starts, for a count that is not a whole number of 0 or more
 */
export function progress(count: number, options?: ProgressOptions): AsyncIterable<number>;
export function progress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  options?: ProgressOptions,
): AsyncIterable<T>;
export async function* progress(
  items: number | Iterable<unknown> | AsyncIterable<unknown>,
  { total, label = "" }: ProgressOptions = {},
): AsyncIterable<unknown> {
  const source = typeof items === "number" ? counting(items) : items;
  const known = total ?? (typeof items === "number" ? items : lengthOf(items));
  const bar = { label, total: known !== undefined && known > 0 ? known : undefined };
  const draw = drawer();
  const start = performance.now();
  let drawn = start;
  let yielded = start;
  let done = 0;
  let finished = false;
  draw(progressText({ ...bar, done, seconds: 0 }));
  try {
    for await (const item of source) {
      yield item;
      done++;
      const now = performance.now();
      if (now - drawn > DRAW_EVERY) {
        drawn = now;
        draw(progressText({ ...bar, done, seconds: (now - start) / 1000 }));
      }
      if (now - yielded > YIELD_EVERY) {
        await new Promise((resolve) => setImmediate(resolve));
        yielded = performance.now();
      }
    }
    finished = true;
  } finally {
    const seconds = (performance.now() - start) / 1000;
    draw(progressText({ ...bar, done, seconds, end: finished ? "done" : "stopped" }), true);
  }
}

/** Milliseconds. */
const DRAW_EVERY = 100;
const YIELD_EVERY = 50;
const PRINT_EVERY = 2000;

function* counting(count: number): Generator<number> {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`progress: count must be a whole number of 0 or more, got ${count}`);
  for (let i = 0; i < count; i++) yield i;
}

const lengthOf = (items: object): number | undefined => {
  const { length, size } = items as { length?: unknown; size?: unknown };
  return [length, size].find((n): n is number => typeof n === "number");
};

export interface ProgressState {
  readonly label: string;
  readonly total: number | undefined;
  readonly done: number;
  readonly seconds: number;
  readonly end?: "done" | "stopped";
}

/** The line that is shown: "training ███████░░░░░░░░░░░░░ 37 %, 37 of 100, 2.0 s, 3.4 s left". */
export function progressText({ label, total, done, seconds, end }: ProgressState): string {
  const count = total === undefined ? `${done}` : `${done} of ${total}`;
  const fraction = total === undefined ? undefined : Math.min(1, done / total);
  const parts: string[] = [];
  if (end === undefined && fraction !== undefined) parts.push(`${Math.floor(100 * fraction)} %`);
  parts.push(end === undefined ? count : `${end}: ${count}`, duration(seconds));
  if (end === undefined && fraction && fraction < 1)
    parts.push(`${duration((seconds * (1 - fraction)) / fraction)} left`);
  const filled = Math.round(WIDTH * (fraction ?? 0));
  const bar = fraction === undefined ? "" : "█".repeat(filled) + "░".repeat(WIDTH - filled);
  return [label, bar, parts.join(", ")].filter((part) => part !== "").join(" ");
}

const WIDTH = 20;

/** Seconds as people say them: "0.4 s", "3 min 5 s", "2 h 10 min". */
export function duration(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** One output that each call replaces; where there is no notebook, a printed line now and then. */
function drawer(): (text: string, last?: boolean) => void {
  const transient = { display_id: randomUUID() };
  let shown = false;
  let printed = performance.now();
  return (text, last = false) => {
    try {
      const bundle = { data: { "text/plain": text }, metadata: {}, transient };
      if (publish(bundle, shown)) {
        shown = true;
        return;
      }
    } catch {
      // A display that fails must not cost the results of a long run.
    }
    if (!last && performance.now() - printed < PRINT_EVERY) return;
    printed = performance.now();
    console.log(text);
  };
}
