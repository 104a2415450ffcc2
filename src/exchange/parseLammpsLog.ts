import type { DataTable } from "../structures/dataTable.js";

/** What a log of LAMMPS says. */
export interface LammpsLog {
  /** The thermodynamics of each `run` or `minimize`, in order. */
  readonly runs: readonly LammpsRun[];
  /** Why LAMMPS gave up, if it did. */
  readonly error?: string;
}

export interface LammpsRun {
  /** By the names in the log ("Step", "Temp", "PotEng"), in the log's units: metal is eV, K, bar, ps. */
  readonly columns: DataTable;
  /** False: the log ends within this run, which still goes on or was stopped. */
  readonly finished: boolean;
}

/**
 * The thermodynamics in a log of LAMMPS, `log.lammps` or its screen output, written with thermo_style one
 * or custom. Warnings and other lines between the rows are passed over, and so is a last row that is cut
 * off in the middle.
 *
 * @throws RangeError that names the line, counted from 1, for a number that is not finite (the atoms flew
 *         apart) and for thermo_style multi or yaml; RangeError for a text without any run or error
 */
export function parseLammpsLog(text: string): LammpsLog {
  const lines = text.split(/\r?\n/);
  const runs: LammpsRun[] = [];
  for (let at = 0; at < lines.length; at++)
    if (lines[at]!.startsWith("Per MPI rank memory allocation")) runs.push(parseRun(lines, at + 1));
  const error = lines.find((line) => line.startsWith("ERROR"));
  if (runs.length === 0 && error === undefined)
    throw new RangeError("parseLammpsLog: the text must have a run of LAMMPS, got none");
  return { runs, ...(error !== undefined && { error }) };
}

/** The table whose names are at this line. */
function parseRun(lines: readonly string[], at: number): LammpsRun {
  const names = wordsOf(lines[at] ?? "");
  if (names[0]?.startsWith("-") || names[0]?.startsWith("keywords"))
    refuse(at, `must name columns (thermo_style one or custom), got "${lines[at]}"`);
  const columns: number[][] = names.map(() => []);
  for (let row = at + 1; row < lines.length; row++) {
    if (lines[row]!.startsWith("Loop time"))
      return { columns: table(names, columns), finished: true };
    if (lines[row]!.startsWith("ERROR") || row === lines.length - 1) break;
    const words = wordsOf(lines[row]!);
    if (words.length !== names.length || !words.every(isNumber)) continue;
    for (const [k, word] of words.entries()) {
      if (!Number.isFinite(Number(word)))
        refuse(row, `must have a finite ${names[k]}, got ${word}`);
      columns[k]!.push(Number(word));
    }
  }
  return { columns: table(names, columns), finished: false };
}

const wordsOf = (line: string): string[] => line.trim().split(/\s+/);
const isNumber = (word: string): boolean =>
  /^[-+]?(nan|inf)$/i.test(word) || Number.isFinite(Number(word));
const table = (names: readonly string[], columns: readonly number[][]): DataTable =>
  Object.fromEntries(names.map((name, k) => [name, Float64Array.from(columns[k]!)]));

function refuse(at: number, what: string): never {
  throw new RangeError(`parseLammpsLog: line ${at + 1} ${what}`);
}
