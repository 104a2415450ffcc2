import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Columns of numbers by name, each of shape [rows], in the units that the file's README states. */
export type DataTable = Readonly<Record<string, Float64Array>>;

/**
 * Reads a table of the course's `data` folder, such as "h2/h2_curve_ccpvqz.csv": lines that begin
 * with # are remarks, the first other line names the columns, and every further line has one
 * number for each, separated by commas.
 *
 * @throws Error when there is no such file, RangeError for a line with a missing or extra entry
 *         or something that is not a number
 */
export function readDataTable(path: string): DataTable {
  const lines = readFileSync(dataFile(path), "utf8").split(/\r?\n/);
  let names: string[] | undefined;
  const columns: number[][] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const entries = line.split(",").map((entry) => entry.trim());
    if (!names) {
      names = entries;
      columns.push(...names.map(() => []));
      continue;
    }
    const where = `readDataTable: ${path}, line ${index + 1}`;
    if (entries.length !== names.length)
      throw new RangeError(`${where} must have ${names.length} entries, got ${entries.length}`);
    for (const [column, entry] of entries.entries()) {
      const value = entry === "" ? Number.NaN : Number(entry);
      if (!Number.isFinite(value))
        throw new RangeError(`${where}, ${names[column]} must be a finite number, got "${entry}"`);
      columns[column]!.push(value);
    }
  }
  return Object.fromEntries(
    (names ?? []).map((name, column) => [name, Float64Array.from(columns[column]!)]),
  );
}

/** Where a file of the course's `data` folder is: beside `src`, at any depth of the built code. */
export function dataFile(path: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    const file = join(folder, "data", ...path.split("/"));
    if (existsSync(file)) return file;
    if (dirname(folder) === folder)
      throw new Error(`dataFile: data/${path} must exist in the course's folder, above ${here}`);
  }
}
