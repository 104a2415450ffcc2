import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { root, toolEnvironment } from "./paths.mjs";

const windows = process.platform === "win32";
const GUARD = join(import.meta.dirname, "guard.mjs");

/** Children alive, each with what a signal to this command means for it. */
const running = new Map();
const UNFINISHED = {
  sentence: "Interrupted: run the same command again, it completes what is unfinished.",
  code: 130,
  /** Milliseconds until a child that does not end by itself is killed. npm never does. */
  patience: 2_000,
};
let stopping = false;

/** Has a signal come? Then nothing more is begun, and nothing but the last sentence is written. */
export const isStopping = () => stopping;

/** Starts a program in a process group of its own, so that all of it can be stopped. */
export function start(command, args, { stdio, env, cwd = root, whenInterrupted = UNFINISHED }) {
  const child = spawn(command, args, {
    cwd,
    stdio,
    env: toolEnvironment(env),
    detached: !windows,
    windowsHide: true,
  });
  running.set(child, whenInterrupted);
  const ended = () => running.delete(child);
  child.once("error", ended);
  child.once("close", ended);
  return child;
}

/** Starts a program without input that ends when this process does, however that happens. */
export const startGuarded = (
  command,
  args,
  { stdio = ["pipe", "pipe", "pipe"], ...options } = {},
) => start(process.execPath, [GUARD, command, ...args], { stdio, ...options });

/**
 * Resolves to the exit code of a child; never while the command is being stopped, so that nobody
 * goes on with a half-done result.
 */
export const exitOf = (child) =>
  new Promise((resolve) => {
    child.once("close", (code) => stopping || resolve(code ?? 1));
  });

/** Runs a program to its end: its exit code and all it wrote. */
export async function run(command, args, options) {
  const child = startGuarded(command, args, options);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return { code: await exitOf(child), output };
}

function signal(child, name) {
  if (windows) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  else {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/** Ends every child, politely at first (a second signal: at once), then says why and leaves. */
async function stopAll() {
  const impatient = stopping;
  stopping = true;
  const { sentence, code, patience } = [...running.values()][0] ?? UNFINISHED;
  for (const child of running.keys()) signal(child, impatient ? "SIGKILL" : "SIGTERM");
  if (impatient) return;
  const deadline = Date.now() + patience;
  while (running.size > 0 && Date.now() < deadline) await new Promise((r) => setTimeout(r, 50));
  for (const child of running.keys()) signal(child, "SIGKILL");
  console.error(`\n${sentence}`);
  process.exit(code);
}

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, stopAll);

// npm that is killed does not tell us; the shell between npm and this process just disappears.
const parent = process.ppid;
const orphaned = () => process.ppid !== parent && !stopping && stopAll();
if (process.env.npm_lifecycle_event) setInterval(orphaned, 500).unref();
