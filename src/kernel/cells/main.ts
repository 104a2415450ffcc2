/** The process that runs the cells: tslab's executor on code that the kernel has converted. */
import { createRequire } from "node:module";
import { inspect } from "node:util";
import { Worker } from "node:worker_threads";
import type { ConvertResult } from "tslab/dist/converter.js";
import { createExecutor } from "tslab/dist/executor.js";
import type { RunCell, ToCells } from "../messages.js";
import { tellKernel } from "./channel.js";
import { currentCell, startCell } from "./currentCell.js";
import { refuseExit } from "./guards.js";
import { captureOutput, display } from "./output.js";
import { describeError, installStackTraces, nameCode, rememberCell } from "./stackTrace.js";
import { installTimers, isStop, stopTimers } from "./timers.js";

const kill = process.kill.bind(process);
const nextTurn = setImmediate;
/** The cell whose end the kernel is waiting for. */
let running: number | undefined;
/** Cells that were interrupted: whatever they still do is of no interest. */
const abandoned = new Set<number>();
/** What tslab's executor is given in place of a compiler: the code that came with the request. */
let converted: ConvertResult;
/** What tslab's executor caught last. */
let caught: unknown;

const converter = { convert: () => converted } as never;
const executor = createExecutor(
  process.cwd(),
  { node: converter, browser: converter, close: () => {} },
  {
    log: () => {},
    error: (thrown: unknown) => {
      caught = thrown;
    },
  },
);

async function run(request: RunCell): Promise<void> {
  const { cell, code, topLevelAwait } = request;
  startCell(cell);
  running = cell;
  // The wrappers of tslab/dist/executor.js.
  const wrapper = `(${topLevelAwait ? "async " : ""}function(exports, require) { `;
  rememberCell(cell, { label: request.label, map: request.map, offset: wrapper.length });
  if (code.includes('require("tslab")')) connectTslabDisplay();
  converted = {
    output: nameCode(cell, code),
    declOutput: "",
    diagnostics: [],
    hasToplevelAwait: topLevelAwait,
    sideOutputs: [...request.sideOutputs],
  };
  const succeeded = await executor.execute("");
  const thrown = caught;
  // One turn of the event loop: a promise that the cell rejected and nobody caught is its error.
  nextTurn(() => (succeeded ? finish(request) : report(cell, thrown)));
}

function finish({ cell, resultName }: RunCell): void {
  if (running !== cell) return;
  try {
    const value = resultName === undefined ? undefined : executor.locals[resultName];
    if (resultName !== undefined) delete executor.locals[resultName];
    const result = value === undefined ? undefined : inspect(value);
    running = undefined;
    tellKernel({ type: "done", cell, result });
  } catch (error) {
    report(cell, error);
  }
}

/** An error of a cell: its end while it runs, a message under it when it has ended. */
function report(cell: number, thrown: unknown): void {
  if (abandoned.has(cell)) return;
  if (running === cell) {
    running = undefined;
    stopTimers(cell);
  }
  tellKernel({ type: "failed", cell, error: describeError(thrown) });
}

/** An error that nobody caught belongs to the cell at the bottom of its stack. */
function reportUncaught(thrown: unknown): void {
  if (isStop(thrown)) return;
  const { places } = describeError(thrown);
  report(places.at(-1)?.cell ?? running ?? currentCell(), thrown);
}

function abandon(cell: number): void {
  abandoned.add(cell);
  if (running === cell) running = undefined;
  stopTimers(cell);
}

/** `import * as tslab from "tslab"` in a cell: its display functions publish here. */
function connectTslabDisplay(): void {
  createRequire(import.meta.url)("tslab/dist/jupyter.js").lastWriteDisplayData = display;
}

captureOutput();
installStackTraces();
installTimers(report);
refuseExit();
process.on("uncaughtException", reportUncaught);
process.on("unhandledRejection", reportUncaught);
// Ctrl-C in a terminal reaches the whole process group: the kernel decides what it means.
process.on("SIGINT", () => {});
process.on("disconnect", () => kill(process.pid, "SIGKILL"));
process.on("message", (message: ToCells) => {
  if (message.type === "run") void run(message);
  else if (message.type === "ping") tellKernel({ type: "pong", id: message.id });
  else abandon(message.cell);
});
new Worker(new URL("interrupter.js", import.meta.url)).unref();
tellKernel({ type: "ready" });
