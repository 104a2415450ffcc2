import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import {
  type CellError,
  EVERY_CELL,
  type FromCells,
  NEWEST_CELL,
  type RunCell,
  type ToCells,
} from "./messages.js";

/** How the run of a cell ended. */
export type Outcome =
  | { readonly type: "done"; readonly result: string | undefined }
  | { readonly type: "failed"; readonly error: CellError }
  | { readonly type: "interrupted" }
  /** The process is gone with all variables; a new one takes its place. */
  | { readonly type: "lost"; readonly reason: string };

export interface CellProcess {
  /** Runs one cell; at most one at a time. */
  run(request: RunCell): Promise<Outcome>;
  /**
   * Ends the running cell within two seconds, whatever it does; without a running cell, stops the
   * timers that earlier cells left behind.
   */
  interrupt(): Promise<void>;
  /** Ends the process for good. */
  end(): void;
}

export interface CellProcessEvents {
  /** Output of a cell, which may have ended. */
  output(message: Extract<FromCells, { type: "stream" | "display" }>): void;
  /** An error of a cell that has ended. */
  lateError(cell: number, error: CellError): void;
  /** The process ended while no cell was running. */
  lost(reason: string): void;
}

/** A process that answers is only waiting; one that does not within this time is computing. */
const ANSWER_MS = 60;
/** A process that no interrupt reaches is replaced after this time. */
const PATIENCE_MS = 1500;
const MAIN = fileURLToPath(new URL("cells/main.js", import.meta.url));

/**
 * The process that runs the cells, replaced by a new one whenever it ends.
 *
 * Code that computes is ended from a thread inside that process; code that waits is abandoned: its
 * timers are stopped. Both keep the variables.
 */
export function startCellProcess(events: CellProcessEvents): CellProcess {
  let child = start();
  let current: { cell: number; end: (outcome: Outcome) => void } | undefined;
  let pings = 0;
  const pongs = new Map<number, () => void>();
  let ended = false;
  let ready = false;
  /** Whether code of an interrupted cell may still wake up, from a file say, and block the next. */
  let abandoned = false;
  /** Why the process is about to end; its last words are then of no interest. */
  let why: string | undefined;

  function start(): ChildProcess {
    const process_ = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", MAIN], {
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "ipc"],
    });
    onLine(process_.stdio[3] as Readable, (line) => {
      if (process_ === child) hear(JSON.parse(line));
    });
    // What bypasses Node's streams: programs that a cell starts, the engine's last words.
    for (const name of ["stdout", "stderr"] as const)
      process_[name]!.setEncoding("utf8").on("data", (text: string) => {
        if (why === undefined)
          events.output({ type: "stream", cell: current?.cell ?? NEWEST_CELL, name, text });
      });
    for (const stream of process_.stdio) stream?.on("error", () => {});
    // Without a process nothing works: the front end says that the kernel has died.
    process_.on("error", fatal);
    process_.on("exit", (code, signal) => {
      if (process_ !== child || ended) return;
      if (!ready) fatal(`exit code ${code}, signal ${signal}`);
      ready = false;
      child = start();
      abandoned = false;
      pongs.clear();
      const reason = why ?? `its process ended (${signal ?? `exit code ${code}`})`;
      why = undefined;
      if (current) settle({ type: "lost", reason });
      else events.lost(reason);
    });
    return process_;
  }

  function hear(message: FromCells): void {
    if (message.type === "stream" || message.type === "display") events.output(message);
    else if (message.type === "ready") ready = true;
    else if (message.type === "pong") pongs.get(message.id)?.();
    else if (message.type === "done" && message.cell === current?.cell) settle(message);
    else if (message.type === "failed") {
      if (message.cell === current?.cell) settle(message);
      else events.lateError(message.cell, message.error);
    }
  }

  function settle(outcome: Outcome): void {
    const { end } = current!;
    current = undefined;
    end(outcome);
  }

  const tell = (message: ToCells): void => {
    // A process that has just ended hears nothing; its end is reported above.
    if (child.connected) child.send(message, () => {});
  };

  /** Resolves when the process answers, or when the time is over. */
  const answer = (milliseconds: number): Promise<boolean> =>
    new Promise((resolve) => {
      const id = ++pings;
      const timer = setTimeout(() => {
        pongs.delete(id);
        resolve(false);
      }, milliseconds);
      pongs.set(id, () => {
        clearTimeout(timer);
        pongs.delete(id);
        resolve(true);
      });
      tell({ type: "ping", id });
    });

  /**
   * Makes the process answer, by force if need be. False when it could not be done, or when the
   * process ended meanwhile.
   */
  const reach = async (): Promise<boolean> => {
    const process_ = child;
    let answers = await answer(ANSWER_MS);
    const start = Date.now();
    while (!answers && process_ === child && Date.now() - start < PATIENCE_MS) {
      // Node survives this inside a promise, not inside the callback of a timer.
      why = "it was interrupted where it cannot be stopped alone (in the callback of a timer)";
      (process_.stdio[4] as Writable).write("!");
      answers = await answer(PATIENCE_MS / 4);
    }
    if (process_ !== child) return false;
    why = undefined;
    if (!answers) {
      why = "it was interrupted and did not react, so its process was replaced";
      process_.kill("SIGKILL");
    }
    return answers;
  };

  return {
    run: (request) =>
      new Promise((resolve) => {
        const own = { cell: request.cell, end: resolve };
        current = own;
        if (!abandoned) tell(request);
        else void reach().then((reached) => reached && current === own && tell(request));
      }),

    async interrupt() {
      if (why !== undefined) return;
      const interrupted = current;
      if (!(await reach()) || current !== interrupted) return;
      tell({ type: "abandon", cell: interrupted?.cell ?? EVERY_CELL });
      abandoned = true;
      if (interrupted) settle({ type: "interrupted" });
    },

    end() {
      ended = true;
      child.kill("SIGKILL");
    },
  };
}

function fatal(reason: unknown): never {
  process.stderr.write(`kernel: the process of the cells does not start: ${reason}\n`);
  process.exit(1);
}

/** Calls `hear` with each line of a stream. (node:readline also splits at U+2028, inside JSON.) */
function onLine(stream: Readable, hear: (line: string) => void): void {
  let parts: string[] = [];
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    const [head, ...tail] = chunk.split("\n");
    parts.push(head!);
    for (const next of tail) {
      hear(parts.join(""));
      parts = [next];
    }
  });
}
