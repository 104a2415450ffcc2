import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, afterEach, test as anyTest, beforeAll, expect } from "vitest";

// What a user sees on a fresh clone, with real installations: minutes, so only in `test:full`.
const test = anyTest.runIf(process.env.MLIP_FULL === "1");

const root = resolve(import.meta.dirname, "../..");
let base = "";
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "mlip fresh clone für alle "));
});
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});
afterAll(() => rmSync(base, { recursive: true, force: true }), 600_000);

/** Mounting and unplugging the network are the administrator's. */
const administratorTest = anyTest.runIf(
  process.env.MLIP_FULL === "1" && process.platform === "linux" && process.getuid?.() === 0,
);

/** Copies what a clone would have. The path has a space, an umlaut and at least 150 characters. */
function clone(name: string, parent = base): string {
  const folder = join(parent, name.padEnd(150 - parent.length - 1, "-"));
  const list = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: root });
  for (const file of list.toString().split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { force: true });
  }
  return folder;
}

/** Caches of their own, so that nothing is found in those of this machine's user. */
function emptyCaches(folder: string): NodeJS.ProcessEnv {
  return {
    npm_config_cache: join(folder, "npm-cache"),
    UV_CACHE_DIR: join(folder, "uv-cache"),
    PIP_NO_CACHE_DIR: "1",
  };
}

interface Running {
  /** Resolves when the output has the text. Rejects if the command ends before. */
  readonly says: (text: string) => Promise<string>;
  readonly stop: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<{ code: number | null; output: string }>;
}

function start(folder: string, port: number, env: NodeJS.ProcessEnv = {}, before: string[] = []) {
  const args = ["src/setup/run.mjs", "start", "--no-browser", "--port", String(port)];
  const [command = "", ...rest] = [...before, process.execPath, ...args];
  const child = spawn(command, rest, { cwd: folder, env: { ...process.env, ...env } });
  children.push(child);
  let output = "";
  let check = (): void => {};
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      check();
    });
  const ended = new Promise<{ code: number | null; output: string }>((done) =>
    child.once("close", (code) => done({ code, output })),
  );
  const says = (text: string): Promise<string> =>
    new Promise((done, fail) => {
      check = () => output.includes(text) && done(output);
      check();
      ended.then(() => fail(new Error(`ended before it said "${text}":\n${output}`)));
    });
  return { says, ended, stop: (signal) => child.kill(signal) } satisfies Running;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((done) => server.once("listening", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : 0;
}

/** Command lines of the processes that work in a folder, whoever started them. */
const processesIn = (folder: string): string[] =>
  spawnSync("ps", ["-eo", "args"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.includes(folder));

async function kernelArguments(lab: Running, port: number): Promise<string[]> {
  const said = await lab.says("token=");
  const token = /token=([0-9a-f]+)/.exec(said)?.[1];
  const address = `http://127.0.0.1:${port}/api/kernelspecs?token=${token}`;
  // Lab prints its address an instant before it answers there.
  await expect.poll(() => fetch(address), { timeout: 10_000 }).toHaveProperty("status", 200);
  return JSON.parse(await (await fetch(address)).text()).kernelspecs.tslab.spec.argv;
}

const kernelOf = (folder: string): string[] => [
  process.execPath,
  join(folder, "src/dist/kernel/launch.js"),
  "{connection_file}",
];

const MINUTES = 60_000;

test("a fresh clone: Lab with the kernel; stopped without leftovers; again in seconds; moved", {
  timeout: 10 * MINUTES,
}, async () => {
  const folder = clone("first");
  const port = await freePort();
  const lab = start(folder, port);
  expect(await kernelArguments(lab, port)).toEqual(kernelOf(folder));

  const second = await start(folder, port).ended;
  expect(second.output).toBe(`Port ${port} is in use: choose another, or leave --port out.\n`);
  expect(second.code).toBe(1);

  lab.stop("SIGINT");
  expect((await lab.ended).output).toMatch(/\nJupyterLab and its kernels have stopped\.\n$/);
  expect((await lab.ended).code).toBe(0);
  expect(processesIn(folder)).toEqual([]);

  const moved = `${folder} moved`;
  renameSync(folder, moved);
  const began = Date.now();
  const again = start(moved, port);
  expect(await kernelArguments(again, port)).toEqual(kernelOf(moved));
  expect(Date.now() - began).toBeLessThan(10_000);
  again.stop("SIGKILL");
  await again.ended;
  await expect.poll(() => processesIn(moved), { timeout: 15_000 }).toEqual([]);
});

test("an installation interrupted anywhere is completed by the next start", {
  timeout: 10 * MINUTES,
}, async () => {
  const folder = clone("interrupted");
  const port = await freePort();
  for (const [where, signal] of [
    ["Python installer (uv) ...", "SIGKILL"],
    ["Python packages (requirements.txt) ...", "SIGINT"],
    ["Node packages ...", "SIGKILL"],
    ["Node packages ...", "SIGTERM"],
    ["Compiling src ...", "SIGKILL"],
  ] as const) {
    const lab = start(folder, port);
    await lab.says(where);
    await new Promise((done) => setTimeout(done, 700));
    lab.stop(signal);
    const { code, output } = await lab.ended;
    expect(code).toBe(signal === "SIGKILL" ? null : 130);
    if (signal !== "SIGKILL") expect(output).toMatch(/\nInterrupted: run the same command again/);
    await expect.poll(() => processesIn(folder), { timeout: 15_000 }).toEqual([]);
  }
  const lab = start(folder, port);
  expect(await kernelArguments(lab, port)).toEqual(kernelOf(folder));
  lab.stop("SIGINT");
  await lab.ended;
});

test("two starts at once do not disturb each other", { timeout: 10 * MINUTES }, async () => {
  const folder = clone("twice");
  const ports = [await freePort(), await freePort()];
  const labs = ports.map((port) => start(folder, port));
  await Promise.any(labs.map((lab) => lab.says("waiting for process")));
  for (const [i, lab] of labs.entries()) {
    expect(await kernelArguments(lab, ports[i]!)).toEqual(kernelOf(folder));
  }
  for (const lab of labs) lab.stop("SIGINT");
  for (const lab of labs) expect((await lab.ended).code).toBe(0);
});

administratorTest(
  "without network: one sentence, then mended",
  {
    timeout: 10 * MINUTES,
  },
  async () => {
    const folder = clone("offline");
    const env = emptyCaches(folder);
    const { code, output } = await start(folder, 9999, env, ["unshare", "--net"]).ended;
    expect(output).toMatch(
      /\n\nPython installer \(uv\): failed, the network could not be reached\. Run the same command again when that is mended\.\n$/,
    );
    expect(code).toBe(1);
    const port = await freePort();
    const lab = start(folder, port, env);
    expect(await kernelArguments(lab, port)).toEqual(kernelOf(folder));
    lab.stop("SIGINT");
    await lab.ended;
  },
);

administratorTest.each([20, 60, 400])(
  "on a disk of %d MB: one sentence",
  {
    timeout: 10 * MINUTES,
  },
  async (megabytes) => {
    const disk = mkdtempSync(join(base, "disk "));
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", disk]);
    try {
      const folder = clone("full", disk);
      const { code, output } = await start(folder, 9999).ended;
      expect(output.split("\n").at(-2)).toMatch(/the disk is full \(free for this folder 0\.0 GB/);
      expect(code).toBe(1);
    } finally {
      execFileSync("umount", ["--lazy", disk]);
    }
  },
);
