import { readFileSync } from "node:fs";
import { quantity } from "../units/quantity.js";

/** Which columns of a table are meant, and their units, which no program can guess. */
export interface CurveColumns {
  readonly distance: ColumnAndUnit;
  readonly energy: ColumnAndUnit;
}

export interface ColumnAndUnit {
  /** The name in the table's first line. */
  readonly column: string;
  /** Such as "angstrom" or "bohr"; "eV", "hartree", "cm^-1", "kcal/mol". */
  readonly unit: string;
}

/** A curve in atomic units, sorted by distance. Index letter: m points. */
export interface MeasuredCurve {
  /** bohr, shape [m]. */
  readonly distances: Float64Array;
  /** hartree, shape [m]; counted from wherever the table counts. */
  readonly energies: Float64Array;
}

/**
 * Reads a curve of your own from a file: see `parseCurve`. A path that does not begin at the root begins
 * where the notebook is.
 */
export function readCurve(path: string, columns: CurveColumns): MeasuredCurve {
  return parseCurve(readFileSync(path, "utf8"), columns);
}

/**
 * A curve in a table: lines with # are remarks, the first other line names the columns, every further
 * line has a number for each. Between them stand commas, semicolons or blanks, the same in every line.
 *
 *   parseCurve(text, { distance: { column: "R", unit: "angstrom" }, energy: { column: "E", unit: "meV" } })
 *
 * @throws TypeError for a column without a unit, with a question, and for a unit that is none of length or
 *         energy; RangeError, with the number of the line, for a column that is not there, a line with too
 *         few or too many entries, something that is not a finite number, distances that are not positive
 *         or come twice, and a table of fewer than two points
 */
export function parseCurve(text: string, columns: CurveColumns): MeasuredCurve {
  const { names, rows } = tableOf(text);
  const distances = column(names, rows, "distance", columns, "bohr");
  const energies = column(names, rows, "energy", columns, "hartree");
  if (rows.length < 2)
    throw new RangeError(`parseCurve: there must be at least 2 points, got ${rows.length}`);
  const order = [...rows.keys()].sort((a, b) => distances[a]! - distances[b]!);
  for (const [n, i] of order.entries()) {
    if (!(distances[i]! > 0))
      throw new RangeError(
        `parseCurve: line ${rows[i]!.line}: a distance must be positive, got ${distances[i]} bohr`,
      );
    const before = order[n - 1];
    if (before !== undefined && distances[before] === distances[i])
      throw new RangeError(
        `parseCurve: lines ${rows[before]!.line} and ${rows[i]!.line}: each distance must come once`,
      );
  }
  return {
    distances: Float64Array.from(order, (i) => distances[i]!),
    energies: Float64Array.from(order, (i) => energies[i]!),
  };
}

interface Row {
  readonly line: number;
  readonly entries: readonly string[];
}

function tableOf(text: string): { names: readonly string[]; rows: readonly Row[] } {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((content, index) => ({ line: index + 1, content: content.trim() }))
    .filter(({ content }) => content !== "" && !content.startsWith("#"));
  const [head, ...body] = lines;
  if (!head) throw new RangeError("parseCurve: the table must have a line with names of columns");
  const separator = head.content.includes(";") ? ";" : head.content.includes(",") ? "," : /\s+/;
  const entriesOf = (content: string): string[] =>
    content.split(separator).map((entry) => entry.trim().replace(/^"(.*)"$/, "$1"));
  const names = entriesOf(head.content);
  if (names.some((name) => name !== "" && Number.isFinite(Number(name))))
    throw new RangeError(
      `parseCurve: line ${head.line} must name the columns, got numbers: "${head.content}"`,
    );
  const rows = body.map(({ line, content }) => {
    const entries = entriesOf(content);
    if (entries.length !== names.length)
      throw new RangeError(
        `parseCurve: line ${line} must have ${names.length} entries (${names.join(", ")}), got ${entries.length}`,
      );
    return { line, entries };
  });
  return { names, rows };
}

function column(
  names: readonly string[],
  rows: readonly Row[],
  what: "distance" | "energy",
  columns: CurveColumns,
  own: "bohr" | "hartree",
): number[] {
  const { column: name, unit } = columns[what];
  const at = names.indexOf(name);
  if (at < 0)
    throw new RangeError(
      `parseCurve: ${what}: the column must be one of ${names.join(", ")}, got ${name}`,
    );
  const numbers = rows.map(({ line, entries }) => {
    const entry = entries[at]!;
    const value = entry === "" ? Number.NaN : Number(entry);
    if (!Number.isFinite(value))
      throw new RangeError(
        `parseCurve: line ${line}: ${name} must be a finite number, got "${entry}"` +
          (/^[-+]?\d+,\d+$/.test(entry) ? "; write a decimal point" : ""),
      );
    return value;
  });
  if (typeof unit !== "string" || unit.trim() === "") {
    const choice = own === "bohr" ? '"angstrom" or "bohr"' : '"eV", "hartree" or "cm^-1"';
    throw new TypeError(
      `parseCurve: ${what}: in which unit is column ${name}? Its numbers go from ` +
        `${Math.min(...numbers)} to ${Math.max(...numbers)}; say unit: ${choice}, ...`,
    );
  }
  const factor = quantity(1, unit).in(own);
  return numbers.map((value) => value * factor);
}
