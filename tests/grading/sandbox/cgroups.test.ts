import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCgroups } from "../../../src/grading/sandbox/cgroups.js";

// A folder with the names that the kernel would show.
let root: string;
let own: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mlip-cgroup-"));
  own = join(root, "memberships");
});
afterEach(() => rmSync(root, { recursive: true }));

const make = (folder: string, files: Record<string, string> = {}): void => {
  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, folder, name), text);
};
const limits = { memoryBytes: 256e6, processes: 32 };
const inRoot = (file: string): string => relative(root, file);

describe("version 1", () => {
  test("a group in each of the two hierarchies, inside our own group", () => {
    make("memory/jail");
    make("pids");
    writeFileSync(own, "9:name=systemd:/\n8:pids:/\n4:cpu,memory:/jail\n0::/\n");
    const found = findCgroups(root, own)!;
    expect(found.version).toBe(1);
    const [memory, pids] = found.create(limits).joinFiles.map((file) => join(file, ".."));
    expect(inRoot(memory!)).toMatch(/^memory\/jail\/mlip-grade-\d+-\d+$/);
    expect(inRoot(pids!)).toMatch(/^pids\/mlip-grade-\d+-\d+$/);
    expect(readFileSync(join(memory!, "memory.limit_in_bytes"), "utf8")).toBe("256000000");
    expect(readFileSync(join(pids!, "pids.max"), "utf8")).toBe("32");
  });

  test("in the hierarchy's root where our own group is not shown (in a container)", () => {
    make("memory");
    make("pids");
    writeFileSync(own, "8:pids:/docker/abc\n4:memory:/docker/abc\n");
    expect(inRoot(findCgroups(root, own)!.create(limits).joinFiles[0]!)).toMatch(/^memory\/mlip/);
  });

  test("none without both hierarchies", () => {
    make("memory");
    writeFileSync(own, "4:memory:/\n");
    expect(findCgroups(root, own)).toBeNull();
  });
});

describe("version 2", () => {
  const all = "cpu memory pids";

  test("a group below the nearest one that hands down memory and pids", () => {
    make("", { "cgroup.controllers": all });
    make("user", { "cgroup.subtree_control": all });
    make("user/session");
    writeFileSync(own, "0::/user/session\n");
    // The session's own group can be written, too, but a process lives in it: the kernel refuses.
    make("user/session/cgroup.subtree_control");
    const found = findCgroups(root, own)!;
    expect(found.version).toBe(2);
    const [file, ...more] = found.create(limits).joinFiles;
    expect(more).toEqual([]);
    expect(inRoot(file!)).toMatch(/^user\/mlip-grade-\d+-\d+\/cgroup.procs$/);
    const text = (name: string): string => readFileSync(join(file!, "..", name), "utf8");
    expect(["memory.max", "memory.swap.max", "pids.max"].map(text)).toEqual([
      "256000000",
      "0",
      "32",
    ]);
  });

  test("asks for the controllers where they are not handed down yet", () => {
    make("", { "cgroup.controllers": all, "cgroup.subtree_control": "cpu" });
    writeFileSync(own, "0::/\n");
    expect(findCgroups(root, own)!.version).toBe(2);
    expect(readFileSync(join(root, "cgroup.subtree_control"), "utf8")).toBe("+memory +pids");
  });

  test("in the root where our own group lies outside of what is shown", () => {
    make("", { "cgroup.controllers": all, "cgroup.subtree_control": all });
    writeFileSync(own, "0::/../elsewhere\n");
    expect(inRoot(findCgroups(root, own)!.create(limits).joinFiles[0]!)).toMatch(/^mlip-grade/);
  });

  test("none where nothing may be created", () => {
    make("", { "cgroup.controllers": all });
    make("cgroup.subtree_control");
    writeFileSync(own, "0::/\n");
    expect(findCgroups(root, own)).toBeNull();
  });
});

test("none where there are no control groups", () =>
  expect(findCgroups(join(root, "nothing"), own)).toBeNull());

test("empty groups of graders that were killed are removed, those of others stay", () => {
  const living = `mlip-grade-${process.pid}-99`;
  for (const name of ["mlip-grade-4194304-1", living, "another"])
    for (const controller of ["memory", "pids"]) make(`${controller}/${name}`);
  writeFileSync(own, "8:pids:/\n4:memory:/\n");
  findCgroups(root, own);
  expect(existsSync(join(root, "memory/mlip-grade-4194304-1"))).toBe(false);
  for (const name of [living, "another"]) expect(existsSync(join(root, "memory", name))).toBe(true);
});
