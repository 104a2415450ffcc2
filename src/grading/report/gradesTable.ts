import type { Report } from "../marking/markSubmission.js";
import type { Question } from "../notebook/assignment.js";

/** grades.csv: a row for each student, with the score of each question. */
export function gradesTable(questions: readonly Question[], reports: readonly Report[]): string {
  const head = ["student", "score", "max_score", "pending", ...questions.map(({ id }) => id)];
  const rows = reports.map(({ student, score, maxScore, pending, questions: own }) => {
    const scores = questions.map(({ id }) => own.find((one) => one.id === id)!.score);
    return [text(student), ...[score, maxScore, pending, ...scores].map(String)];
  });
  return [head.map(text), ...rows].map((row) => `${row.join(",")}\n`).join("");
}

/** Quoted where CSV needs it; a spreadsheet must not take a name for a formula. */
function text(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
