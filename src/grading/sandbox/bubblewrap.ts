import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Cgroups, findCgroups } from "./cgroups.js";
import { sharedLibraries } from "./libraries.js";
import { type Limits, NoSandbox, type Program, type Sandbox } from "./sandbox.js";
import { startConfined } from "./spawn.js";

/** The user that no file belongs to. */
const NOBODY = "65534";
/** The only folder of the machine that a confined program sees. */
const BOX = "/box";
const NODE = "/node";
const PRLIMIT = "/prlimit";

/** Of its own it has everything; to make further ones, with rights inside, is forbidden. */
const NAMESPACES = ["--unshare-all", "--unshare-user", "--disable-userns"];

interface Tools {
  readonly bwrap: string;
  readonly prlimit: string;
  readonly setpriv: string;
}

/**
 * Confines a program with bubblewrap: no network, no file but its folder, Node and Node's libraries,
 * a small temporary folder of its own, no other process in sight, a user without any right.
 *
 * For root the mounts are opened first, by an outer bubblewrap, and rights are given up before the
 * inner one makes the sandbox: the course may lie where only root can look.
 *
 * @throws NoSandbox when this machine lacks a program or forbids it
 */
export function bubblewrap(cgroups: Cgroups | null = findCgroups()): Sandbox {
  const tools = findTools();
  const libraries = sharedLibraries([process.execPath, tools.prlimit]);
  const isRoot = process.getuid?.() === 0;
  const version = execFileSync(tools.bwrap, ["--version"], { encoding: "utf8" }).trim();
  const asNobody = [tools.setpriv, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  const givingUpRights = isRoot ? [...asNobody, "--no-new-privs", "--"] : [];
  tryOut([...givingUpRights, tools.bwrap, ...NAMESPACES, "--ro-bind", "/", "/", "/bin/true"]);

  function command(program: Program): string[] {
    const folders: [source: string, target: string][] = [
      [program.folder, BOX],
      ...Object.entries(program.mounts ?? {}).map(([inside, source]): [string, string] => [
        source,
        `${BOX}/${inside}`,
      ]),
      ...libraries.map((file): [string, string] => [file, file]),
      [process.execPath, NODE],
      [tools.prlimit, PRLIMIT],
    ];
    const run = [...limited(program.limits, cgroups), NODE, ...nodeOptions(program)];
    const script = `${BOX}/${program.script}`;
    const inner = (mounts: readonly [string, string][]): string[] => [
      tools.bwrap,
      ...confinement(program, mounts),
      "--",
      ...run,
      script,
    ];
    if (!isRoot) return inner(folders);
    const relayed = folders.map(([, target], i): [string, string] => [`/mnt/${i}`, target]);
    return [
      ...[tools.bwrap, "--unshare-pid", "--as-pid-1", "--unshare-net", "--unshare-ipc"],
      ...["--die-with-parent", "--bind", "/", "/", "--dev-bind", "/dev", "/dev", "--tmpfs", "/mnt"],
      ...folders.flatMap(([source], i) => ["--ro-bind", source, `/mnt/${i}`]),
      ...["--", ...givingUpRights, ...inner(relayed)],
    ];
  }

  return {
    describe: (limits) => [
      `${version}: no network, no files but the assignment's, user ${NOBODY}`,
      ...describeLimits(limits, cgroups),
    ],
    start: (program) => startConfined(command(program), {}, cgroups?.create(program.limits)),
  };
}

function confinement(program: Program, mounts: readonly [string, string][]): string[] {
  return [
    ...[...NAMESPACES, "--hostname", "sandbox", "--uid", NOBODY, "--gid", NOBODY],
    ...["--die-with-parent", "--new-session", "--cap-drop", "ALL"],
    ...["--clearenv", "--setenv", "TZ", "UTC", "--setenv", "LANG", "C.UTF-8"],
    ...["--setenv", "HOME", "/tmp", "--setenv", "UV_THREADPOOL_SIZE", "2"],
    ...mounts.flatMap(([source, target]) => ["--ro-bind", source, target]),
    ...["null", "zero", "urandom"].flatMap((name) => [
      "--dev-bind",
      `/dev/${name}`,
      `/dev/${name}`,
    ]),
    ...["--size", String(program.limits.temporaryBytes), "--tmpfs", "/tmp", "--remount-ro", "/"],
    ...["--chdir", `${BOX}/${program.workingFolder}`],
  ];
}

/** Limits of each process; of memory and number only where there is no group to count the tree. */
function limited(limits: Limits, cgroups: Cgroups | null): string[] {
  const { cpuSeconds, temporaryBytes, memoryBytes, processes } = limits;
  return [
    ...[
      PRLIMIT,
      `--cpu=${cpuSeconds}:${cpuSeconds + 1}`,
      `--fsize=${temporaryBytes}`,
      "--core=0",
      "--nofile=256",
    ],
    ...(cgroups ? [] : [`--data=${memoryBytes}`, `--nproc=${processes}`]),
    "--",
  ];
}

export function nodeOptions({ heapMegabytes }: Program): string[] {
  return [
    `--max-old-space-size=${heapMegabytes}`,
    // Few threads, and the same random numbers in every run.
    ...["--v8-pool-size=1", "--random-seed=1", "--no-addons", "--no-warnings"],
  ];
}

export function describeLimits(limits: Limits, cgroups: Cgroups | null): string[] {
  const by = cgroups ? `together, cgroup v${cgroups.version}` : "each process, prlimit";
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return [
    `memory ${megabytes(limits.memoryBytes)} (${by})`,
    `${limits.processes} processes and threads${cgroups ? ` (${by})` : " (prlimit)"}`,
    `${limits.cpuSeconds} s of processor time`,
    `${megabytes(limits.temporaryBytes)} of temporary files`,
  ];
}

function findTools(): Tools {
  const packages = { bwrap: "bubblewrap", prlimit: "util-linux", setpriv: "util-linux" };
  if (process.platform !== "linux")
    throw new NoSandbox("A sandbox for strangers' code exists on Linux only.");
  const entries = Object.entries(packages).map(([name, of]) => {
    const path = findProgram(name);
    if (path === undefined)
      throw new NoSandbox(
        `The sandbox needs the program ${name}; install it: sudo apt-get install -y ${of}`,
      );
    return [name, path];
  });
  return Object.fromEntries(entries) as unknown as Tools;
}

function tryOut([file, ...args]: readonly string[]): void {
  const { status, stderr, error } = spawnSync(file!, args, { encoding: "utf8", timeout: 20_000 });
  if (status === 0) return;
  throw new NoSandbox(
    `bubblewrap (0.8 or newer is needed) cannot make a sandbox here: ${stderr?.trim() || error}. ` +
      "npm run doctor says what to do.",
  );
}

function findProgram(name: string): string | undefined {
  const paths = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
