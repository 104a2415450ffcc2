/** What a test cell of homework is made of. The same cell runs in a notebook and in the grader. */
import { createHash } from "node:crypto";
import { verdictLine } from "../course/verdict.js";
import { type Random, seededRandom } from "../numerics/random.js";

/** What the grader puts in place of the behaviour in a notebook. */
export interface GraderHooks {
  test(name: string, points: number, body: () => unknown): unknown;
  wanted<T>(call: () => T): T;
  /** Known to those who mark, and to nobody else. */
  readonly secret: string;
}

const HOOKS = Symbol.for("mlip.grader");

/** For the grader: from now on the functions of this file are its own. */
export function installHooks(hooks: GraderHooks): void {
  (globalThis as Record<symbol, unknown>)[HOOKS] = hooks;
}

const hooks = (): GraderHooks | undefined =>
  (globalThis as Record<symbol, unknown>)[HOOKS] as GraderHooks | undefined;

/** Whether a submission is being marked; otherwise this is a notebook, and its tests hide nothing. */
export function isMarking(): boolean {
  return hooks() !== undefined;
}

/**
 * One test of a question. It fails when `body` throws; in the grader that costs these points and no
 * others, in a notebook the cell fails after all its tests have run.
 *
 *   test("the force is minus the slope", 2, () => {
 *     for (const r of [1, 1.4, 3])
 *       requireClose(force(r), wanted(() => force(r)), { unit: "hartree/bohr", tolerance: 1e-6 });
 *   });
 *
 * The points of a cell's tests add up to the points of the cell. A test that awaits is awaited itself:
 * `await test(...)`.
 *
 * @param name  what must hold, for the report
 */
export function test(name: string, points: number, body: () => Promise<unknown>): Promise<void>;
export function test(name: string, points: number, body: () => unknown): void;
export function test(name: string, points: number, body: () => unknown): unknown {
  const grader = hooks();
  if (grader) return grader.test(name, points, body);
  const passed = (): void => {
    lastSeen.set(name, true);
    report("right", name, points);
  };
  const failed = (error: unknown): void => {
    lastSeen.set(name, false);
    report("wrong", `${name}: ${(error as Error)?.message ?? error}`, points);
    failCell();
  };
  try {
    const outcome = body();
    if (outcome instanceof Promise) return outcome.then(passed, failed);
    passed();
  } catch (error) {
    failed(error);
  }
  return undefined;
}

/**
 * What a call gives with the instructor's solution in place of the submitted code; for hidden tests. The
 * call itself must not await. In a notebook, where there is one solution only, it is just made.
 */
export function wanted<T>(call: () => T): T {
  const grader = hooks();
  return grader ? grader.wanted(call) : call();
}

/**
 * Random numbers for the inputs of hidden tests: the same in every run of the grader, others in each
 * class, since they come from its secret.
 *
 * @param name  different names give different numbers
 */
export function hiddenRandom(name: string): Random {
  const text = JSON.stringify([hooks()?.secret ?? "", name]);
  return seededRandom(createHash("sha256").update(text).digest().readUInt32LE());
}

/** Whether the tests of this notebook passed when they last ran, by name. */
const lastSeen = new Map<string, boolean>();

/** For the last cell of homework: prints how many of the tests above hold, and which do not. */
export function selfCheck(): void {
  const failed = [...lastSeen].filter(([, passed]) => !passed).map(([name]) => name);
  const hold = lastSeen.size - failed.length;
  console.log(`${hold} of the ${lastSeen.size} tests that have run hold.`);
  for (const name of failed) console.log(`✘ ${name}`);
}

function report(status: "right" | "wrong", message: string, points: number): void {
  const worth = `${points} ${points === 1 ? "point" : "points"}`;
  console.log(verdictLine({ status, message: `${message} (${worth})` }));
}

let failures = 0;

/** Makes the running cell fail when its own code has run: the cell's error says how many tests failed. */
function failCell(): void {
  if (failures++ > 0) return;
  queueMicrotask(() => {
    const count = failures;
    failures = 0;
    throw new Error(`${count} of the tests above failed`);
  });
}
