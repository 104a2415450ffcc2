/** The program behind the kernelspec: node launch.js CONNECTION_FILE */
import { openChannels } from "./channels.js";
import { createKernel } from "./kernel.js";
import { createSession } from "./session.js";

const connectionFile = process.argv[2];
if (connectionFile === undefined) {
  process.stderr.write("kernel: needs the path of a connection file; Jupyter gives it\n");
  process.exit(2);
}

const channels = await openChannels(connectionFile);
const session = createSession(channels.publish);
const kernel = createKernel(channels, session, () => void shutDown());
channels.listen(kernel.shell, kernel.control);

let ending = false;
/** Ends the kernel, the process of the cells and whatever programs the cells have started. */
async function shutDown(): Promise<void> {
  if (ending) return;
  ending = true;
  session.end();
  await channels.close();
  // ZeroMQ's own thread still has to send what was handed to it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    // Jupyter starts each kernel as the leader of a process group of its own.
    process.kill(-process.pid, "SIGKILL");
  } catch {
    // Not a leader (started by hand), or not on this system: nothing else is known to be ours.
  }
  process.exit(0);
}

process.on("SIGINT", () => void session.interrupt());
process.on("SIGTERM", () => void shutDown());
// A Jupyter server that was killed cannot say goodbye.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) void shutDown();
}, 500);
