import { inlineTables, type Row, visit } from "./walkSpec.js";

/** Longer tables are thinned: a chart's reader wants the shape, not ten thousand rows. */
const MOST_ROWS = 20;

/**
 * The numbers of a chart as Markdown tables, one for each table of data it carries, with the titles of
 * its axes as headings. Numbers are rounded to 6 significant digits. A table of more than 20 rows shows
 * about 20 of them, evenly taken, first and last included, and says so.
 */
export function tableOf(spec: object): string {
  const titles = titlesOf(spec);
  return inlineTables(spec)
    .map((rows) => markdownTable(rows, titles))
    .join("\n\n");
}

function markdownTable(rows: readonly Row[], titles: ReadonlyMap<string, string>): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const step = Math.ceil(rows.length / MOST_ROWS);
  const shown = rows.filter((_, i) => i % step === 0 || i === rows.length - 1);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const lines = [
    line(columns.map((column) => inCell(titles.get(column) ?? column))),
    line(columns.map(() => "---")),
    ...shown.map((row) => line(columns.map((column) => inCell(cellText(row[column]))))),
  ];
  if (step > 1) lines.push("", `One row in ${step} of ${rows.length}, and the last.`);
  return lines.join("\n");
}

/** What the encodings call each column: { x: { field: "r", title: "R / bohr" } } names r. */
function titlesOf(spec: object): Map<string, string> {
  const titles = new Map<string, string>();
  visit(spec, "spec", (_key, child) => {
    const { field, title } = (child ?? {}) as { field?: unknown; title?: unknown };
    if (typeof field === "string" && typeof title === "string" && !titles.has(field))
      titles.set(field, title);
  });
  return titles;
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  return typeof value === "string" ? value : JSON.stringify(value);
}

const inCell = (text: string): string => text.replace(/[|\\]/g, "\\$&").replace(/\n/g, " ");
