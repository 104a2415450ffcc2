import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Bundle } from "../../src/charts/publish.js";
import { duration, progress, progressText, withProgress } from "../../src/course/progress.js";

const HOOK = Symbol.for("mlip.display");
const hooks = globalThis as Record<symbol, unknown>;
let shown: { text: string; id: string | undefined; update: boolean }[] = [];
let log = vi.spyOn(console, "log");

beforeEach(() => {
  shown = [];
  log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  hooks[HOOK] = ({ data, transient }: Bundle, update = false): void => {
    shown.push({ text: String(data["text/plain"]), id: transient?.display_id, update });
  };
});
afterEach(() => {
  delete hooks[HOOK];
  log.mockRestore();
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const busy = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end; );
};
async function walk<T>(items: AsyncIterable<T>, body = (_: T): void => undefined): Promise<T[]> {
  const seen: T[] = [];
  for await (const item of items) {
    body(item);
    seen.push(item);
  }
  return seen;
}

test("a number counts from 0; lists, sets, generators and async generators give their items", async () => {
  expect(await walk(progress(3))).toEqual([0, 1, 2]);
  expect(await walk(progress(0))).toEqual([]);
  expect(await walk(progress(["a", "b"]))).toEqual(["a", "b"]);
  expect(await walk(progress(Float64Array.of(1, 2)))).toEqual([1, 2]);
  expect(await walk(progress(new Set([1, 2])))).toEqual([1, 2]);
  expect(await walk(progress([1, 2].values(), { total: 2 }))).toEqual([1, 2]);
  const slow = async function* (): AsyncGenerator<number> {
    yield 1;
    await sleep(1);
    yield 2;
  };
  expect(await walk(progress(slow()))).toEqual([1, 2]);
});

test("one output is shown and then replaced, from 0 to done", async () => {
  await walk(progress(5, { label: "training" }), () => busy(60));
  expect(shown[0]).toMatchObject({
    text: `training ${"░".repeat(20)} 0 %, 0 of 5, 0.0 s`,
    update: false,
  });
  expect(shown.at(-1)!.text).toMatch(/^training █{20} done: 5 of 5, 0\.[3-9] s$/);
  expect(shown.length).toBeGreaterThanOrEqual(4);
  expect(shown.slice(1).every(({ update }) => update)).toBe(true);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(1);
  expect(log).not.toHaveBeenCalled();
});

test("two loops have outputs of their own", async () => {
  await walk(progress(1));
  await walk(progress(1));
  expect(new Set(shown.map(({ id }) => id)).size).toBe(2);
});

test("quick items do not flood the display", async () => {
  await walk(progress(20_000));
  expect(shown.length).toBeLessThan(12);
});

test("other work gets its turn about every 50 ms while items are computed", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  await walk(progress(60), () => busy(10));
  clearInterval(timer);
  expect(ticks).toBeGreaterThanOrEqual(6); // 600 ms of work
});

test("a loop that is left early, or fails, says so; its error comes through", async () => {
  for await (const item of progress(10)) if (item === 3) break;
  expect(shown.at(-1)!.text).toMatch(/^█{6}░{14} stopped: 3 of 10, /);
  const failing = walk(progress(10), (item) => {
    if (item === 5) throw new Error("boom");
  });
  await expect(failing).rejects.toThrow("boom");
  expect(shown.at(-1)!.text).toContain("stopped: 5 of 10");
  const source = function* (): Generator<number> {
    yield 1;
    throw new Error("no more");
  };
  await expect(walk(progress(source()))).rejects.toThrow("no more");
  expect(shown.at(-1)!.text).toMatch(/^stopped: 1, /);
});

test("withProgress calls a function, sync or async, for each item, until it gives false", async () => {
  const seen: unknown[] = [];
  await withProgress(3, (i) => seen.push(i), { label: "epochs" });
  expect(shown.at(-1)!.text).toMatch(/^epochs █{20} done: 3 of 3, /);
  await withProgress(["a", "b"], async (text) => {
    await sleep(1);
    seen.push(text);
  });
  expect(shown.at(-1)!.text).toMatch(/^█{20} done: 2 of 2, /);
  await withProgress([1, 2].values(), (i) => seen.push(i));
  expect(shown.at(-1)!.text).toMatch(/^done: 2, /);
  expect(seen).toEqual([0, 1, 2, "a", "b", 1, 2]);
  await withProgress(10, (i) => i < 4);
  expect(shown.at(-1)!.text).toMatch(/^█{8}░{12} stopped: 4 of 10, /);
  const crash = (): never => {
    throw new Error("boom");
  };
  await expect(withProgress(3, crash)).rejects.toThrow("boom");
});

test("a display that fails costs nothing", async () => {
  hooks[HOOK] = (): never => {
    throw new Error("display is broken");
  };
  expect(await walk(progress(3))).toEqual([0, 1, 2]);
});

test("outside a notebook the end is printed, and not every step", async () => {
  delete hooks[HOOK];
  await walk(progress(3, { label: "epochs" }), () => busy(101));
  expect(log.mock.calls).toEqual([[expect.stringMatching(/^epochs █{20} done: 3 of 3, 0\.\d s$/)]]);
});

test.each([-1, 1.5, Number.NaN])("a count of %f is refused", async (count) => {
  await expect(walk(progress(count))).rejects.toThrow(
    new RangeError(`progress: count must be a whole number of 0 or more, got ${count}`),
  );
});

const state = { label: "", total: 8, done: 2, seconds: 3 };
test.each([
  [state, `${"█".repeat(5)}${"░".repeat(15)} 25 %, 2 of 8, 3.0 s, 9.0 s left`],
  [{ ...state, done: 0 }, `${"░".repeat(20)} 0 %, 0 of 8, 3.0 s`],
  [{ ...state, done: 8 }, `${"█".repeat(20)} 100 %, 8 of 8, 3.0 s`],
  [{ ...state, done: 9 }, `${"█".repeat(20)} 100 %, 9 of 8, 3.0 s`],
  [{ ...state, total: undefined }, "2, 3.0 s"],
  [{ ...state, end: "done" as const, done: 8 }, `${"█".repeat(20)} done: 8 of 8, 3.0 s`],
])("the line for %j", (given, line) => expect(progressText(given)).toBe(line));

test("a total that makes no sense counts as unknown", async () => {
  await walk(progress([1], { total: Number.NaN }));
  expect(shown[0]!.text).toBe("0, 0.0 s");
});

test.each([
  [0.04, "0.0 s"],
  [59.9, "59.9 s"],
  [59.96, "1 min 0 s"],
  [185, "3 min 5 s"],
  [3599.6, "1 h 0 min"],
  [7800, "2 h 10 min"],
])("%f seconds are %s", (seconds, text) => expect(duration(seconds)).toBe(text));
