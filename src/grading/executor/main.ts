/**
 * The program in the sandbox: runs a submission's cells, then answers calls of its functions. It holds no
 * secret and is believed in nothing: whatever it says is a value that the submission gave.
 */
import { refuseExit } from "../../kernel/cells/guards.js";
import { decode } from "../values/decode.js";
import { CannotCross, encode } from "../values/encode.js";
import { createFunctionTable } from "../values/functions.js";
import { createCells } from "./cells.js";
import { openLines, tell } from "./lines.js";
import type { FromExecutor, Result, RunError, ToExecutor } from "./messages.js";
import { collectWords } from "./words.js";

const kill = process.kill.bind(process);
const lines = openLines(() => kill(process.pid, "SIGKILL"));
const cells = createCells(process.cwd());
const functions = createFunctionTable(callBack);
const write = (value: unknown): unknown => encode(value, functions.keep);
const read = (data: unknown): unknown => decode(data, functions.find);

/** Whether the grader waits for an answer: only then can its own functions be called. */
let answering = false;
/** What cells say, if somebody asks. */
let takeWords: ReturnType<typeof collectWords> | undefined;
/** What was thrown where nobody could catch it, while a cell ran. */
let uncaught: unknown[] = [];

async function answer(request: ToExecutor): Promise<FromExecutor> {
  if (request.type === "run") return { type: "ran", ...(await run(request)) };
  if (request.type === "get") {
    if (!Object.hasOwn(cells.declared, request.name)) return { type: "missing" };
    const value = cells.declared[request.name];
    return typeof value === "function" ? { type: "function" } : written({ returned: value });
  }
  if (request.type !== "call") throw new Error("executor: an answer without a question");
  const { target, args, construct } = request;
  let promise = false;
  try {
    const given = args.map(read);
    let value = typeof target === "number" ? functions.call(target, given, construct) : undefined;
    if (typeof target === "string") value = callName(target, given, construct);
    if (isPromise(value)) {
      promise = true;
      value = await settled(value);
    }
    return written({ returned: value }, promise);
  } catch (error) {
    return written({ threw: error }, promise);
  }
}

function callName(name: string, args: unknown[], construct: boolean): unknown {
  const value = cells.declared[name] as (...args: unknown[]) => unknown;
  return construct ? Reflect.construct(value, args) : Reflect.apply(value, undefined, args);
}

async function run(
  cell: ToExecutor & { type: "run" },
): Promise<{ error?: RunError; words?: string }> {
  uncaught = [];
  if (cell.record) takeWords ??= collectWords();
  try {
    const value = cells.run(cell);
    if (cell.topLevelAwait) await settled(value as PromiseLike<unknown>);
    // One turn of the event loop: a promise that was rejected and that nobody caught is an error, too.
    await new Promise((resolve) => setImmediate(resolve));
    if (uncaught.length > 0) throw uncaught[0];
    const { resultName = "" } = cell;
    return takeWords ? { words: takeWords(cells.declared[resultName]) } : {};
  } catch (error) {
    const words = takeWords ? { words: takeWords(undefined) } : {};
    return { error: describeError(error), ...words };
  }
}

function written(
  outcome: { returned: unknown } | { threw: unknown },
  promise = false,
): FromExecutor {
  const waited = promise ? { promise } : {};
  try {
    return "returned" in outcome
      ? { type: "returned", value: write(outcome.returned), ...waited }
      : { type: "threw", error: writeError(outcome.threw), ...waited };
  } catch (error) {
    if (error instanceof CannotCross) return { type: "unreadable", reason: error.message };
    // A getter of the value has thrown.
    return { type: "threw", error: writeError(error), ...waited };
  }
}

function writeError(thrown: unknown): unknown {
  return thrown instanceof Error ? { error: describeError(thrown) } : write(thrown);
}

function describeError(thrown: unknown): RunError {
  try {
    if (!(thrown instanceof Error)) return { name: "Thrown", message: String(thrown) };
    return { name: String(thrown.name || "Error"), message: String(thrown.message) };
  } catch {
    return { name: "Thrown", message: "a value that cannot be printed" };
  }
}

/** Calls a function that the grader passed as an argument, at once. */
function callBack(target: number, _: string, args: readonly unknown[]): unknown {
  if (!answering) throw new Error("this function can be called during the call it was passed to");
  tell({ type: "callback", target, args: args.map(write) });
  const result: Result = JSON.parse(lines.nextNow());
  if (result.type === "threw") throw read(result.error);
  return read(result.value);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === "function";
}

/** What a promise comes to; an error when nothing is left that could ever settle it. */
async function settled(promise: PromiseLike<unknown>): Promise<unknown> {
  let never = (): void => {};
  const idle = new Promise<never>((_, reject) => {
    never = () => reject(new Error("it waits for a promise that is never settled"));
  });
  process.once("beforeExit", never);
  try {
    return await Promise.race([promise, idle]);
  } finally {
    process.removeListener("beforeExit", never);
  }
}

refuseExit();
process.on("uncaughtException", (error) => uncaught.push(error));
process.on("unhandledRejection", (error) => uncaught.push(error));
tell({ type: "ready" });
for (;;) {
  const request: ToExecutor = JSON.parse(await lines.next());
  answering = true;
  const reply = await answer(request);
  answering = false;
  tell(reply);
}
