import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bubblewrap } from "../../../src/grading/sandbox/bubblewrap.js";
import { findCgroups } from "../../../src/grading/sandbox/cgroups.js";
import { type Ending, NoSandbox } from "../../../src/grading/sandbox/sandbox.js";
import { noSandboxBecause } from "../support/sandbox.js";
import { leftovers } from "../support/world.js";

let folder: string;
beforeAll(() => {
  // Where only its owner can look: mounts are opened before rights are given up.
  folder = join(mkdtempSync(join(tmpdir(), "mlip-machine-")), "box");
  mkdirSync(join(folder, "work"), { recursive: true });
});
afterAll(() => rmSync(join(folder, ".."), { recursive: true }));

const LIMITS = { memoryBytes: 150e6, processes: 32, cpuSeconds: 1, temporaryBytes: 3e6 };

interface Run extends Ending {
  readonly said: string;
}

/** Runs a script; what it says with `say` comes back. */
async function run(
  script: string,
  { groups = true, killAfterMs = 0 }: { groups?: boolean; killAfterMs?: number } = {},
): Promise<Run> {
  const say = 'const say = (x) => require("fs").writeSync(3, JSON.stringify(x));';
  writeFileSync(join(folder, "script.js"), `${say}\n${script}`);
  const program = bubblewrap(groups ? findCgroups() : null).start({
    folder,
    script: "script.js",
    workingFolder: "work",
    heapMegabytes: 100,
    limits: LIMITS,
  });
  let said = "";
  program.answers.on("data", (text) => {
    said += text;
    if (killAfterMs > 0) setTimeout(program.kill, killAfterMs);
  });
  return { ...(await program.ended), said };
}

const ways = findCgroups() ? [true, false] : [false];

describe("a machine without a sandbox is told so", () => {
  const withPath = (path: string, act: () => void): void => {
    const before = process.env.PATH;
    process.env.PATH = path;
    try {
      act();
    } finally {
      process.env.PATH = before;
    }
  };

  test("no bubblewrap", () =>
    withPath(folder, () =>
      expect(() => bubblewrap(null)).toThrow(
        "The sandbox needs the program bwrap; install it: sudo apt-get install -y bubblewrap",
      ),
    ));

  test("user namespaces are forbidden", () => {
    const fake = mkdtempSync(join(tmpdir(), "mlip-fake-"));
    chmodSync(fake, 0o755);
    const words = "bwrap: No permissions to create new namespace";
    writeFileSync(
      join(fake, "bwrap"),
      `#!/bin/sh\ncase $1 in --version) ;; *) echo "${words}" >&2; exit 1;; esac\n`,
      { mode: 0o755 },
    );
    withPath(`${fake}:${process.env.PATH}`, () => {
      expect(() => bubblewrap(null)).toThrow(NoSandbox);
      expect(() => bubblewrap(null)).toThrow(`${words}. npm run doctor says what to do.`);
    });
    rmSync(fake, { recursive: true });
  });
});

describe.skipIf(noSandboxBecause !== undefined)("a program in bubblewrap", () => {
  test("sees its folder, Node and Node's libraries, and no more of the machine", async () => {
    const { said, code } = await run(
      'const fs = require("fs"); say([process.cwd(), fs.readdirSync("/"), fs.readdirSync("/dev"), fs.readdirSync("/box")])',
    );
    const [cwd, root, dev, box] = JSON.parse(said);
    expect(code).toBe(0);
    expect(cwd).toBe("/box/work");
    expect(root.filter((name: string) => !/^(lib\w*|usr)$/.test(name))).toEqual([
      "box",
      "dev",
      "node",
      "prlimit",
      "tmp",
    ]);
    expect(dev).toEqual(["null", "urandom", "zero"]);
    expect(box).toEqual(["script.js", "work"]);
  });

  test("is nobody, and inherits no variable", async () => {
    const { said } = await run(
      "say([process.getuid(), process.getgid(), Object.keys(process.env)])",
    );
    const variables = ["TZ", "LANG", "HOME", "UV_THREADPOOL_SIZE", "PWD"];
    expect(JSON.parse(said)).toEqual([65534, 65534, variables]);
  });

  test("writes nothing but its own temporary files, up to a limit", async () => {
    const { said } = await run(`const fs = require("fs"); const done = [];
      for (const file of ["/x", "/box/x", "/box/work/x", "/dev/x", "/node", "/tmp/x"])
        try { fs.writeFileSync(file, "x"); done.push(file); } catch {}
      try { for (let i = 0; ; i++) fs.writeFileSync("/tmp/" + i, Buffer.alloc(1e6)); } catch (e) { done.push(e.code); }
      say(done)`);
    expect(JSON.parse(said)).toEqual(["/tmp/x", "ENOSPC"]);
  });

  test("has no network", async () => {
    const { said } = await run(`const net = require("net");
      net.connect(9, "127.0.0.1").on("error", (e) => net.connect(53, "8.8.8.8").on("error", (f) => say([e.code, f.code])));`);
    expect(JSON.parse(said)).toEqual(["ECONNREFUSED", "ENETUNREACH"]);
  });

  test("makes no user namespace, in which it would have rights again", async () => {
    // CLONE_NEWUSER through the only door that Node has: none of its programs is there.
    const { said } = await run(`const { spawnSync } = require("child_process");
      say(["/usr/bin/unshare", "/bin/sh", "bwrap"].map((name) => spawnSync(name).error.code))`);
    expect(JSON.parse(said)).toEqual(["ENOENT", "ENOENT", "ENOENT"]);
  });

  test.each(ways)("is ended when it takes too much memory (groups: %s)", async (groups) => {
    const ending = await run("const hog = []; for (;;) hog.push(Buffer.alloc(5e6, 1));", {
      groups,
    });
    expect(ending).toMatchObject({ outOfMemory: true, said: "" });
  });

  test.each(ways)("is ended when its heap is full (groups: %s)", async (groups) => {
    const ending = await run("const hog = []; for (;;) hog.push({ a: [hog.length] });", { groups });
    expect(ending.code).not.toBe(0);
  });

  test("is ended when it takes too much processor time", async () => {
    expect(await run("for (;;);")).toMatchObject({ code: 128 + 24, outOfMemory: false });
  });

  test.each(
    ways,
  )("starts a limited number of processes, all of which end with it (groups: %s)", async (groups) => {
    const ending = await run(
      `const { spawn } = require("child_process"); let count = 0;
      for (let i = 0; i < 60; i++)
        spawn("/node", ["-e", "setInterval(() => {}, 1e5)"], { stdio: "ignore", detached: true })
          .on("error", () => {}).on("spawn", () => count++).unref();
      setTimeout(() => say(count), 300)`,
      { groups, killAfterMs: 200 },
    );
    expect(ending.said === "" || Number(ending.said) < LIMITS.processes).toBe(true);
    expect(leftovers()).toEqual([]);
  });

  test("what it prints is thrown away, and of its errors the end is kept", async () => {
    const { lastWords, said } = await run(
      'console.log("x".repeat(1e6)); console.error("y".repeat(1e5) + "the end");',
    );
    expect(said).toBe("");
    expect(lastWords.length).toBeLessThanOrEqual(4000);
    expect(lastWords).toMatch(/the end\n$/);
  });

  test("says its caps", () => {
    const [first, ...caps] = bubblewrap(null).describe(LIMITS);
    expect(first).toMatch(
      /^bubblewrap \S+: no network, no files but the assignment's, user 65534$/,
    );
    expect(caps).toEqual([
      "memory 150 MB (each process, prlimit)",
      "32 processes and threads (prlimit)",
      "1 s of processor time",
      "3 MB of temporary files",
    ]);
    const grouped = bubblewrap({ version: 2, create: () => expect.fail() }).describe(LIMITS);
    expect(grouped[1]).toBe("memory 150 MB (together, cgroup v2)");
  });

  test("leaves no process, folder or group", () => expect(leftovers()).toEqual([]));
});
