import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { endProcess } from "./alive.js";
import type { Group } from "./cgroups.js";
import type { Confined } from "./sandbox.js";

/** Of standard error, the end is kept: enough for the engine's last message. */
const LAST_WORDS = 4000;
/** A program whose children are killed ends within this time. */
const KILL_MS = 500;
/** And processes that are being killed are gone within this one. */
const PATIENCE_MS = 5000;
/** How V8 says that its heap is full. */
const HEAP_FULL = /heap out of memory|Array buffer allocation failed|invalid array buffer length/i;

/** Starts a program whose tree ends with it, in a group if there is one. */
export function startConfined(
  command: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; detached?: boolean },
  group: Group | undefined,
): Confined {
  const [file, ...args] = group ? joining(group, command) : command;
  const child = spawn(file!, args, { ...options, stdio: ["pipe", "ignore", "pipe", "pipe"] });
  let lastWords = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS);
  });
  for (const stream of child.stdio) stream?.on("error", () => {});
  /** The first process inside, with which all others end. */
  let inside: number[] = [];
  for (const stream of [child.stdio[3]!, child.stderr!])
    stream.once("data", () => {
      inside = childrenOf(child.pid);
    });
  const ended = new Promise<Awaited<Confined["ended"]>>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const outOfMemory = (group?.ranOutOfMemory() ?? false) || HEAP_FULL.test(lastWords);
      const ending = { code, signal, outOfMemory, lastWords };
      allGone(inside)
        .then(() => group?.remove())
        .then(() => resolve(ending), reject);
    });
  });
  return {
    input: child.stdin as Writable,
    answers: child.stdio[3] as Readable,
    kill() {
      // Killed itself, it could not collect its child, which some machines then keep as a zombie.
      for (const pid of childrenOf(child.pid)) endProcess(pid);
      if (options.detached && child.pid !== undefined) endProcess(-child.pid);
      setTimeout(() => child.kill("SIGKILL"), KILL_MS).unref();
    },
    ended,
  };
}

/** Resolves when processes have ended, those that nobody collects included. */
async function allGone(pids: readonly number[]): Promise<void> {
  const lives = (pid: number): boolean => !["", "Z", "X"].includes(stateOf(pid));
  for (const end = Date.now() + PATIENCE_MS; pids.some(lives) && Date.now() < end; ) await sleep(5);
}

/** The letter by which the kernel tells what a process does; "" if there is none. */
function stateOf(pid: number): string {
  try {
    return /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1] ?? "";
  } catch {
    return "";
  }
}

function childrenOf(pid: number | undefined): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return text.trim().split(/\s+/).filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** The command, run by a shell that first puts itself into the group. */
function joining({ joinFiles }: Group, command: readonly string[]): string[] {
  const join = joinFiles.map((_, i) => `echo 0 > "$${i + 1}"`).join(" && ");
  const script = `${join} && shift ${joinFiles.length} && exec "$@"`;
  return ["/bin/sh", "-c", script, "sh", ...joinFiles, ...command];
}
