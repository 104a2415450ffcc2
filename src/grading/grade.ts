import { readFileSync } from "node:fs";
import { join } from "node:path";
import { markSubmission, type Report, unmarked } from "./marking/markSubmission.js";
import { openMemory } from "./marking/memory.js";
import { knownOf, limitsOf, type Prepared, prepare } from "./marking/prepare.js";
import { type Assignment, readAssignment } from "./notebook/assignment.js";
import { readNotebookText } from "./notebook/readNotebook.js";
import { findSubmissions, type Submission } from "./report/collect.js";
import { gradesTable } from "./report/gradesTable.js";
import { keyOf, openStore } from "./report/store.js";
import { bubblewrap } from "./sandbox/bubblewrap.js";
import { courseFolder, filesNeeded } from "./sandbox/packageFiles.js";
import { noSandbox } from "./sandbox/unsafe.js";

const PROGRAMS = ["grade", "executor/main", "converter/main", "marking/worker"].map(
  (name) => `grading/${name}`,
);

export interface GradeOptions {
  /** The instructor's notebook. */
  readonly assignmentPath: string;
  /** A folder of submissions, or one notebook. */
  readonly submissions: string;
  /** Mark this student only; the table still has everybody who was marked before. */
  readonly student?: string | undefined;
  readonly out: string;
  readonly jobs: number;
  /** Of the class; hidden inputs come from it. */
  readonly secret: string;
  /** Where what is known of the assignment is kept for the next run: solution and hidden tests. */
  readonly memory: string;
  /** Run strangers' code without a sandbox. */
  readonly unsafe: boolean;
  /** Prints a line. */
  readonly say: (line: string) => void;
}

/**
 * Marks all submissions of an assignment, and writes grades.csv and a report for each student. What was
 * marked before and has not changed is kept. Resolves to how many could not be marked, for reasons that
 * are not the student's; they have no row in the table.
 */
export async function grade(options: GradeOptions): Promise<number> {
  const { assignmentPath, submissions: place, student, out, jobs, secret, unsafe, say } = options;
  const assignment = readAssignment(assignmentPath);
  const submissions = findSubmissions(place, assignment.name);
  const isAsked = (one: Submission): boolean => student === undefined || one.student === student;
  if (!submissions.some(isAsked)) throw new Error(`${place} has no notebook of ${student}.`);
  const sandbox = unsafe ? noSandbox() : bubblewrap();
  const described = sandbox.describe(limitsOf(assignment));
  const store = openStore(out);
  const common = commonKey(assignmentPath, assignment, [secret, ...described]);
  const keys = new Map(submissions.map((one) => [one, keyOf([common, contentOf(one)])]));
  const reports = new Map<Submission, Report>();
  for (const one of submissions) {
    const kept = store.find(one.student, keys.get(one)!);
    if (kept) reports.set(one, kept);
  }
  const waiting = submissions.filter((one) => isAsked(one) && !reports.has(one));
  say(`${assignment.name}: ${submissions.length} submissions, ${waiting.length} to be marked`);
  say(`Sandbox: ${described.join("; ")}`);
  const table = (): void => {
    const rows = submissions.flatMap((one) => reports.get(one) ?? []);
    store.writeTable(gradesTable(assignment.questions, rows));
  };
  const total = waiting.length;
  let failed = 0;
  let done = 0;
  if (total > 0) {
    const memory = openMemory(options.memory, assignment.name, common);
    const known = memory.load();
    if (!known) say("Trying the instructor's own solution ...");
    const prepared = await prepare({ path: assignmentPath, sandbox, secret, known });
    const worker = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const began = performance.now();
        const line = await markOne(one, prepared).then(
          (report) => {
            reports.set(one!, report);
            store.save(report, keys.get(one!)!);
            table();
            return summary(report);
          },
          (error) => {
            failed++;
            return `could not be marked: ${(error as Error).message}`;
          },
        );
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        const count = String(++done).padStart(String(total).length);
        say(`  ${count}/${total}  ${one.student}  ${line}  (${seconds} s)`);
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(jobs, total) }, worker));
      memory.save(knownOf(prepared));
    } finally {
      prepared.end();
    }
  }
  table();
  say(`${join(out, "grades.csv")} and ${reports.size} reports in ${join(out, "report")}`);
  return failed;
}

async function markOne(submission: Submission, prepared: Prepared): Promise<Report> {
  const { student, path, problem } = submission;
  if (problem !== undefined) return unmarked(student, problem, prepared);
  try {
    return await markSubmission(student, path, prepared);
  } catch {
    // Of the machine, and so perhaps of the moment.
    return await markSubmission(student, path, prepared);
  }
}

function summary({ score, maxScore, pending, notes }: Report): string {
  const waiting = pending > 0 ? `, ${pending} by hand` : "";
  const refused = notes.find((note) => note.startsWith("Not marked")) ?? "";
  return `${score} of ${maxScore}${waiting} ${refused}`.trimEnd();
}

/** All that the marks of every submission depend on: the assignment, its data, the code that marks. */
function commonKey(path: string, { uses, data }: Assignment, more: readonly string[]): string {
  const imported = [...readFileSync(path, "utf8").matchAll(/from \\"mlip\/([\w/]+)/g)].map(
    ([, name]) => name!,
  );
  const code = filesNeeded([...PROGRAMS, ...uses, ...imported], ".js", { libraries: true });
  const files = [path, ...data.map((file) => join(courseFolder, "data", file)), ...code.values()];
  return keyOf([process.version, ...more, ...files.map((file) => readFileSync(file, "utf8"))]);
}

function contentOf({ path, problem }: Submission): string {
  try {
    return problem ?? readNotebookText(path);
  } catch (error) {
    return (error as Error).message;
  }
}
