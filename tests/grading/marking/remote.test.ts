import { describe, expect, test } from "vitest";
import type { FromExecutor, ToExecutor } from "../../../src/grading/executor/messages.js";
import {
  clean,
  createRemote,
  type Remote,
  SubmittedError,
} from "../../../src/grading/marking/remote.js";

type Reply = FromExecutor | string | { lost: string };

/** A remote whose process answers as it is told to; `asked` is what it was asked. */
function remoteThat(...replies: Reply[]): { remote: Remote; asked: ToExecutor[] } {
  const asked: ToExecutor[] = [];
  const remote = createRemote((request) => {
    asked.push(JSON.parse(request));
    const reply = replies.shift() ?? { lost: "it was not asked to say more" };
    if (typeof reply === "string") return { line: reply };
    return "lost" in reply ? reply : { line: JSON.stringify(reply) };
  });
  return { remote, asked };
}

type F = (...args: unknown[]) => unknown;
const returned = (value: unknown): FromExecutor => ({ type: "returned", value });
const threw = (name: string, message: string): FromExecutor => ({
  type: "threw",
  error: { error: { name, message } },
});
const isFunction: FromExecutor = { type: "function" };

const errorOf = (act: () => unknown): Error => {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
};

describe("names of another process", () => {
  test("a function runs there; a report can say which call was made and what it gave", () => {
    const { remote, asked } = remoteThat(isFunction, returned(-0.5), returned([1, 2]));
    const force = remote.get("force") as F;
    expect(force(1.4, [1, 2])).toBe(-0.5);
    expect(asked[1]).toEqual({
      type: "call",
      target: "force",
      args: [1.4, [1, 2]],
      construct: false,
    });
    expect(remote.lastCall).toEqual({
      text: "force(1.4, [ 1, 2 ])",
      name: "force",
      outcome: "gave -0.5",
    });
    (remote.get("force") as F)();
    expect(asked.length).toBe(3);
    remote.startTest();
    expect(remote.lastCall).toBeUndefined();
  });

  test("a value is copied, anew each time", () => {
    const { remote } = remoteThat(returned(1), returned(2));
    expect([remote.get("x"), remote.get("x")]).toEqual([1, 2]);
    expect(remote.lastCall).toEqual({ text: "x", name: "x", outcome: "is 2" });
  });

  test("an error has the name and the words that it had there", () => {
    const { remote } = remoteThat(isFunction, threw("RangeError", "too far"));
    const error = errorOf(() => (remote.get("f") as F)(1)) as SubmittedError;
    expect(error).toBeInstanceOf(SubmittedError);
    expect([error.name, error.message]).toEqual(["RangeError", "too far"]);
    expect(error.call!.outcome).toBe("stopped with RangeError: too far");
    expect(remote.trouble).toBeUndefined();
  });

  test("a promise is one here, too; a rejected one may be left alone", async () => {
    const { remote } = remoteThat(isFunction, { type: "returned", value: 3, promise: true }, {
      ...threw("Error", "no"),
      promise: true,
    } as FromExecutor);
    const f = remote.get("f") as F;
    expect(await f()).toBe(3);
    const promise = f();
    await new Promise((resolve) => setImmediate(resolve));
    await expect(promise).rejects.toThrow("no");
  });

  test("it can call a function of ours, and gets our errors", () => {
    const { remote, asked } = remoteThat(
      isFunction,
      { type: "callback", target: 0, args: [3] },
      { type: "callback", target: 0, args: [-1] },
      returned(9),
    );
    const square = (x: number): number => {
      if (x < 0) throw new RangeError("below zero");
      return x * x;
    };
    expect((remote.get("f") as F)(square)).toBe(9);
    expect(asked[2]).toEqual({ type: "returned", value: 9 });
    expect(asked[3]).toEqual({
      type: "threw",
      error: { error: { name: "RangeError", message: "below zero" } },
    });
  });

  test("a method of a returned object is called by its number", () => {
    const kept = { function: { mine: 7, name: "energy" } };
    const { remote, asked } = remoteThat(
      isFunction,
      returned({ object: [["energy", kept]] }),
      returned(-1),
    );
    const bond = (remote.get("bond") as F)() as { energy: F };
    expect(bond.energy(2)).toBe(-1);
    expect(asked[2]).toMatchObject({ target: 7, args: [2] });
    expect(remote.lastCall!.text).toBe("energy(2)");
    expect(remote.lastCall!.name).toBe("a function that it gave");
  });
});

describe("trouble, in which no test can pass, whatever it expects", () => {
  test.each([
    ["the process is gone", { lost: "it took longer than 9 s" }, "it took longer than 9 s"],
    ["an exercise is not answered", threw("NotAnswered", "exercise 1"), "not answered yet"],
    [
      "a value cannot cross",
      { type: "unreadable", reason: "a symbol" },
      "it gave a symbol, which no test can read",
    ],
    ["a line is no JSON", "{", "the answer cannot be read"],
    ["a message is unknown", '{"type":"result","points":9}', "the answer cannot be read"],
    ["a message is none", "null", "the answer cannot be read"],
    ["a value is unknown", returned({ code: "1" }), 'the answer cannot be read: the kind "code"'],
    ["a message answers something else", { type: "ran" }, "the answer cannot be read"],
    [
      "a function was never given",
      { type: "callback", target: 99, args: [] },
      "it was not asked to say more",
    ],
  ] as [string, Reply, string][])("%s", (_, reply, trouble) => {
    const { remote } = remoteThat(isFunction, reply);
    expect(() => (remote.get("f") as F)()).toThrow();
    expect(remote.trouble).toBe(trouble);
  });

  test("a name is not declared", () => {
    const { remote } = remoteThat({ type: "missing" });
    expect(() => remote.get("f")).toThrow("f is not defined");
    expect(remote.trouble).toBe("f is not defined");
  });
});

describe("what a submission says is cut to a line of plain text", () => {
  test.each([
    ["a\nb\u0000c\u001b[31md", "a b c [31md"],
    ["right \u202e to left \u2066", "right   to left  "],
    ["x".repeat(70), `${"x".repeat(60)}…`],
    ["half \ud83d pair", "half   pair"],
  ])("%j", (text, line) => expect(clean(text, 60)).toBe(line));
});
