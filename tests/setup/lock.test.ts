import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isHeld, withLock } from "../../src/setup/lock.mjs";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mlip-lock-"));
  file = join(folder, "deep/installing");
});
afterEach(() => rmSync(folder, { recursive: true }));

const nobody = () => {
  throw new Error("there was nobody to wait for");
};

/** The id of a process that has just ended. */
const ended = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

test("of several at once, one works at a time", async () => {
  let inside = 0;
  const most: number[] = [];
  const work = async (): Promise<void> => {
    most.push(++inside);
    await new Promise((done) => setTimeout(done, 50));
    inside--;
  };
  await Promise.all([1, 2, 3].map(() => withLock(file, work, () => {})));
  expect(most).toEqual([1, 1, 1]);
  expect(existsSync(file)).toBe(false);
});

test("the lock is released when the work fails, and names its holder meanwhile", async () => {
  const work = async (): Promise<void> => {
    throw new Error(readFileSync(file, "utf8"));
  };
  await expect(withLock(file, work, nobody)).rejects.toThrow(String(process.pid));
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that was killed is taken over", async () => {
  await withLock(file, async () => {}, nobody);
  writeFileSync(file, String(ended()));
  expect(
    await withLock(
      file,
      async () => "done",
      () => {},
    ),
  ).toBe("done");
});

test("a lock is held by a living process that touches it, and while it is being written", () => {
  expect(isHeld({ pid: process.pid, age: 1_000 })).toBe(true);
  expect(isHeld({ pid: 0, age: 1_000 })).toBe(true);
  expect(isHeld({ pid: ended(), age: 1_000 })).toBe(false);
  expect(isHeld({ pid: process.pid, age: 61_000 })).toBe(false);
});

test("a lock left before a restart of the machine is taken over though its number lives", async () => {
  await withLock(file, async () => {}, nobody);
  writeFileSync(file, String(process.pid));
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(file, longAgo, longAgo);
  expect(
    await withLock(
      file,
      async () => "done",
      () => {},
    ),
  ).toBe("done");
});
