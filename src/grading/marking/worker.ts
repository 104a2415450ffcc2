/**
 * A thread that runs one test cell. The names that the submission should have declared are answered by
 * the submission's process, one question at a time: the thread sleeps until the answer is there.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import type { Answer } from "../executor/executor.js";
import type { CodeToRun } from "../executor/messages.js";
import { Fault } from "../requirements.js";
import { installHooks } from "../tests.js";
import { createRemote, type Remote, SubmittedError } from "./remote.js";

export interface WorkerData extends CodeToRun {
  /** Grows by one with each answer. */
  readonly answers: SharedArrayBuffer;
  readonly folder: string;
  readonly secret: string;
  /** What the instructor's fixed cells declare. */
  readonly fixedNames: readonly string[];
}

export type Side = "submission" | "solution";

export type FromWorker =
  | { readonly type: "started" }
  | { readonly type: "ask"; readonly side: Side; readonly request: string }
  | ({ readonly type: "result" } & TestResult)
  /** The cell came to its end, or stopped outside of a test. */
  | { readonly type: "end"; readonly fault: Reason | undefined };

export interface TestResult {
  readonly name: string;
  readonly points: number;
  /** Undefined: passed. */
  readonly fault: Reason | undefined;
}

/** Why a test failed. */
export interface Reason {
  readonly full: string;
  /** The same without a word that comes from the submission. */
  readonly discreet: string;
}

const { answers, folder, secret, fixedNames, code, topLevelAwait } = workerData as WorkerData;
const port = parentPort!;
const answered = new Int32Array(answers);
const say = (message: FromWorker): void => port.postMessage(message);

const asker =
  (side: Side) =>
  (request: string): Answer => {
    const before = Atomics.load(answered, 0);
    say({ type: "ask", side, request });
    Atomics.wait(answered, 0, before);
    return receiveMessageOnPort(port)?.message as Answer;
  };
const submission = createRemote(asker("submission"));
const solution = createRemote(asker("solution"));
let names: Remote = submission;
/** The test that awaits something now. */
let unfinished: Promise<void> | undefined;

installHooks({
  secret,
  wanted(call) {
    names = solution;
    try {
      return call();
    } catch (error) {
      throw new Error(`the test does not work: the solution stopped with ${error}`);
    } finally {
      names = submission;
    }
  },
  test(name, points, body) {
    if (unfinished) throw new Error(`the test before "${name}" must be awaited: await test(...)`);
    submission.startTest();
    const finish = (fault?: Reason): void => say({ type: "result", name, points, fault });
    const passed = (): void => finish(troubleReason());
    const failed = (error: unknown): void => finish(reasonOf(error));
    try {
      const outcome = body();
      if (!(outcome instanceof Promise)) return passed();
      unfinished = outcome.then(passed, failed).finally(() => {
        unfinished = undefined;
      });
      return unfinished;
    } catch (error) {
      return failed(error);
    }
  },
});

function troubleReason(): Reason | undefined {
  const { trouble, lastCall } = submission;
  if (trouble === undefined) return undefined;
  const at = (place: string | undefined): string => (place ? `${place}: ${trouble}` : trouble);
  return { full: at(lastCall?.text), discreet: at(lastCall?.name) };
}

function reasonOf(error: unknown): Reason {
  const trouble = troubleReason();
  if (trouble) return trouble;
  const { message, call = submission.lastCall } = Object(error) as Partial<SubmittedError>;
  const words = message ?? String(error);
  if (error instanceof SubmittedError) {
    const full = call ? `${call.text} ${call.outcome}` : words;
    return { full, discreet: `${call?.name ?? "it"} stopped with an error` };
  }
  const discreet = error instanceof Fault ? error.discreet : "it does not hold";
  if (!call) return { full: words, discreet };
  return { full: `${call.text} ${call.outcome}: ${words}`, discreet: `${call.name}: ${discreet}` };
}

/**
 * A value that a submission's process holds may be changed there, whoever wrote it: an author must not
 * compare with it.
 */
function nameOf(name: string): unknown {
  if (names === submission && fixedNames.includes(name))
    throw new Error(
      `the test reads ${name} of a fixed cell, which a submission can change: ` +
        `import or compute it in the test cell, or ask for wanted(() => ${name})`,
    );
  return names.get(name);
}

/** The cell's own names; all others are the submission's, or for `wanted` the solution's. */
const local: Record<string, unknown> = {};
const exports = new Proxy(local, {
  get: (_, name) =>
    typeof name !== "string" || Object.hasOwn(local, name) ? local[name as string] : nameOf(name),
  defineProperty(_, name, { get, value }) {
    if (name !== "__esModule") local[name as string] = get ? get() : value;
    return true;
  },
});

say({ type: "started" });
try {
  const wrapped = `(${topLevelAwait ? "async " : ""}function(exports, require) { ${code}\n})`;
  const require = createRequire(join(folder, "cell.js"));
  await vm.runInThisContext(wrapped, { filename: "tests" })(exports, require);
  await unfinished;
  say({ type: "end", fault: undefined });
} catch (error) {
  say({ type: "end", fault: reasonOf(error) });
}
