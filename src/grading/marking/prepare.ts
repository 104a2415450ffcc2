import { convert } from "../converter/convert.js";
import type { Converted } from "../converter/messages.js";
import type { CodeToRun } from "../executor/messages.js";
import { arrange, type Item } from "../notebook/arrange.js";
import { type Assignment, type Question, readAssignment } from "../notebook/assignment.js";
import { type Cell, type Notebook, readNotebook } from "../notebook/readNotebook.js";
import { makeBox } from "../sandbox/box.js";
import type { Limits, Sandbox } from "../sandbox/sandbox.js";
import { type Attempt, attempt, type Place, type QuestionTests } from "./attempt.js";
import type { PlannedTest } from "./markQuestion.js";

/** An assignment that is ready to mark submissions. */
export interface Prepared {
  readonly assignment: Assignment;
  readonly place: Place;
  /** Of the questions that tests mark, in their order. */
  readonly tests: readonly QuestionTests[];
  readonly plans: readonly (readonly PlannedTest[])[];
  end(): void;
}

/** What the instructor's notebook comes to, as JSON data: need not be found out twice. */
export interface Known {
  readonly solution: readonly Converted[];
  readonly testCells: readonly CodeToRun[];
  readonly plans: readonly (readonly PlannedTest[])[];
  /** Answers of the solution, for each question by request. */
  readonly answers: readonly (readonly [request: string, answer: string][])[];
}

export interface PrepareOptions {
  readonly path: string;
  readonly sandbox: Sandbox;
  readonly secret: string;
  /** From an earlier run with the same notebook, package and secret. */
  readonly known?: Known | undefined;
}

/** Caps of a submission's process, but for the time, which the assignment sets. */
const LIMITS: Omit<Limits, "cpuSeconds"> = {
  memoryBytes: 256e6,
  processes: 32,
  temporaryBytes: 8e6,
};
/**
 * A submission that waits for something is ended after this many times its processor time: long enough for
 * honest work on a machine with much else to do.
 */
const PATIENCE = 6;

export function limitsOf(assignment: Assignment): Limits {
  return { ...LIMITS, cpuSeconds: assignment.seconds };
}

/**
 * Reads an assignment, and marks the instructor's own solution: that shows which tests there are, and
 * that they can be passed.
 *
 * @throws Error with a sentence for the instructor
 */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { path, sandbox, secret, known } = options;
  const assignment = readAssignment(path);
  const box = makeBox(assignment);
  try {
    const limits = limitsOf(assignment);
    const place: Place = { sandbox, box, limits, patienceSeconds: PATIENCE * limits.cpuSeconds };
    const notebook = readNotebook(path);
    const { items } = arrange(assignment, notebook)!;
    const solution = known?.solution ?? (await convertSolution(items, place));
    const cells = known?.testCells ?? (await convertTests(assignment, notebook, sandbox));
    const tests = cells.map(
      (cell, part): QuestionTests => ({
        cell,
        fixedNames: namesOfFixed(items, solution),
        solution: solution.filter((_, i) => items[i]!.part <= part),
        remembered: new Map(known?.answers[part]),
        secret,
      }),
    );
    const questions = assignment.questions.filter(({ by }) => by === "tests");
    const plans = [...(known?.plans ?? [])];
    for (const [part, one] of tests.slice(plans.length).entries())
      plans.push(planOf(await attempt(one.solution, one, place), questions[part]!));
    return { assignment, place, tests, plans, end: box.remove };
  } catch (error) {
    box.remove();
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** What a prepared assignment can tell a later run. */
export function knownOf({ tests, plans }: Prepared): Known {
  return {
    solution: tests.at(-1)?.solution ?? [],
    testCells: tests.map(({ cell }) => cell),
    plans,
    answers: tests.map(({ remembered }) => [...remembered]),
  };
}

async function convertSolution(
  items: readonly Item[],
  { sandbox, box }: Place,
): Promise<readonly Converted[]> {
  const sources = items.map(({ source }) => source);
  const [cells] = await convert([sources], { sandbox, box, mounts: box.libraries });
  for (const [i, cell] of cells!.entries())
    if ("problem" in cell)
      throw new Error(`the cell ${items[i]!.name} does not compile: ${cell.problem}`);
  return cells!;
}

/** What fixed cells declare and no answer declares again. */
function namesOfFixed(items: readonly Item[], cells: readonly Converted[]): string[] {
  const namesIn = (wanted: (item: Item) => boolean): string[] =>
    items.flatMap((item, i) => (wanted(item) ? declaredIn(cells[i]!) : []));
  const answers = new Set(namesIn(({ role }) => role === "answer"));
  return namesIn(({ role }) => role !== "answer").filter((name) => !answers.has(name));
}

/** What a converted cell declares stands in it as `exports.name = ...`. */
function declaredIn(cell: Converted): string[] {
  const code = "code" in cell ? cell.code : "";
  return [...code.matchAll(/\bexports\.([\p{L}\p{N}_$]+) =/gu)].map(([, name]) => name!);
}

/** Each test cell, converted after the instructor's other cells; it may import all of the package. */
async function convertTests(
  { cells }: Assignment,
  notebook: Notebook,
  sandbox: Sandbox,
): Promise<readonly CodeToRun[]> {
  const roles = new Map(cells.map(({ id, role }) => [id, role]));
  const code = notebook.cells.filter(({ type }) => type === "code");
  const isTest = ({ nbgrader }: Cell): boolean => roles.get(nbgrader?.id ?? "") === "tests";
  const tests = code.filter(isTest);
  const sequences = tests.map((test) => [
    ...code.slice(0, code.indexOf(test)).filter((cell) => !isTest(cell)),
    test,
  ]);
  const box = makeBox({ uses: [], data: [] });
  try {
    const sources = sequences.map((sequence) => sequence.map(({ source }) => source));
    const mounts = { ...box.libraries, ...box.wholePackage };
    const converted = await convert(sources, { sandbox, box, mounts });
    return converted.map((sequence, i) => {
      const cell = sequence.at(-1)!;
      if (!("problem" in cell)) return cell;
      throw new Error(`the test cell ${tests[i]!.nbgrader!.id} does not compile: ${cell.problem}`);
    });
  } finally {
    box.remove();
  }
}

/** The tests of a question, from what the instructor's own solution did in them. */
function planOf({ ended, errors, outcome }: Attempt, { id, points }: Question): PlannedTest[] {
  const problem = ended?.reason ?? errors[0]?.error ?? outcome.stopped?.full;
  if (problem !== undefined) throw new Error(`${id}: the solution does not run: ${problem}`);
  const plan = outcome.results.map(({ name, points, fault }) => {
    if (fault) throw new Error(`${id}: the solution fails "${name}": ${fault.full}`);
    return { name, points };
  });
  if (new Set(plan.map(({ name }) => name)).size < plan.length)
    throw new Error(`${id}: two tests have the same name.`);
  const sum = plan.reduce((total, test) => total + test.points, 0);
  if (Math.abs(sum - points) > 1e-9)
    throw new Error(`${id} has ${points} points, but its tests have ${sum} together.`);
  return plan;
}
