import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";

/** A cell, as far as marking looks into it. */
export interface Cell {
  readonly type: string;
  readonly source: string;
  /** The cell's id in the file; absent before format 4.5. */
  readonly id: string | undefined;
  readonly nbgrader: NbgraderData | undefined;
  /** What the course's own metadata say; undefined if there are none. */
  readonly mlip: unknown;
}

/** What nbgrader writes about a cell. */
export interface NbgraderData {
  readonly id: string;
  readonly points: number;
  /** Marked, by tests or by a person. */
  readonly grade: boolean;
  /** The student writes here. */
  readonly solution: boolean;
  readonly locked: boolean;
  /** Marked by a person, together with cells that the student adds. */
  readonly task: boolean;
}

export interface Notebook {
  readonly cells: readonly Cell[];
  /** The kernel's language that the file names, in lower case; "" if none. */
  readonly language: string;
}

/** A notebook that cannot be read; the message is a sentence for its author. */
export class Unreadable extends Error {}

/** Bytes of a file, outputs included; code cells, and the letters in them. */
const LARGEST = 20_000_000;
const MOST_CELLS = 300;
const LONGEST_CODE = 500_000;

/**
 * Reads a notebook file of format 4, and nothing but a file: no link is followed.
 *
 * @throws Unreadable
 */
export function readNotebook(path: string): Notebook {
  const text = readNotebookText(path);
  if (text.trim() === "") throw new Unreadable("The file is empty.");
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Unreadable("The file is damaged: it is not the JSON that a notebook is made of.");
  }
  return notebookOf(data);
}

/**
 * The text of a notebook file, whatever is in it.
 *
 * @throws Unreadable for what is no file, and for what is too large
 */
export function readNotebookText(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) throw new Unreadable("There is no such file.");
  if (found.isSymbolicLink())
    throw new Unreadable("This is a link to another file, not a notebook.");
  if (!found.isFile()) throw new Unreadable("This is not a file.");
  if (found.size > LARGEST)
    throw new Unreadable(
      `The file has ${Math.round(found.size / 1e6)} MB; at most ${LARGEST / 1e6} MB are read. ` +
        "Clear its outputs and save it again.",
    );
  // What was looked at above is what is read: O_NOFOLLOW against a change in between.
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw new Unreadable("This is not a file.");
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } finally {
    closeSync(file);
  }
}

interface Raw {
  readonly [name: string]: unknown;
}

function notebookOf(data: unknown): Notebook {
  const { nbformat, cells, metadata } = objectOr(data);
  if (typeof nbformat === "number" && nbformat < 4)
    throw new Unreadable(
      `The notebook has the old format ${nbformat}; open it in JupyterLab, save it, and hand it in again.`,
    );
  if (nbformat !== 4 || !Array.isArray(cells))
    throw new Unreadable("The file is not a notebook: it has no cells of notebook format 4.");
  const about = objectOr(metadata);
  const read = cells.map(cellOf);
  const code = read.filter(({ type }) => type === "code");
  const length = code.reduce((sum, { source }) => sum + source.length, 0);
  if (code.length > MOST_CELLS || length > LONGEST_CODE)
    throw new Unreadable(
      `The notebook has ${code.length} code cells with ${length} letters; at most ${MOST_CELLS} cells ` +
        `with ${LONGEST_CODE} letters are marked.`,
    );
  const { language, name } = objectOr(about.kernelspec);
  const own = objectOr(about.language_info).name;
  return {
    cells: read,
    language: String(own ?? language ?? name ?? "").toLowerCase(),
  };
}

function cellOf(data: unknown, index: number): Cell {
  const { cell_type, source, id, metadata } = objectOr(data);
  const text = Array.isArray(source) ? source.join("") : source;
  if (typeof cell_type !== "string" || typeof text !== "string")
    throw new Unreadable(`The file is damaged: its cell ${index + 1} has no type or no text.`);
  const about = objectOr(metadata);
  return {
    type: cell_type,
    source: text,
    id: typeof id === "string" ? id : undefined,
    nbgrader: nbgraderOf(about.nbgrader),
    mlip: about.mlip,
  };
}

function nbgraderOf(data: unknown): NbgraderData | undefined {
  const { grade_id, points, grade, solution, locked, task } = objectOr(data);
  if (typeof grade_id !== "string") return undefined;
  return {
    id: grade_id,
    points: typeof points === "number" ? points : 0,
    grade: grade === true,
    solution: solution === true,
    locked: locked === true,
    task: task === true,
  };
}

function objectOr(data: unknown): Raw {
  return typeof data === "object" && data !== null ? (data as Raw) : {};
}
