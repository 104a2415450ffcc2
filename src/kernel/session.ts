import { startCellProcess } from "./cellProcess.js";
import type { Channels } from "./channels.js";
import { type Compiled, type Compiler, createCompiler } from "./compiler.js";
import {
  type CellSource,
  compileError,
  type ErrorContent,
  plainError,
  runtimeError,
} from "./errors.js";
import { hintFor } from "./hints.js";
import { NEWEST_CELL } from "./messages.js";
import { createOutputs } from "./outputs.js";
import type { Header } from "./wire.js";

export type RunResult =
  | { readonly status: "ok"; readonly result: string | undefined }
  | { readonly status: "error"; readonly error: ErrorContent };

/** Cells, one after the other, that see each other's variables. */
export interface Session {
  readonly compiler: Compiler;
  /**
   * Runs a cell; what it prints is published as an answer to `parent` (`undefined`: not at all)
   * and has left when the promise resolves.
   */
  run(source: string, label: string, parent: Header | undefined): Promise<RunResult>;
  /** Ends the running cell; without one, stops what earlier cells left running. */
  interrupt(): Promise<void>;
  end(): void;
}

const LOST = "all variables are lost: run the cells above again";

export function createSession(publish: Channels["publish"]): Session {
  const compiler = createCompiler();
  const outputs = createOutputs(publish);
  const sources = new Map<number, CellSource>();
  let runs = 0;
  const cells = startCellProcess({
    output(message) {
      if (message.type === "stream") outputs.stream(message.cell, message.name, message.text);
      else outputs.display(message.cell, message.bundle, message.update);
    },
    lateError(cell, error) {
      const { traceback } = runtimeError(cell, error, sources);
      outputs.stream(cell, "stderr", `after this cell had ended:\n${traceback.join("\n")}\n`);
    },
    lost(reason) {
      compiler.reset();
      outputs.stream(NEWEST_CELL, "stderr", `The kernel has restarted: ${reason}; ${LOST}.\n`);
    },
  });

  async function run(cell: number, source: string, label: string): Promise<RunResult> {
    const failed = (error: ErrorContent): RunResult => {
      const hint = hintFor(error.traceback.join("\n"), source);
      const traceback = hint ? [...error.traceback, hint] : error.traceback;
      return { status: "error", error: { ...error, traceback } };
    };
    let compiled: Compiled;
    try {
      compiled = compiler.compile(source);
    } catch (error) {
      return failed(plainError("CompilerError", `the compiler cannot read this cell: ${error}`));
    }
    if ("diagnostics" in compiled) return failed(compileError(label, source, compiled.diagnostics));
    const outcome = await cells.run({ type: "run", cell, label, ...compiled.code });
    if (outcome.type === "lost") {
      compiler.reset();
      return failed(plainError("KernelRestarted", `${outcome.reason}; ${LOST}`));
    }
    // What a failed cell has declared is there, as far as it got.
    compiler.declare(compiled.declarations);
    if (outcome.type === "failed") return failed(runtimeError(cell, outcome.error, sources));
    if (outcome.type === "interrupted")
      return failed(plainError("Interrupted", `cell ${label} was interrupted; variables are kept`));
    return { status: "ok", result: outcome.result };
  }

  return {
    compiler,
    interrupt: cells.interrupt,
    end: cells.end,
    async run(source, label, parent) {
      const cell = ++runs;
      sources.set(cell, { label, source });
      outputs.open(cell, parent);
      const result = await run(cell, source, label);
      outputs.flush();
      return result;
    },
  };
}
