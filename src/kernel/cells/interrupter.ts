/**
 * Runs in a thread of its own beside the cells. A byte on the pipe from the kernel ends whatever
 * code the main thread is running, even an endless loop; the end of the pipe means that the kernel
 * is gone, and nothing may be left behind.
 */
import { readSync } from "node:fs";
import { Session } from "node:inspector";

const PIPE = 4;
const pause = new Int32Array(new SharedArrayBuffer(4));
const session = new Session();
session.connectToMainThread();

/** Waits for a byte; false at the end of the pipe. */
function waitForByte(): boolean {
  for (;;) {
    try {
      return readSync(PIPE, new Uint8Array(1)) > 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return false;
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

while (waitForByte()) session.post("Runtime.terminateExecution");
process.kill(process.pid, "SIGKILL");
