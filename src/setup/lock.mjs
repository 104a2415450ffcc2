import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A holder touches its lock this often, in milliseconds. */
const TOUCH = 5_000;
/** A lock not touched for this long has lost its holder, even if its process id lives again. */
const STALE = 60_000;

/**
 * Runs `work` while no other process runs its own under the same lock file; a holder that was
 * killed is noticed. `onWait(pid)` is called once if there is somebody to wait for.
 */
export async function withLock(file, work, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!(await taken(file))) {
    if (!told) onWait(holder(file).pid);
    told = true;
    await pause(300);
  }
  const touching = setInterval(() => utimesSync(file, new Date(), new Date()), TOUCH);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(file, { force: true });
  }
}

async function taken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isHeld(holder(file))) discard(file);
    return false;
  }
  // Somebody who saw the previous holder dead may discard this file in the next instant.
  await pause(200);
  return holder(file).pid === process.pid;
}

function holder(file) {
  try {
    return {
      pid: Number(readFileSync(file, "utf8")),
      age: Date.now() - statSync(file).mtimeMs,
    };
  } catch {
    return { pid: 0, age: 0 };
  }
}

/** Is the process that took the lock alive? A file still empty (pid 0) is just being written. */
export function isHeld({ pid, age }) {
  if (age > STALE) return false;
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Moved before it is removed, so that of several processes only one does it. */
function discard(file) {
  try {
    renameSync(file, `${file}.${process.pid}`);
    rmSync(`${file}.${process.pid}`);
  } catch {
    // Another process was faster.
  }
}
