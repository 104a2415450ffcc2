/** What a client is told about a cell that failed: the parts of Jupyter's error message. */
import type { Diagnostic } from "./compiler.js";
import type { CellError } from "./messages.js";

export interface ErrorContent {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** The text of a cell that ran, and what errors call it. */
export interface CellSource {
  readonly label: string;
  readonly source: string;
}

/**
 * An error that the cell's code threw. The first line of the traceback names the failing cell's own
 * line (the innermost one, when it called others); then that line; then the stack.
 */
export function runtimeError(
  cell: number,
  error: CellError,
  sources: ReadonlyMap<number, CellSource>,
): ErrorContent {
  const place = error.places.find((p) => p.cell === cell) ?? error.places[0];
  const from = place && sources.get(place.cell);
  const headline = `${error.name}: ${error.message}`;
  return {
    ename: error.name,
    evalue: error.message,
    traceback: [
      ...(from
        ? [
            `cell ${from.label}, line ${place.line}:${place.column} - ${headline}`,
            ...excerpt(from.source, place.line, place.column),
          ]
        : [`cell ${sources.get(cell)?.label ?? "[ ]"} - ${headline}`]),
      ...error.text.split("\n"),
    ],
  };
}

/** Code that the compiler refused: every complaint with line and column. */
export function compileError(
  label: string,
  source: string,
  diagnostics: readonly Diagnostic[],
): ErrorContent {
  const traceback: string[] = [];
  let previous: Diagnostic | undefined;
  let complaints = 0;
  for (const diagnostic of diagnostics) {
    const { start, messageText, fileName } = diagnostic;
    if (previous?.start.offset === start.offset && previous.fileName === fileName) {
      // tslab hands out a chain of explanations as complaints at the same place.
      traceback.push(`  ${messageText}`);
      continue;
    }
    previous = diagnostic;
    complaints++;
    const [line, column] = [start.line + 1, start.character + 1];
    const where = fileName ? `${fileName}, line ` : `cell ${label}, line `;
    traceback.push(`${where}${line}:${column} - ${messageText} (TS${diagnostic.code})`);
    if (!fileName) traceback.push(...excerpt(source, line, column));
  }
  const first = diagnostics[0]!.messageText;
  return {
    ename: "CompileError",
    evalue: complaints > 1 ? `${first} (and ${complaints - 1} more)` : first,
    traceback,
  };
}

/** An end that is nobody's error in the code: an interrupt, a lost process. */
export function plainError(ename: string, evalue: string): ErrorContent {
  return { ename, evalue, traceback: [`${ename}: ${evalue}`] };
}

function excerpt(source: string, line: number, column: number): string[] {
  const text = source.split("\n")[line - 1];
  if (text === undefined) return [];
  const number = `${line} | `;
  return [`  ${number}${text}`, `  ${" ".repeat(number.length + column - 1)}^`];
}
