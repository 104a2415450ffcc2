/**
 * Runs in a thread of its own beside the cells. A byte on the pipe from the kernel ends whatever
 * code the main thread is running, even an endless loop; the end of the pipe means that the kernel
 * is gone, and nothing may be left behind.
 */
import { Session } from "node:inspector";
import { Socket } from "node:net";

const PIPE = 4;
const session = new Session();
session.connectToMainThread();
// Read by the event loop: a thread that blocks would hang `process.report` in the main thread, and
// with it the loading of many native packages.
new Socket({ fd: PIPE, readable: true, writable: false })
  .on("data", () => session.post("Runtime.terminateExecution"))
  .on("error", () => {})
  .on("close", () => process.kill(process.pid, "SIGKILL"));
