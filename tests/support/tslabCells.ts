import { execFileSync } from "node:child_process";

/** Runs cells in unmodified tslab, in a process of its own: what they printed, errors included. */
export function runCells(cells: readonly string[]): string {
  const program = `
    const { createConverter } = require("tslab/dist/converter.js");
    const { createExecutor } = require("tslab/dist/executor.js");
    const node = createConverter({ isJS: false, isBrowser: false });
    const executor = createExecutor(process.cwd(), { node, browser: node, close() {} }, console);
    (async () => {
      for (const cell of ${JSON.stringify(cells)}) await executor.execute(cell);
      process.exit(0);
    })();`;
  const args = ["-e", `console.error = console.log; ${program}`];
  return execFileSync(process.execPath, args, { encoding: "utf8" });
}
