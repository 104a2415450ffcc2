import { basename } from "node:path";
import { type Notebook, readNotebook } from "./readNotebook.js";

/** A code cell of the instructor's notebook. */
export interface AssignmentCell {
  readonly id: string;
  /**
   * fixed: runs as the instructor wrote it; answer: the student's text runs; tests: hidden and visible
   * tests, which run outside of the sandbox.
   */
  readonly role: "fixed" | "answer" | "tests";
  readonly source: string;
}

/** Something that has points: a row of the report, a column of the table of grades. */
export interface Question {
  readonly id: string;
  readonly points: number;
  /** Marked by tests, or by a person. */
  readonly by: "tests" | "hand";
}

/** An assignment, all of it read from the instructor's notebook. */
export interface Assignment {
  readonly name: string;
  readonly cells: readonly AssignmentCell[];
  /** In the order of the notebook. */
  readonly questions: readonly Question[];
  readonly uses: readonly string[];
  readonly data: readonly string[];
  /** Processor time that a question may take, seconds. */
  readonly seconds: number;
}

const NAMES = ["uses", "data", "seconds"];
const DEFAULT_SECONDS = 10;

/**
 * Reads an assignment.
 *
 * @throws Error with a sentence for the instructor
 */
export function readAssignment(path: string): Assignment {
  const name = basename(path, ".ipynb");
  try {
    return assignmentOf(name, readNotebook(path));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

function assignmentOf(name: string, notebook: Notebook): Assignment {
  const cells: AssignmentCell[] = [];
  const questions: Question[] = [];
  const ids = new Set<string>();
  for (const { type, source, nbgrader } of notebook.cells) {
    if (!nbgrader) continue;
    const { id, grade, solution, task, points } = nbgrader;
    if (ids.has(id)) throw new Error(`two cells are called ${id}.`);
    ids.add(id);
    const byHand = task || (grade && solution);
    if (byHand || grade) questions.push({ id, points, by: byHand ? "hand" : "tests" });
    if (type === "code")
      cells.push({ id, source, role: grade && !byHand ? "tests" : solution ? "answer" : "fixed" });
    else if (grade && !byHand) throw new Error(`the test cell ${id} must be a code cell.`);
  }
  if (questions.length === 0) throw new Error("no cell has points.");
  return { name, cells, questions, ...settingsOf(notebook) };
}

/** What an assignment allows, from the metadata `mlip` of one of its cells. */
function settingsOf({ cells }: Notebook): Pick<Assignment, "uses" | "data" | "seconds"> {
  const settings = Object(
    cells.find(({ mlip }) => mlip !== undefined)?.mlip,
  ) as Partial<Assignment>;
  for (const key of Object.keys(settings))
    if (!NAMES.includes(key))
      throw new Error(`metadata.mlip knows ${NAMES.join(", ")}, not ${key}.`);
  const { uses = [], data = [], seconds = DEFAULT_SECONDS } = settings;
  if (!(isTexts(uses) && isTexts(data)))
    throw new Error("metadata.mlip.uses and .data must be lists of file names.");
  if (!(seconds > 0)) throw new Error(`metadata.mlip.seconds must be positive, got ${seconds}.`);
  return { uses, data, seconds };
}

function isTexts(list: unknown): boolean {
  return Array.isArray(list) && list.every((item) => typeof item === "string");
}
