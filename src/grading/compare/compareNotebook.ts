import { convert } from "../converter/convert.js";
import type { Converted } from "../converter/messages.js";
import { type Executor, startExecutor } from "../executor/executor.js";
import type { FromExecutor } from "../executor/messages.js";
import { readNotebook, readNotebookText, Unreadable } from "../notebook/readNotebook.js";
import { makeBox } from "../sandbox/box.js";
import type { Limits, Sandbox } from "../sandbox/sandbox.js";
import { difference, type Said } from "./differences.js";

export interface Comparison {
  /** Cells whose saved words were compared with new ones. */
  readonly compared: number;
  /** Saved pictures and the like, which nobody compared. */
  readonly notCompared: number;
  /** Code cells, counted from 1, that say something else now. */
  readonly differences: readonly { readonly cell: number; readonly how: string }[];
  /** Why the file is no notebook that can be run. */
  readonly problem?: string;
}

const LIMITS: Limits = {
  memoryBytes: 1.5e9,
  processes: 64,
  cpuSeconds: 300,
  temporaryBytes: 50e6,
};

/** Seconds for a cell, by the clock. */
const PATIENCE = 300;

/**
 * Runs the cells of a notebook twice in a sandbox that has the course's package and data, and compares
 * what they say with what is saved.
 */
export async function compareNotebook(path: string, sandbox: Sandbox): Promise<Comparison> {
  try {
    return await compareCells(path, sandbox);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { compared: 0, notCompared: 0, differences: [], problem: error.message };
  }
}

async function compareCells(path: string, sandbox: Sandbox): Promise<Comparison> {
  const code = readNotebook(path).cells.filter(({ type }) => type === "code");
  const raw = JSON.parse(readNotebookText(path)) as { cells: RawCell[] };
  const saved = raw.cells.filter(({ cell_type }) => cell_type === "code");
  const box = makeBox({ uses: [], data: [] });
  try {
    const mounts = { ...box.libraries, ...box.wholePackage };
    const sources = code.map(({ source }) => source);
    const run = async (first: readonly string[]): Promise<Said[]> => {
      const [cells] = await convert([[...first, ...sources]], { sandbox, box, mounts });
      const inside = { ...mounts, ...box.noCharts };
      const place = { sandbox, box, mounts: inside, limits: LIMITS, patienceSeconds: PATIENCE };
      const executor = await startExecutor(place);
      try {
        const said: Said[] = [];
        for (const cell of cells!) said.push(await runCell(cell, executor));
        return said.slice(first.length);
      } finally {
        await executor.end();
      }
    };
    const once = await run([]);
    // The sandbox gives the same random numbers in every run: here they begin with the second.
    const again = await run(["Math.random();"]);
    return compare(saved, once, again);
  } finally {
    box.remove();
  }
}

interface RawCell {
  readonly cell_type: string;
  readonly execution_count?: number | null;
  readonly outputs?: readonly RawOutput[];
}

interface RawOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
  readonly ename?: string;
  readonly evalue?: string;
}

function compare(
  saved: readonly RawCell[],
  once: readonly Said[],
  again: readonly Said[],
): Comparison {
  const differences: { cell: number; how: string }[] = [];
  let compared = 0;
  let notCompared = 0;
  for (const [i, cell] of saved.entries()) {
    // A cell that was not run when the notebook was saved says nothing.
    if ((cell.execution_count ?? null) === null) continue;
    compared++;
    notCompared += (cell.outputs ?? []).filter((one) => one.output_type === "display_data").length;
    const how = difference(savedWords(cell), once[i]!, again[i]!);
    if (how !== undefined) differences.push({ cell: i + 1, how });
  }
  return { compared, notCompared, differences };
}

const joined = (text: string | readonly string[] = ""): string =>
  typeof text === "string" ? text : text.join("");

function savedWords({ outputs = [] }: RawCell): Said {
  const texts = outputs.map(({ output_type, name, text, data }) => {
    if (output_type === "stream") return name === "stdout" ? joined(text) : "";
    return output_type === "execute_result" ? joined(data?.["text/plain"]) : "";
  });
  const failed = outputs.find(({ output_type }) => output_type === "error");
  return { text: texts.join(""), error: failed && `${failed.ename}: ${failed.evalue}` };
}

async function runCell(cell: Converted, executor: Executor): Promise<Said> {
  if ("problem" in cell) return { text: "", error: cell.problem };
  const answer = await executor.ask(JSON.stringify({ type: "run", ...cell, record: true }));
  if ("lost" in answer) return { text: "", error: answer.lost };
  try {
    const message = JSON.parse(answer.line) as FromExecutor & { type: "ran" };
    const { error, words = "" } = message;
    return { text: words, error: error && `${error.name}: ${error.message}` };
  } catch {
    return { text: "", error: "it interfered with the comparison" };
  }
}
