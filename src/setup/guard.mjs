// node guard.mjs PROGRAM [ARGUMENT...]: runs the program and ends it when standard input closes,
// which is what happens when the command that started it is killed: nothing is left running.
import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });

// A signal to the whole group reaches the program by itself; this process waits for its end.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => {});

process.stdin.resume().once("close", () => {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  process.kill(-process.pid, "SIGTERM");
  setTimeout(() => process.kill(-process.pid, "SIGKILL"), 8_000);
});

child.once("error", (error) => {
  console.error(`${program}: ${error.message}`);
  process.exit(127);
});
child.once("close", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
