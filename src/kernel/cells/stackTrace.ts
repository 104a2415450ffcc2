import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import type { CellError, CellPlace, LineMap } from "../messages.js";

interface KnownCell {
  readonly label: string;
  readonly map: LineMap;
  /** Characters that tslab's wrapper puts before the first line. */
  readonly offset: number;
}

const cells = new Map<number, KnownCell>();
const places = new WeakMap<object, readonly CellPlace[]>();
const kernelFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const packageFolder = dirname(kernelFolder);
const tslabFolder = join("node_modules", "tslab", "dist");

/** Code that names itself to the engine, so that a stack can name the cell. */
export function nameCode(cell: number, code: string): string {
  return `${code}\n//# sourceURL=tslab-cell-${cell}`;
}

export function rememberCell(cell: number, known: KnownCell): void {
  cells.set(cell, known);
}

/** Makes every stack speak of cells and their own lines, without the frames of the kernel. */
export function installStackTraces(): void {
  Error.stackTraceLimit = 30;
  Error.prepareStackTrace = (error, sites) => {
    const found: CellPlace[] = [];
    const lines = sites.flatMap((site) => {
      const where = locate(site, found);
      if (where === undefined) return [];
      const name = site.getFunctionName();
      const called = name ? `${site.isAsync() ? "async " : ""}${name} (${where})` : where;
      return [`    at ${called}`];
    });
    places.set(error, found);
    return [headline(error), ...lines].join("\n");
  };
}

/** Where a frame is, in words; undefined for frames that no reader of a notebook wants. */
function locate(site: NodeJS.CallSite, found: CellPlace[]): string | undefined {
  const file = site.getScriptNameOrSourceURL() ?? site.getFileName();
  if (!file || file.startsWith("node:")) return undefined;
  const line = site.getLineNumber() ?? 1;
  const column = site.getColumnNumber() ?? 1;
  const cell = Number(/^tslab-cell-(\d+)$/.exec(file)?.[1]);
  if (cell) {
    const place = placeInCell(cell, line, column);
    if (!place) return undefined;
    found.push(place);
    return `cell ${cells.get(cell)!.label}, line ${place.line}:${place.column}`;
  }
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  if (path.startsWith(kernelFolder + sep) || path.includes(tslabFolder)) return undefined;
  const short = path.startsWith(packageFolder + sep)
    ? `mlip${path.slice(packageFolder.length)}`
    : path;
  return `${short}:${line}:${column}`;
}

function placeInCell(cell: number, line: number, column: number): CellPlace | undefined {
  const known = cells.get(cell);
  const segments = known?.map[line - 1];
  if (!known || !segments || segments.length === 0) return undefined;
  const generated = column - 1 - (line === 1 ? known.offset : 0);
  let at = 0;
  while (at + 3 < segments.length && segments[at + 3]! <= generated) at += 3;
  return { cell, line: segments[at + 1]! + 1, column: segments[at + 2]! + 1 };
}

function headline(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

/** Node writes the generated line with an arrow before the stack of an error; we show the cell's. */
function dropArrow(error: Error): void {
  const { stack } = error;
  const start = stack?.indexOf(headline(error)) ?? 0;
  if (start > 0) error.stack = stack!.slice(start);
}

/** An error, or anything else that was thrown, as it is told to the kernel. Never throws. */
export function describeError(thrown: unknown): CellError {
  try {
    if (!(thrown instanceof Error))
      return { name: "Thrown", message: inspect(thrown), text: inspect(thrown), places: [] };
    dropArrow(thrown);
    const text = inspect(thrown, { depth: 3 });
    return {
      name: String(thrown.name || "Error"),
      message: String(thrown.message),
      text,
      places: places.get(thrown) ?? [],
    };
  } catch {
    const message = "a value that cannot be printed";
    return { name: "Thrown", message, text: message, places: [] };
  }
}
