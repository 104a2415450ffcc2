import { afterEach, describe, expect, test as it, vi } from "vitest";
import { hiddenRandom, installHooks, selfCheck, test, wanted } from "../../src/grading/tests.js";

const HOOKS = Symbol.for("mlip.grader");
afterEach(() => {
  delete (globalThis as Record<symbol, unknown>)[HOOKS];
  vi.restoreAllMocks();
});

describe("a test cell in a notebook", () => {
  it("says how each test ended; after them the cell fails once, with their number", async () => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line) => lines.push(line));
    const thrown: (() => void)[] = [];
    vi.spyOn(globalThis, "queueMicrotask").mockImplementation((act) => thrown.push(act));
    test("one", 1, () => {});
    test("two", 2, () => {
      throw new Error("too small");
    });
    await test("three", 3, async () => {
      throw "a text";
    });
    await test("four", 4, async () => {});
    expect(lines).toEqual([
      "✔ right: one (1 point)",
      "✘ wrong: two: too small (2 points)",
      "✘ wrong: three: a text (3 points)",
      "✔ right: four (4 points)",
    ]);
    expect(thrown.length).toBe(1);
    expect(thrown[0]).toThrow("2 of the tests above failed");
  });

  it("is remembered, as it ended last, by the check before handing in", () => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((line) => lines.push(line));
    vi.spyOn(globalThis, "queueMicrotask").mockImplementation(() => {});
    const fail = (): never => {
      throw new Error("no");
    };
    for (const name of ["one", "two", "three", "four"]) test(name, 1, () => {});
    test("two", 1, fail);
    test("three", 1, fail);
    test("three", 1, () => {});
    lines.length = 0;
    selfCheck();
    expect(lines).toEqual(["3 of the 4 tests that have run hold.", "✘ two"]);
  });

  it("has one solution only: wanted makes the call", () => expect(wanted(() => 3)).toBe(3));

  it("hidden random numbers are the same in every run, and others for another name", () => {
    expect(hiddenRandom("a")()).toBe(hiddenRandom("a")());
    expect(hiddenRandom("a")()).not.toBe(hiddenRandom("b")());
  });
});

describe("in the grader", () => {
  const hooks = { test: vi.fn(), wanted: vi.fn(), secret: "ours" };

  it("its hooks are called in place of that, with what a wanted call gives: undefined, too", () => {
    installHooks({ ...hooks, wanted: () => undefined as never });
    const body = (): void => {};
    test("one", 1, body);
    expect(hooks.test).toHaveBeenCalledWith("one", 1, body);
    expect(wanted(() => 3)).toBeUndefined();
  });

  it("hidden random numbers come from the class's secret", () => {
    const without = hiddenRandom("a")();
    installHooks(hooks);
    expect(hiddenRandom("a")()).not.toBe(without);
  });
});
