import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { RIGHT, submission } from "./support/assignment.js";
import { GAIN, REACH, STOP } from "./support/attacks.js";
import { noSandboxBecause } from "./support/sandbox.js";
import { makeWorld, type World } from "./support/world.js";

const PROGRAM = resolve(import.meta.dirname, "../../src/dist/grading/grade.js");
const worlds: World[] = [];
afterAll(() => {
  for (const world of worlds) world.remove();
});

const newWorld = (): World => {
  worlds.push(makeWorld());
  return worlds.at(-1)!;
};

/** The grader in a process of its own, as a user of this number if one is given. */
function startGrader(
  { folder, assignmentPath, submitted, out }: World,
  user?: number,
): ChildProcess {
  const options = {
    assignmentPath,
    submissions: submitted,
    out,
    jobs: 2,
    secret: "s",
    unsafe: false,
  };
  const code = `import { grade } from ${JSON.stringify(PROGRAM)};
    const options = ${JSON.stringify({ ...options, memory: join(folder, "memory") })};
    process.exitCode = await grade({ ...options, say: console.log });`;
  const ids = user === undefined ? {} : { uid: user, gid: user };
  return spawn(process.execPath, ["--input-type=module", "-e", code], {
    ...ids,
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => child.once("close", done));

const processesOf = (pid: number): string[] =>
  readdirSync("/proc").filter((name) => {
    try {
      return (
        /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1] === String(pid)
      );
    } catch {
      return false;
    }
  });

describe.skipIf(noSandboxBecause !== undefined)("a grader that is killed", () => {
  test("loses nothing, and leaves no process; the next one finishes the work", async () => {
    const world = newWorld();
    for (let i = 0; i < 4; i++) world.handIn(`student-${i}`, submission(RIGHT));
    const child = startGrader(world);
    const reports = join(world.out, "report");
    while (
      child.exitCode === null &&
      !(existsSync(reports) && readdirSync(reports).some((name) => name.endsWith(".json")))
    )
      await sleep(20);
    const children = processesOf(child.pid!);
    expect(children.length).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await exitOf(child);
    const kept = readdirSync(reports).filter((name) => name.endsWith(".json"));
    expect(kept.length).toBeLessThan(4);
    for (const name of kept)
      expect(JSON.parse(readFileSync(join(reports, name), "utf8")).score).toBe(10);
    await sleep(2000);
    for (const pid of children)
      expect(
        existsSync(`/proc/${pid}/exe`) && readFileSync(`/proc/${pid}/cmdline`, "utf8"),
      ).toBeFalsy();

    const second = startGrader(world);
    let said = "";
    second.stdout!.on("data", (text) => {
      said += text;
    });
    expect(await exitOf(second)).toBe(0);
    expect(said).toContain(`hw1: 4 submissions, ${4 - kept.length} to be marked`);
    const table = readFileSync(join(world.out, "grades.csv"), "utf8");
    expect(table.match(/,10,15,5,3,3,0,4\n/g)!.length).toBe(4);
    expect(readdirSync(world.folder).filter((name) => name.startsWith("mlip-grade-"))).toEqual([]);
  }, 600_000);
});

// An ordinary user has no groups here: caps come from prlimit.
describe.skipIf(noSandboxBecause !== undefined || process.getuid?.() !== 0)(
  "an ordinary user",
  () => {
    test("has the same sandbox, and attacks do as little", async () => {
      const world = newWorld();
      world.handIn("right", submission(RIGHT));
      const attacks = { ...GAIN, ...REACH, ...STOP };
      const chosen = [
        "files",
        "writing",
        "network",
        "forkBomb",
        "heapBomb",
        "bufferBomb",
        "fileBomb",
        "loop",
        "realExit",
        "detached",
      ];
      for (const name of chosen) {
        const code = attacks[name]!.replaceAll("CANARYFOLDER", world.folder).replaceAll(
          "PORT",
          "9",
        );
        world.handIn(name, submission({ ...RIGHT, mean: code }));
      }
      execFileSync("chown", ["-R", "12345:12345", world.folder]);
      expect(await exitOf(startGrader(world, 12345))).toBe(0);
      expect(world.report("right").score).toBe(10);
      expect(world.report("right").sandbox).toContain("memory 256 MB (each process, prlimit)");
      for (const name of chosen) {
        const report = world.report(name);
        expect(
          report.questions.map(({ score }) => score),
          name,
        ).toEqual([0, 3, 0, 4]);
        expect(JSON.stringify(report)).not.toContain("REACHED");
      }
      await sleep(1000);
      const left = readdirSync("/proc").filter((pid) => {
        try {
          return (
            /^Uid:\s+12345/m.test(readFileSync(`/proc/${pid}/status`, "utf8")) &&
            !/State:\s+[ZX]/.test(readFileSync(`/proc/${pid}/status`, "utf8"))
          );
        } catch {
          return false;
        }
      });
      expect(left).toEqual([]);
    }, 900_000);
  },
);

test.skipIf(noSandboxBecause !== undefined)(
  "an assignment with other tests is marked anew; its mistakes are the instructor's",
  async () => {
    const world = newWorld();
    world.handIn("right", submission(RIGHT));
    expect(await world.mark()).toBe(0);
    const text = readFileSync(world.assignmentPath, "utf8");
    writeFileSync(world.assignmentPath, text.replace('is 2\\", 1,', 'is 2\\", 5,'));
    await expect(world.mark()).rejects.toThrow(
      "mean-tests has 3 points, but its tests have 7 together.",
    );
  },
  300_000,
);

test.skipIf(noSandboxBecause !== undefined)(
  "asked for one student it marks that one; the table has all that were marked before",
  async () => {
    const world = newWorld();
    for (const name of ["ann", "bob", "eve"]) world.handIn(name, submission(RIGHT));
    expect(await world.mark({ student: "bob" })).toBe(0);
    expect(await world.mark({ student: "eve" })).toBe(0);
    const table = readFileSync(join(world.out, "grades.csv"), "utf8");
    expect(table.match(/^(bob|eve|ann),10,/gm)).toEqual(["bob,10,", "eve,10,"]);
    expect(existsSync(join(world.out, "report/ann.json"))).toBe(false);
    await expect(world.mark({ student: "joe" })).rejects.toThrow("has no notebook of joe.");
  },
  300_000,
);

test("without a sandbox it marks only when told to, and says so in every report", async () => {
  const world = newWorld();
  world.handIn("right", submission(RIGHT));
  expect(await world.mark({ unsafe: true })).toBe(0);
  expect(world.report("right").score).toBe(10);
  expect(world.report("right").sandbox[0]).toMatch(/^NO SANDBOX/);
  expect(readFileSync(join(world.out, "report/right.html"), "utf8")).toContain("NO SANDBOX");
}, 300_000);
