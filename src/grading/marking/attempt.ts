import type { Converted } from "../converter/messages.js";
import { type Executor, startExecutor } from "../executor/executor.js";
import type { CodeToRun, FromExecutor } from "../executor/messages.js";
import type { Box } from "../sandbox/box.js";
import type { Limits, Sandbox } from "../sandbox/sandbox.js";
import { clean } from "./remote.js";
import { type Outcome, runTests } from "./runTests.js";
import { createSolution } from "./solution.js";

/** Where submitted code runs, and within what limits. */
export interface Place {
  readonly sandbox: Sandbox;
  readonly box: Box;
  readonly limits: Limits;
  readonly patienceSeconds: number;
}

export interface QuestionTests {
  readonly cell: CodeToRun;
  /** Names that tests must not take from a submission: what fixed cells declare. */
  readonly fixedNames: readonly string[];
  /** The instructor's cells before it. */
  readonly solution: readonly Converted[];
  /** Answers of the solution, by request. */
  readonly remembered: Map<string, string>;
  readonly secret: string;
}

/** What came of running cells and then the tests of one question. */
export interface Attempt {
  /** A cell with which the process ended, so that no test could run. */
  readonly ended: { readonly index: number; readonly reason: string } | undefined;
  /** Errors of cells; the cells after them ran all the same. */
  readonly errors: readonly { readonly index: number; readonly error: string }[];
  readonly outcome: Outcome;
}

const NOTHING: Outcome = { results: [], stopped: undefined };

/** Runs cells in a fresh process, and then tests on what they declared. */
export async function attempt(
  cells: readonly Converted[],
  tests: QuestionTests,
  place: Place,
): Promise<Attempt> {
  const submission = await startExecutor(place);
  const solution = createSolution(() => startSolution(tests.solution, place), tests.remembered);
  try {
    const errors: { index: number; error: string }[] = [];
    for (const [index, cell] of cells.entries()) {
      const ran = await runCell(submission, cell);
      if ("lost" in ran) return { ended: { index, reason: ran.lost }, errors, outcome: NOTHING };
      if (ran.error !== undefined) errors.push({ index, error: ran.error });
    }
    const outcome = await runTests({
      cell: tests.cell,
      fixedNames: tests.fixedNames,
      submission,
      solution: solution.ask,
      secret: tests.secret,
      patienceSeconds: 2 * place.patienceSeconds,
    });
    return { ended: undefined, errors, outcome };
  } finally {
    await Promise.all([submission.end(), solution.end()]);
  }
}

async function startSolution(cells: readonly Converted[], place: Place): Promise<Executor> {
  const executor = await startExecutor(place);
  for (const cell of cells) await runCell(executor, cell);
  return executor;
}

async function runCell(
  executor: Executor,
  cell: Converted,
): Promise<{ lost: string } | { error: string | undefined }> {
  if ("problem" in cell) return { error: clean(cell.problem, 300) };
  const answer = await executor.ask(JSON.stringify({ type: "run", ...cell }));
  if ("lost" in answer) return answer;
  try {
    const message = JSON.parse(answer.line) as FromExecutor;
    if (message.type === "ran")
      return {
        error: message.error && clean(`${message.error.name}: ${message.error.message}`, 300),
      };
  } catch {
    // Said below.
  }
  return { error: "it interfered with the marking" };
}
