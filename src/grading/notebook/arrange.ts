import type { Assignment, AssignmentCell } from "./assignment.js";
import type { Cell, Notebook } from "./readNotebook.js";

/** A code cell of a submission, at its place. */
export interface Item {
  readonly role: "fixed" | "answer" | "added";
  /** What reports call the cell. */
  readonly name: string;
  readonly source: string;
  /** The instructor's text in place of an answer. */
  readonly model: string | undefined;
  /** The question it stands before: the index of the next cell with tests. */
  readonly part: number;
}

export interface Arranged {
  readonly items: readonly Item[];
  /** Sentences about what is odd with the notebook. */
  readonly notes: readonly string[];
}

/**
 * Puts a submission into the order of the instructor's notebook: fixed cells as the instructor wrote
 * them, answers of the student, and each cell that the student added after the one it follows.
 * Undefined when the notebook has nothing of the assignment.
 */
export function arrange(assignment: Assignment, notebook: Notebook): Arranged | undefined {
  const known = new Map(assignment.cells.map((cell) => [cell.id, cell]));
  const notes: string[] = [];
  const answers = new Map<string, Cell>();
  /** Added cells by the known cell they follow; "" is the start. */
  const added = new Map<string, Cell[]>();
  let after = "";
  let found = 0;
  for (const cell of notebook.cells) {
    const id = cell.nbgrader?.id;
    const own = id === undefined ? undefined : known.get(id);
    if (own && !(own.role === "answer" && answers.has(own.id))) {
      found++;
      after = own.id;
      if (own.role === "answer" && cell.type === "code") answers.set(own.id, cell);
    } else if (cell.type === "code") {
      if (own) notes.push(`There are two cells called ${own.id}; both were run, in their order.`);
      added.set(after, [...(added.get(after) ?? []), cell]);
    }
  }
  if (found === 0) return undefined;
  const items: Item[] = [];
  let part = 0;
  let addedCount = 0;
  const place = (item: Omit<Item, "part">): number => items.push({ ...item, part });
  const placeAdded = (id: string): void => {
    for (const { source } of added.get(id) ?? [])
      place({ role: "added", name: `added cell ${++addedCount}`, source, model: undefined });
  };
  placeAdded("");
  for (const cell of assignment.cells) {
    const answer = answers.get(cell.id);
    if (cell.role === "fixed")
      place({ role: "fixed", name: cell.id, source: cell.source, model: undefined });
    else if (answer)
      place({ role: "answer", name: cell.id, source: answer.source, model: cell.source });
    else if (cell.role === "answer") {
      notes.push(missing(cell));
      place({ role: "answer", name: cell.id, source: "", model: cell.source });
    } else part++;
    placeAdded(cell.id);
  }
  // What stands behind the last tests, such as a check before handing in, is not needed by any.
  return { items: items.filter((item) => item.part < part), notes };
}

function missing({ id }: AssignmentCell): string {
  return `The cell ${id} is missing: it was removed, renamed, or is no code cell any more.`;
}
