import { inlineTables, type Row, visit } from "./walkSpec.js";

/** Longer tables are thinned: a chart's reader wants the shape, not ten thousand rows. */
const MOST_ROWS = 20;

/**
 * The numbers of a chart as Markdown tables, one for each table of data it carries, or, when
 * `usermeta.tables` names some of its `datasets`, for those. The titles of its axes are the headings. A row
 * with lists is as many rows as they are long. Numbers are rounded to 6 significant digits. A table of more
 * than 20 rows shows 20 of them, evenly taken, first and last included, and says so.
 *
 * Of a chart with frames it shows the rows of one frame: those whose column "value" is `usermeta.frame`.
 */
export function tableOf(spec: object): string {
  const titles = titlesOf(spec);
  return tablesOf(spec)
    .map((rows) => markdownTable(rows.flatMap(unrolled), titles))
    .join("\n\n");
}

function tablesOf(spec: object): readonly (readonly Row[])[] {
  const { usermeta = {}, datasets = {} } = spec as Partial<WithTables>;
  const { tables, frame } = usermeta;
  if (!tables) return inlineTables(spec);
  const shown = (row: Row): boolean => !("value" in row) || row.value === frame;
  return tables
    .map((name) => (datasets[name] ?? []).filter(shown))
    .filter((rows) => rows.length > 0);
}

/** What the builders say to `show` of their data; Vega-Lite passes over it. */
interface WithTables {
  readonly usermeta: { readonly tables?: readonly string[]; readonly frame?: number };
  readonly datasets: Readonly<Record<string, readonly Row[]>>;
}

/** { a: 1, x: [2, 3] } as { a: 1, x: 2 } and { a: 1, x: 3 }. */
function unrolled(row: Row): Row[] {
  const lists = Object.values(row).filter(Array.isArray);
  if (lists.length === 0) return [row];
  return Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, i) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, Array.isArray(cell) ? cell[i] : cell]),
    ),
  );
}

function markdownTable(rows: readonly Row[], titles: ReadonlyMap<string, string>): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const count = Math.min(rows.length, MOST_ROWS);
  const stride = (rows.length - 1) / Math.max(count - 1, 1);
  const shown = Array.from({ length: count }, (_, i) => rows[Math.round(i * stride)]!);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const lines = [
    line(columns.map((column) => inCell(titles.get(column) ?? column))),
    line(columns.map(() => "---")),
    ...shown.map((row) => line(columns.map((column) => inCell(cellText(row[column]))))),
  ];
  if (count < rows.length) lines.push("", `${count} of ${rows.length} rows.`);
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
