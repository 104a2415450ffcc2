import { writeSync } from "node:fs";
import type { FromCells } from "../messages.js";

/** The pipe to the kernel. Blocking, so that a flood of output waits for its reader. */
const PIPE = 3;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Sends one message as a line of JSON; messages arrive in the order of the calls. */
export function tellKernel(message: FromCells): void {
  let rest: Uint8Array = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(PIPE, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}
