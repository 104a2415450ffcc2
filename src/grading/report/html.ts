import type { TestMark } from "../marking/markQuestion.js";
import type { QuestionReport, Report } from "../marking/markSubmission.js";
import { UNSAFE } from "../sandbox/unsafe.js";

/** A report as a page that reads well on a screen, on paper and aloud. */
export function reportPage(report: Report): string {
  const { assignment, student, score, maxScore, pending, notes, questions, sandbox } = report;
  const title = `${assignment}: ${student}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p class="total"><strong>${score} of ${points(maxScore)}</strong>${waiting(pending)}</p>
${sandbox.includes(UNSAFE) ? `<p><strong>${UNSAFE}</strong></p>` : ""}
${paragraphs(notes)}
${questions.map(section).join("\n")}
</main>
<footer>
<p>Marked by tests that called your functions. Sandbox: ${escaped(sandbox.join("; "))}.</p>
</footer>
</body>
</html>
`;
}

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 1.5rem 0 0.25rem; }
.total { font-size: 1.15rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem; border-top: 1px solid #767676; overflow-wrap: anywhere; }
th:first-child, td:first-child { white-space: nowrap; width: 6rem; }
footer { margin-top: 2rem; font-size: 0.85rem; color: #555; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } tr, h2 { break-inside: avoid; } h2 { break-after: avoid; } }
`;

function section({ id, points: of, score, pending, tests, notes }: QuestionReport): string {
  const mark = pending > 0 ? `${points(of)} to be given by hand` : `${score} of ${points(of)}`;
  const table =
    tests.length === 0
      ? ""
      : `<table>
<thead><tr><th scope="col">Points</th><th scope="col">What must hold</th></tr></thead>
<tbody>
${tests.map(row).join("\n")}
</tbody>
</table>`;
  return `<section>
<h2>${escaped(id)}: ${mark}</h2>
${table}
${paragraphs(notes)}
</section>`;
}

function row({ name, points: of, score, reason }: TestMark): string {
  const word = score === of ? "✔" : "✘";
  const why = reason === undefined ? "" : `<br><em>Lost:</em> ${escaped(reason)}`;
  return `<tr><td>${word} ${score} of ${of}</td><td>${escaped(name)}${why}</td></tr>`;
}

const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escaped(text)}</p>`).join("\n");

const points = (count: number): string => `${count} ${count === 1 ? "point" : "points"}`;

const waiting = (pending: number): string =>
  pending > 0 ? `; ${points(pending)} of them wait for a person` : "";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}
