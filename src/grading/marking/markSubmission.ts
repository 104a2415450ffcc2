import { convert } from "../converter/convert.js";
import { type Arranged, arrange, type Item } from "../notebook/arrange.js";
import { type Notebook, readNotebook, Unreadable } from "../notebook/readNotebook.js";
import { type Findings, markQuestion, type TestMark } from "./markQuestion.js";
import type { Prepared } from "./prepare.js";

/** What a student gets back, and what the table of grades is made of. */
export interface Report {
  readonly assignment: string;
  readonly student: string;
  /** Points given by tests. */
  readonly score: number;
  readonly maxScore: number;
  /** Points that wait for a person. */
  readonly pending: number;
  /** Sentences about the notebook as a whole. */
  readonly notes: readonly string[];
  readonly questions: readonly QuestionReport[];
  /** The sandbox and its caps. */
  readonly sandbox: readonly string[];
}

export interface QuestionReport {
  readonly id: string;
  readonly points: number;
  readonly score: number;
  readonly pending: number;
  readonly tests: readonly TestMark[];
  readonly notes: readonly string[];
}

/** Marks one notebook. What is wrong with the notebook is in the report; nothing about it is thrown. */
export async function markSubmission(
  student: string,
  path: string,
  prepared: Prepared,
): Promise<Report> {
  try {
    const notebook = readNotebook(path);
    const arranged = arrange(prepared.assignment, notebook);
    if (!arranged) throw new Unreadable(notThisOne(notebook, prepared));
    const questions = await markAll(arranged, prepared);
    return reportOf(student, questions, [...arranged.notes, ...kernelNote(notebook)], prepared);
  } catch (error) {
    if (error instanceof Unreadable) return unmarked(student, error.message, prepared);
    throw error;
  }
}

/** The report of a notebook that cannot be marked. */
export function unmarked(student: string, problem: string, prepared: Prepared): Report {
  const questions = prepared.assignment.questions.map(({ id, points }) => nothing(id, points));
  return reportOf(student, questions, [`Not marked: ${problem}`], prepared);
}

function reportOf(
  student: string,
  questions: readonly QuestionReport[],
  notes: readonly string[],
  { assignment, place }: Prepared,
): Report {
  const sum = (key: "score" | "points" | "pending"): number =>
    questions.reduce((total, question) => total + question[key], 0);
  return {
    assignment: assignment.name,
    student,
    score: sum("score"),
    maxScore: sum("points"),
    pending: sum("pending"),
    notes,
    questions,
    sandbox: place.sandbox.describe(place.limits),
  };
}

async function markAll(
  { items }: Arranged,
  { assignment, place, tests, plans }: Prepared,
): Promise<QuestionReport[]> {
  const { sandbox, box } = place;
  const own = items.map(({ source }) => source);
  const helped = (part: number): string[] =>
    items.filter((item) => item.part <= part).map((item) => sourceFor(item, part));
  const [ownCells, ...helpedCells] = await convert(
    [own, ...tests.slice(1).map((_, i) => helped(i + 1))],
    { sandbox, box, mounts: box.libraries },
  );
  const findings: Findings = { ended: undefined, leftOut: new Set() };
  const reports: QuestionReport[] = [];
  let part = 0;
  let flawless = true;
  for (const { id, points, by } of assignment.questions) {
    if (by === "hand") {
      reports.push({ ...nothing(id, points), pending: points });
      continue;
    }
    const mark = await markQuestion({
      items,
      part,
      own: ownCells!,
      helped: helpedCells[part - 1] ?? ownCells!,
      plan: plans[part]!,
      tests: tests[part]!,
      place,
      flawless,
      findings,
    });
    const score = mark.tests.reduce((total, test) => total + test.score, 0);
    flawless &&= score === points;
    reports.push({ id, points, score, pending: 0, tests: mark.tests, notes: mark.notes });
    part++;
  }
  return reports;
}

/** The text of an item when the questions before `part` have the instructor's answers. */
function sourceFor({ part: own, model, source }: Item, part: number): string {
  return own < part ? (model ?? source) : source;
}

const nothing = (id: string, points: number): QuestionReport => ({
  id,
  points,
  score: 0,
  pending: 0,
  tests: [],
  notes: [],
});

function notThisOne({ language }: Notebook, { assignment }: Prepared): string {
  const ids = assignment.cells.map(({ id }) => id).join(", ");
  const kernel = isTypeScript(language) ? "" : ` It is a notebook for ${language}.`;
  return `This is not ${assignment.name}: it has none of its cells (${ids}).${kernel}`;
}

function kernelNote({ language }: Notebook): string[] {
  if (isTypeScript(language)) return [];
  return [`The notebook says that its language is ${language}; its cells were run as TypeScript.`];
}

function isTypeScript(language: string): boolean {
  return ["", "typescript", "tslab"].includes(language);
}
