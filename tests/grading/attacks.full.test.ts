import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RIGHT, submission } from "./support/assignment.js";
import { CALLBACKS, GAIN, REACH, STOP } from "./support/attacks.js";
import { leftovers, makeWorld } from "./support/world.js";

const world = makeWorld();
const connections: string[] = [];
let servers: Server[];
let failed: number;

const inMean = { ...GAIN, ...REACH, ...STOP };

beforeAll(async () => {
  const listen = (where: object): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((socket) => connections.push(String(socket.remoteAddress)));
      server.listen(where, () => resolve(server));
    });
  servers = [await listen({ port: 0 }), await listen({ path: join(world.folder, "socket") })];
  const { port } = servers[0]!.address() as { port: number };
  const address = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === "IPv4" && !one.internal)?.address;
  const known = (code: string): string =>
    code
      .replaceAll("PORT", String(port))
      .replaceAll("CANARYFOLDER", world.folder)
      .replaceAll("HOSTADDRESS", address ?? "127.0.0.1")
      .replaceAll("GRADERPID", String(process.pid));
  writeFileSync(join(world.folder, "solution.ts"), "export const answer = 'CANARY';");
  for (const [name, code] of Object.entries(inMean))
    world.handIn(name, submission({ ...RIGHT, mean: known(code) }));
  for (const [name, code] of Object.entries(CALLBACKS))
    world.handIn(name, submission({ ...RIGHT, bond: code }));
  const victim = world.handIn("victim", submission(RIGHT));
  const own = dirname(world.handIn("ownKernel", submission({ ...RIGHT, mean: GAIN.ownTests! })));
  for (const name of ["tslab", "mlip", "typescript", "@tslab/typescript-for-tslab"]) {
    mkdirSync(join(own, "node_modules", name), { recursive: true });
    writeFileSync(join(own, "node_modules", name, "index.js"), "process.exit(0)");
    writeFileSync(join(own, "node_modules", name, "package.json"), '{ "main": "index.js" }');
  }
  const linked = world.handIn("linkedFile", "");
  execFileSync("rm", [linked]);
  symlinkSync(victim, linked);
  symlinkSync(dirname(dirname(victim)), join(world.submitted, "linkedFolder"));
  truncateSync(world.handIn("huge", ""), 100_000_000);
  const pipe = world.handIn("pipe", "");
  execFileSync("rm", [pipe]);
  execFileSync("mkfifo", [pipe]);
  failed = await world.mark();
}, 3_600_000);

afterAll(() => {
  for (const server of servers) server.close();
  world.remove();
});

const pageOf = (name: string): string =>
  readFileSync(join(world.out, "report", `${name}.html`), "utf8");

describe("hostile notebooks", () => {
  test("there are more than twenty", () =>
    expect(Object.keys({ ...inMean, ...CALLBACKS }).length).toBeGreaterThan(20));

  test("none stops the run: every submission has a report", () => {
    expect(world.lines.filter((line) => line.includes("could not be marked"))).toEqual([]);
    expect(failed).toBe(0);
    for (const name of readdirSync(world.submitted)) expect(world.report(name).student).toBe(name);
  });

  test.each(Object.keys(inMean))("%s gains nothing, and costs only its own question", (name) => {
    const { score, questions } = world.report(name);
    expect(questions[0]!.score).toBe(0);
    expect(score).toBe(7);
  });

  test.each(Object.keys(CALLBACKS))("%s gains nothing", (name) =>
    expect(world.report(name).score).toBe(7));

  test.each([...Object.keys(inMean), "ownKernel"])("%s reaches nothing", (name) => {
    expect(JSON.stringify(world.report(name))).not.toMatch(/REACHED|CANARY|root:/);
  });

  test("nobody was connected to", () => expect(connections).toEqual([]));

  test("nothing was written, and no process, folder or group is left", () => {
    expect(leftovers()).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.includes("pwned"))).toEqual([]);
    expect(existsSync(join(world.folder, "pwned"))).toBe(false);
  });

  test("a kernel and packages beside the notebook are not used", () =>
    expect(world.report("ownKernel").score).toBe(7));

  test.each(["linkedFile", "linkedFolder", "huge", "pipe"])("%s is not read", (name) => {
    const { score, notes } = world.report(name);
    expect(score).toBe(0);
    expect(notes[0]).toMatch(/^Not marked: /);
  });

  test("the honest student beside them has all points", () =>
    expect(world.report("victim").score).toBe(10));

  test("a report holds nothing but text of what a submission says", () => {
    expect(pageOf("longError")).not.toMatch(/<script|\u202e/);
    expect(pageOf("longError").length).toBeLessThan(10_000);
  });
});
