import type { Box } from "../sandbox/box.js";
import type { Ending, Limits, Sandbox } from "../sandbox/sandbox.js";
import { onLines } from "./lineReader.js";

/** The process that runs a submission, seen from the grader. */
export interface Executor {
  /** Sends a request (`ToExecutor`), resolves to the next answer (`FromExecutor`), both as JSON. */
  ask(request: string): Promise<Answer>;
  /** Ends it; resolves when nothing of it is left. */
  end(): Promise<void>;
}

/** `lost`: the process is gone, for a reason that begins in the middle of a sentence. */
export type Answer = { readonly line: string } | { readonly lost: string };

/** The longest answer to one call, characters. */
export const LONGEST_ANSWER = 16_000_000;

/** All cells and calls together may take so many times the patience for one. */
const LIFE = 2;

export interface ExecutorOptions {
  readonly sandbox: Sandbox;
  readonly box: Box;
  /** Folders shown in the box, such as the whole package. */
  readonly mounts?: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** An answer takes no longer, by the clock. */
  readonly patienceSeconds: number;
}

/**
 * Starts an executor; resolves when it is ready to run cells.
 *
 * @throws Error when it does not start, which is never the submission's fault
 */
export async function startExecutor(options: ExecutorOptions): Promise<Executor> {
  const { sandbox, box, mounts = {}, limits, patienceSeconds } = options;
  const program = sandbox.start({
    folder: box.folder,
    mounts,
    script: "programs/grading/executor/main.js",
    workingFolder: "course",
    heapMegabytes: Math.floor((0.6 * limits.memoryBytes) / 1e6),
    limits,
  });
  let waiting: ((answer: Answer) => void) | undefined;
  let lost: string | undefined;
  const settle = (answer: Answer): void => {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(answer);
  };
  const lose = (reason: string): void => {
    lost ??= reason;
    program.kill();
  };
  onLines(
    program.answers,
    LONGEST_ANSWER,
    // A line that nobody asked for says nothing.
    (line) => lost === undefined && settle({ line }),
    () => lose(`it gave an answer of more than ${LONGEST_ANSWER / 1e6} MB`),
  );
  const ended = program.ended.then((ending) => {
    clearTimeout(life);
    lost ??= reasonOf(ending, limits);
    settle({ lost });
    return ending;
  });
  const life = setTimeout(
    () => lose(`it took longer than ${LIFE * patienceSeconds} s in all`),
    1000 * LIFE * patienceSeconds,
  );
  const next = (): Promise<Answer> =>
    new Promise((resolve) => {
      const clock = setTimeout(
        () => lose(`it took longer than ${patienceSeconds} s`),
        1000 * patienceSeconds,
      );
      waiting = (answer) => {
        clearTimeout(clock);
        resolve(answer);
      };
    });
  const first = await next();
  if ("lost" in first) {
    const { lastWords } = await ended;
    throw new Error(`The sandbox did not start: ${lastWords.trim() || first.lost}`);
  }
  return {
    ask(request) {
      if (lost !== undefined) return Promise.resolve({ lost });
      const answer = next();
      program.input.write(`${request}\n`);
      return answer;
    },
    async end() {
      lost ??= "it has ended";
      program.kill();
      await ended;
    },
  };
}

function reasonOf({ code, signal, outOfMemory }: Ending, limits: Limits): string {
  if (outOfMemory)
    return `it needed more than ${Math.round(limits.memoryBytes / 1e6)} MB of memory`;
  // What a shell makes of SIGXCPU.
  if (code === 152 || signal === "SIGXCPU")
    return `it computed for longer than ${limits.cpuSeconds} s`;
  return `it ended the process (${signal ?? `exit code ${code}`})`;
}
