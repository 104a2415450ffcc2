/** What stands in place of a solution; nbgrader's configuration holds the same text. */
export const CODE_STUB = 'throw new Error("not answered yet");';
export const TEXT_STUB = "YOUR ANSWER HERE";

/** A notebook file, as far as its cells are concerned. */
export interface NotebookFile {
  readonly cells: readonly FileCell[];
}

interface FileCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * The notebook that students get: without solutions and hidden tests, without outputs, and with cells that
 * Lab neither lets them change nor delete where that would harm them.
 *
 * @throws Error for a marker without its partner, for a solution cell in which nothing is marked as
 *         the solution, and for `wanted` in a visible test
 */
export function studentEdition<T extends NotebookFile>(notebook: T): T {
  const cells = notebook.cells.map((cell) => {
    const about = Object(cell.metadata.nbgrader) as NbgraderMetadata;
    const text = typeof cell.source === "string" ? cell.source : cell.source.join("");
    const isCode = cell.cell_type === "code";
    const cleared = clearRegions(text, "HIDDEN TESTS", "");
    const source = clearRegions(cleared, "SOLUTION", isCode ? CODE_STUB : TEXT_STUB);
    if (about.solution && source === cleared)
      throw new Error(`the solution cell ${about.grade_id} has no /// BEGIN SOLUTION`);
    if (about.grade && /\bwanted\(/.test(source))
      throw new Error(
        `${about.grade_id} uses wanted outside of hidden tests, where it compares a thing with itself`,
      );
    const kept = about.grade_id === undefined ? {} : { deletable: false };
    const locked = about.locked || (about.grade && !about.solution) ? { editable: false } : {};
    return {
      ...cell,
      ...(isCode ? { outputs: [], execution_count: null } : {}),
      source,
      metadata: { ...cell.metadata, ...kept, ...locked },
    };
  });
  return { ...notebook, cells };
}

interface NbgraderMetadata {
  readonly grade_id?: string;
  readonly grade?: boolean;
  readonly solution?: boolean;
  readonly locked?: boolean;
}

/** Replaces regions between `/// BEGIN name` and `/// END name` by a line, indented as the region was. */
function clearRegions(text: string, name: string, replacement: string): string {
  const kept: string[] = [];
  let inside = false;
  for (const line of text.split("\n")) {
    const isBegin = line.includes(`/// BEGIN ${name}`);
    const isEnd = line.includes(`/// END ${name}`);
    if (isBegin === inside && (isBegin || isEnd))
      throw new Error(`/// BEGIN ${name} and /// END ${name} must take turns`);
    if (isBegin && replacement !== "")
      kept.push(line.slice(0, line.length - line.trimStart().length) + replacement);
    if (isBegin) inside = true;
    else if (isEnd) inside = false;
    else if (!inside) kept.push(line);
  }
  if (inside) throw new Error(`/// BEGIN ${name} and /// END ${name} must take turns`);
  return kept.join("\n");
}
