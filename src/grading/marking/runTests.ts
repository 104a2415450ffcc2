import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Answer, Executor } from "../executor/executor.js";
import type { CodeToRun } from "../executor/messages.js";
import { builtFolder, courseFolder } from "../sandbox/packageFiles.js";
import { clean } from "./remote.js";
import type { FromWorker, Reason, TestResult, WorkerData } from "./worker.js";

export interface Tests {
  readonly cell: CodeToRun;
  readonly fixedNames: readonly string[];
  readonly submission: Executor;
  /** Answers for the solution. */
  readonly solution: (request: string) => Promise<Answer>;
  readonly secret: string;
  /** Time for the whole cell, by the clock. */
  readonly patienceSeconds: number;
}

export interface Outcome {
  readonly results: readonly TestResult[];
  /** Why the cell stopped before its end. */
  readonly stopped: Reason | undefined;
}

/**
 * Runs a test cell in a thread of this process. Its functions reach into the sandbox; it is not
 * reached from there: all that comes back is data.
 */
export function runTests(tests: Tests): Promise<Outcome> {
  const answers = new SharedArrayBuffer(4);
  const answered = new Int32Array(answers);
  const { cell, fixedNames, secret } = tests;
  const data: WorkerData = { ...cell, answers, folder: courseFolder, secret, fixedNames };
  const worker = new Worker(join(builtFolder, "grading/marking/worker.js"), {
    workerData: data,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stdout: true,
    stderr: true,
  });
  const results: TestResult[] = [];
  let started = false;
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(clock);
      worker.removeAllListeners("exit");
      void worker.terminate().then(settle);
    };
    const end = (stopped: Reason | undefined): void => finish(() => resolve({ results, stopped }));
    const stop = (reason: string): void => end({ full: reason, discreet: reason });
    const clock = setTimeout(
      () => stop(`the tests took longer than ${tests.patienceSeconds} s`),
      1000 * tests.patienceSeconds,
    );
    worker.on("message", (message: FromWorker) => {
      if (message.type === "started") started = true;
      else if (message.type === "result") results.push(message);
      else if (message.type === "end") end(message.fault);
      else serve(message).catch((error) => finish(() => reject(error)));
    });
    worker.on("exit", () => stop("the tests wait for something that never happens"));
    worker.on("error", (error: NodeJS.ErrnoException) => {
      if (!started) finish(() => reject(error));
      else if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
        stop("what a call gave needs too much memory to be looked at");
      else stop(`the tests stopped with ${clean(error.message, 200)}`);
    });

    async function serve({ side, request }: FromWorker & { type: "ask" }): Promise<void> {
      const answer = await (side === "solution"
        ? tests.solution(request)
        : tests.submission.ask(request));
      worker.postMessage(answer);
      Atomics.add(answered, 0, 1);
      Atomics.notify(answered, 0);
    }
  });
}
