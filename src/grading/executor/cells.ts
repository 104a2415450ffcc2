import { createRequire } from "node:module";
import { join } from "node:path";
import vm from "node:vm";
import type { CodeToRun } from "./messages.js";

export interface Cells {
  /** What the cells have declared so far, by name. */
  readonly declared: Readonly<Record<string, unknown>>;
  /** Runs a cell; waits for its end if it awaits something at the top. */
  run(cell: CodeToRun): unknown;
}

/** Runs cells that tslab's converter made into JavaScript, as tslab's executor would. */
export function createCells(folder: string): Cells {
  const declared: Record<string, unknown> = {};
  const exports = new Proxy(declared, {
    // TypeScript defines what a cell imports; a later cell must be able to declare it anew.
    defineProperty(target, name, { get, value }) {
      if (name !== "__esModule") target[name as string] = get ? get() : value;
      return true;
    },
  });
  const require = createRequire(join(folder, "cell.js"));
  let count = 0;
  return {
    declared,
    run({ code, topLevelAwait }) {
      const wrapped = `(${topLevelAwait ? "async " : ""}function(exports, require) { ${code}\n})`;
      const options = { filename: `cell-${++count}` };
      return vm.runInThisContext(wrapped, options)(exports, require);
    },
  };
}
