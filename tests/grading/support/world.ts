import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { grade } from "../../../src/grading/grade.js";
import type { Report } from "../../../src/grading/marking/markSubmission.js";
import { ASSIGNMENT, type NotebookData } from "./assignment.js";

/** A folder with an assignment and submissions, as an instructor has it. */
export interface World {
  readonly folder: string;
  readonly assignmentPath: string;
  readonly submitted: string;
  readonly out: string;
  /** Hands in a notebook (or the text of a file), as nbgrader collects it. */
  handIn(student: string, notebook: NotebookData | string): string;
  /** Marks all; resolves to how many could not be marked. */
  mark(options?: { unsafe?: boolean; out?: string; student?: string }): Promise<number>;
  report(student: string, out?: string): Report;
  readonly lines: string[];
  remove(): void;
}

export function makeWorld(assignment: NotebookData = ASSIGNMENT): World {
  const folder = mkdtempSync(join(tmpdir(), "mlip-world-"));
  const assignmentPath = join(folder, "hw1.ipynb");
  const submitted = join(folder, "submitted");
  const out = join(folder, "graded");
  const lines: string[] = [];
  writeFileSync(assignmentPath, JSON.stringify(assignment));
  mkdirSync(submitted);
  return {
    folder,
    assignmentPath,
    submitted,
    out,
    lines,
    handIn(student, notebook) {
      const place = join(submitted, student, "hw1");
      mkdirSync(place, { recursive: true });
      const text = typeof notebook === "string" ? notebook : JSON.stringify(notebook);
      const file = join(place, "hw1.ipynb");
      writeFileSync(file, text);
      return file;
    },
    mark: ({ unsafe = false, out: other = out, student } = {}) =>
      grade({
        assignmentPath,
        submissions: submitted,
        student,
        out: other,
        jobs: 2,
        secret: "a secret of the tests",
        memory: join(folder, "memory"),
        unsafe,
        say: (line) => lines.push(line),
      }),
    report: (student, other = out) =>
      JSON.parse(readFileSync(join(other, "report", `${student}.json`), "utf8")),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Processes, folders and control groups of a grader that are still there. */
export function leftovers(): string[] {
  const found = readdirSync(tmpdir()).filter((name) =>
    name.startsWith(`mlip-grade-${process.pid}-`),
  );
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const command = textOf(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
    // A grader marks its processes by their group, and by the folder that the outermost one mounts.
    if (`${textOf(`/proc/${pid}/cgroup`)} ${command}`.includes(`mlip-grade-${process.pid}-`))
      found.push(`${pid} ${command.slice(0, 200)}`);
  }
  for (const controller of ["memory", "pids", "."])
    found.push(...groups(`/sys/fs/cgroup/${controller}`, 3));
  return found;
}

function groups(folder: string, depth: number): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => {
        if (name.startsWith(`mlip-grade-${process.pid}-`)) return [join(folder, name)];
        return depth > 0 ? groups(join(folder, name), depth - 1) : [];
      });
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
