import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endProcess, isAlive } from "./alive.js";

/** What all processes of a tree may use together. */
export interface GroupLimits {
  readonly memoryBytes: number;
  /** Threads count, too. */
  readonly processes: number;
}

/** A control group of Linux, for one tree of processes. */
export interface Group {
  /** A process joins by writing 0 to each of these files; its children are born inside. */
  readonly joinFiles: readonly string[];
  /** Whether the kernel ended a process of the group because its memory was used up. */
  ranOutOfMemory(): boolean;
  /** Ends what is still in the group and removes it. */
  remove(): Promise<void>;
}

export interface Cgroups {
  readonly version: 1 | 2;
  create(limits: GroupLimits): Group;
}

const CONTROLLERS = ["memory", "pids"] as const;
let created = 0;

/**
 * The control groups this process may create, if any: of version 2 below the nearest group that hands
 * down memory and pids, of version 1 in the two hierarchies of those names.
 */
export function findCgroups(
  root = "/sys/fs/cgroup",
  memberships = "/proc/self/cgroup",
): Cgroups | null {
  const own = readOr(memberships).split("\n");
  const pathIn = (start: RegExp): string =>
    own.map((line) => start.exec(line)?.[1]).find((path) => path !== undefined) ?? "/";
  if (readOr(join(root, "cgroup.controllers")) !== "") {
    const parent = ancestors(join(root, pathIn(/^0::(.*)$/)), root).find(handsDown);
    return parent === undefined ? null : version2(swept(parent));
  }
  const parents = CONTROLLERS.map((controller) => {
    const top = join(root, controller);
    const mine = join(top, pathIn(new RegExp(`^\\d+:(?:[^:]*,)?${controller}(?:,[^:]*)?:(.*)$`)));
    return [mine, top].find(isWritable);
  });
  return parents.every((parent) => parent !== undefined) ? version1(parents.map(swept)) : null;
}

const nextName = (): string => `mlip-grade-${process.pid}-${++created}`;

function version1([memory, pids]: readonly string[]): Cgroups {
  return {
    version: 1,
    create({ memoryBytes, processes }) {
      const name = nextName();
      const folders = [join(memory!, name), join(pids!, name)];
      for (const folder of folders) mkdirSync(folder);
      writeFileSync(join(folders[0]!, "memory.limit_in_bytes"), String(memoryBytes));
      writeFileSync(join(folders[1]!, "pids.max"), String(processes));
      return group(folders, join(folders[0]!, "memory.oom_control"));
    },
  };
}

function version2(parent: string): Cgroups {
  return {
    version: 2,
    create({ memoryBytes, processes }) {
      const folder = join(parent, nextName());
      mkdirSync(folder);
      writeFileSync(join(folder, "memory.max"), String(memoryBytes));
      writeFileSync(join(folder, "memory.swap.max"), "0");
      writeFileSync(join(folder, "pids.max"), String(processes));
      return group([folder], join(folder, "memory.events"));
    },
  };
}

function group(folders: readonly string[], events: string): Group {
  const joinFiles = folders.map((folder) => join(folder, "cgroup.procs"));
  return {
    joinFiles,
    ranOutOfMemory: () => /^oom_kill [1-9]/m.test(readOr(events)),
    async remove() {
      const deadline = Date.now() + 5000;
      for (;;) {
        for (const file of joinFiles)
          for (const pid of readOr(file).split("\n").filter(Boolean)) endProcess(Number(pid));
        if (folders.every(removeFolder)) return;
        if (Date.now() > deadline)
          throw new Error(
            `cgroups: ${folders.join(", ")} could not be removed, processes are left`,
          );
        await sleep(10);
      }
    },
  };
}

function removeFolder(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

/** The same folder, without the empty groups of graders that were killed. */
function swept(parent: string): string {
  for (const name of readdirSync(parent)) {
    const pid = /^mlip-grade-(\d+)-\d+$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) removeFolder(join(parent, name));
  }
  return parent;
}

/** A folder below `root`, and those it lies in, up to `root`; only `root` for one that is elsewhere. */
function ancestors(folder: string, root: string): string[] {
  const path = relative(root, folder);
  return path === "" || path.startsWith("..")
    ? [root]
    : [folder, ...ancestors(dirname(folder), root)];
}

/** Whether children of a group of version 2 get memory and pids; asks for it where it is not so yet. */
function handsDown(folder: string): boolean {
  const file = join(folder, "cgroup.subtree_control");
  const missing = CONTROLLERS.filter((name) => !readOr(file).split(/\s+/).includes(name));
  try {
    if (missing.length > 0) writeFileSync(file, missing.map((name) => `+${name}`).join(" "));
  } catch {
    return false;
  }
  return isWritable(folder);
}

function isWritable(folder: string): boolean {
  const trial = join(folder, nextName());
  try {
    mkdirSync(trial);
    rmdirSync(trial);
    return true;
  } catch {
    return false;
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
