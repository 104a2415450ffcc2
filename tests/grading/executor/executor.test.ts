import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Answer,
  type Executor,
  startExecutor,
} from "../../../src/grading/executor/executor.js";
import type { ToExecutor } from "../../../src/grading/executor/messages.js";
import { type Box, makeBox } from "../../../src/grading/sandbox/box.js";
import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";
import { noSandboxBecause } from "../support/sandbox.js";
import { leftovers } from "../support/world.js";

const LIMITS = { memoryBytes: 200e6, processes: 32, cpuSeconds: 2, temporaryBytes: 1e6 };

describe.skipIf(noSandboxBecause !== undefined)("the process that runs a submission", () => {
  let box: Box;
  let executor: Executor;
  const begin = (patienceSeconds = 20): Promise<Executor> =>
    startExecutor({ sandbox: bubblewrap(), box, limits: LIMITS, patienceSeconds });
  const ask = async (request: ToExecutor, of = executor): Promise<unknown> => {
    const answer: Answer = await of.ask(JSON.stringify(request));
    return "line" in answer ? JSON.parse(answer.line) : answer;
  };
  const run = (code: string, topLevelAwait = false): Promise<unknown> =>
    ask({ type: "run", code, topLevelAwait });
  const call = (target: string, ...args: unknown[]): Promise<unknown> =>
    ask({ type: "call", target, args, construct: false });

  beforeAll(async () => {
    box = makeBox({ uses: ["units/constants"], data: ["h2/h2_curve_ccpvqz.csv"] });
    executor = await begin();
  });
  afterAll(async () => {
    await executor.end();
    box.remove();
    expect(leftovers()).toEqual([]);
  });

  test("cells see what cells before them have declared, and may declare it anew", async () => {
    await run("exports.a = 1;");
    await run("exports.b = exports.a + 1;");
    await run("exports.a = 5;");
    expect(await ask({ type: "get", name: "b" })).toEqual({ type: "returned", value: 2 });
    expect(await ask({ type: "get", name: "a" })).toEqual({ type: "returned", value: 5 });
    expect(await ask({ type: "get", name: "c" })).toEqual({ type: "missing" });
  });

  test("an imported name can be declared anew, too", async () => {
    const define = 'Object.defineProperty(exports, "x", { enumerable: true, get: () => 3 });';
    expect(await run(`${define} exports.x = 4;`)).toEqual({ type: "ran" });
    expect(await ask({ type: "get", name: "x" })).toEqual({ type: "returned", value: 4 });
  });

  test("an allowed file of the package is there, the data too, and another file is not", async () => {
    await run(`exports.u = require("mlip/units/constants").HARTREE_IN_EV;
      exports.d = require("fs").readdirSync("data/h2");`);
    expect(await ask({ type: "get", name: "u" })).toEqual({
      type: "returned",
      value: 27.211386245981,
    });
    expect(await ask({ type: "get", name: "d" })).toEqual({
      type: "returned",
      value: ["h2_curve_ccpvqz.csv"],
    });
    expect(await run('require("mlip/potentials/morse")')).toMatchObject({
      error: { message: expect.stringContaining("not defined by") },
    });
  });

  test("errors, of promises too, belong to their cell, and the next one runs", async () => {
    expect(await run("null.x")).toMatchObject({ error: { name: "TypeError" } });
    expect(await run("Promise.reject(new Error('lost'))")).toMatchObject({
      error: { message: "lost" },
    });
    expect(await run("await Promise.reject(new RangeError('r'))", true)).toMatchObject({
      error: { name: "RangeError" },
    });
    expect(await run("throw { toString() { throw 1; } }")).toMatchObject({
      error: { message: "a value that cannot be printed" },
    });
    expect(await run("process.exit(3)")).toMatchObject({
      error: { message: expect.stringContaining("process.exit() is refused") },
    });
    expect(await run("exports.z = 1;")).toEqual({ type: "ran" });
  });

  test("a promise is waited for; one that nothing will settle is found out at once", async () => {
    await run(`exports.later = async (x) => { await new Promise((go) => setTimeout(go, 5)); return 2 * x; };
      exports.never = () => new Promise(() => {});`);
    expect(await call("later", 4)).toEqual({ type: "returned", value: 8, promise: true });
    const never = { message: "it waits for a promise that is never settled" };
    expect(await call("never")).toMatchObject({ type: "threw", error: { error: never } });
    expect(await run("await new Promise(() => {})", true)).toMatchObject({ error: never });
  });

  test("it calls functions that it was passed, while its caller waits", async () => {
    await run("exports.twice = (f, x) => f(f(x));");
    const f = { function: { mine: 0, name: "f" } };
    expect(await call("twice", f, 3)).toEqual({ type: "callback", target: 0, args: [3] });
    expect(await ask({ type: "returned", value: 9 })).toEqual({
      type: "callback",
      target: 0,
      args: [9],
    });
    expect(await ask({ type: "returned", value: 81 })).toEqual({ type: "returned", value: 81 });
  });

  test("a value that cannot cross is named", async () => {
    await run("exports.odd = () => Symbol.iterator;");
    expect(await call("odd")).toEqual({ type: "unreadable", reason: "a symbol" });
  });

  test.each([
    ["it computed for longer than 2 s", "for (;;) {}"],
    [
      "it needed more than 200 MB of memory",
      "const hog = []; for (;;) hog.push(Buffer.alloc(1e7, 1));",
    ],
    [
      "it needed more than 200 MB of memory",
      "const hog = []; for (;;) hog.push({ a: [hog.length] });",
    ],
    [
      "it gave an answer of more than 16 MB",
      "const b = Buffer.alloc(1e6, 65); for (;;) require('fs').writeSync(3, b);",
    ],
    ["it ended the process (exit code 137)", "process._kill(process.pid, 9)"],
  ])("it is lost, with a reason: %s", async (lost, code) => {
    const other = await begin();
    expect(await ask({ type: "run", code, topLevelAwait: false }, other)).toEqual({ lost });
    expect(await ask({ type: "get", name: "a" }, other)).toEqual({ lost });
    await other.end();
  });

  test("one that waits for too long is lost, too", async () => {
    const other = await begin(1);
    const code = "setInterval(() => {}, 100); await new Promise(() => {});";
    expect(await ask({ type: "run", code, topLevelAwait: true }, other)).toEqual({
      lost: "it took longer than 1 s",
    });
    await other.end();
  });
});
