/** A small assignment for the tests of the grader, and submissions to it. */
import { studentEdition } from "../../../src/grading/notebook/studentEdition.js";

interface CellData {
  readonly cell_type: "code" | "markdown";
  readonly id: string;
  readonly metadata: { nbgrader?: object; mlip?: object };
  readonly source: string;
  readonly outputs?: readonly [];
  readonly execution_count?: null;
}

export interface NotebookData {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cells: readonly CellData[];
}

type Marks = { grade?: boolean; solution?: boolean; locked?: boolean; points?: number };

export function codeCell(id: string, source: string, marks?: Marks): CellData {
  const about = { grade_id: id, schema_version: 3, task: false, grade: false, solution: false };
  return {
    cell_type: "code",
    id,
    metadata: marks ? { nbgrader: { locked: false, ...about, ...marks } } : {},
    source,
    outputs: [],
    execution_count: null,
  };
}

export function textCell(id: string, source: string, marks?: Marks): CellData {
  const { cell_type: _, outputs: __, execution_count: ___, ...rest } = codeCell(id, source, marks);
  return { ...rest, cell_type: "markdown" };
}

export const KERNEL = { name: "tslab", language: "typescript", display_name: "TypeScript" };

export function notebookOf(
  cells: readonly CellData[],
  metadata: Readonly<Record<string, unknown>> = { kernelspec: KERNEL },
): NotebookData {
  return { nbformat: 4, nbformat_minor: 5, metadata, cells };
}

const FIXED: Marks = { locked: true };
const ANSWER: Marks = { solution: true };
const tests = (points: number): Marks => ({ grade: true, locked: true, points });

/** Answers that earn all points. */
export const RIGHT = {
  mean: `function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}`,
  spread: `function spread(values: Float64Array): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - middle) ** 2)));
}`,
  bond: `class Bond {
  constructor(private depth: number) {}
  energy(r: number): number { return this.depth * ((1 - Math.exp(1 - r)) ** 2 - 1); }
}
function bond(depth: number): Bond {
  if (!(depth > 0)) throw new RangeError("depth must be positive");
  return new Bond(depth);
}
async function later(x: number): Promise<number> { return x + 1; }
function slope(f: (x: number) => number, x: number): number { return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5; }`,
};

export type Answers = { [name in keyof typeof RIGHT]?: string };

const NAMES = ["test", "wanted", "hiddenRandom"].join(", ");

/** The instructor's notebook: 3 + 3 + 4 points by tests, 5 by hand. */
export const ASSIGNMENT: NotebookData = notebookOf([
  {
    ...textCell("intro", "# Homework"),
    metadata: { mlip: { uses: ["units/constants", "course/todo"], data: [], seconds: 3 } },
  },
  codeCell("setup", 'import { BOHR_IN_ANGSTROM } from "mlip/units/constants";', FIXED),
  codeCell("mean", solution(RIGHT.mean), ANSWER),
  codeCell(
    "mean-tests",
    `import { ${NAMES} } from "mlip/grading/tests";
import { requireClose, requireEqual, requireError } from "mlip/grading/requirements";
test("the mean of 1, 2, 3 is 2", 1, () => requireClose(mean([1, 2, 3]), 2));
/// BEGIN HIDDEN TESTS
const random = hiddenRandom("mean");
test("typed arrays have a mean, too", 2, () => {
  for (let i = 0; i < 3; i++) {
    const values = Float64Array.from({ length: 5 }, random);
    requireClose(mean(values), wanted(() => mean(values)), { tolerance: 1e-9 });
  }
});
/// END HIDDEN TESTS`,
    tests(3),
  ),
  codeCell("spread", solution(RIGHT.spread), ANSWER),
  codeCell(
    "spread-tests",
    `import { test, wanted } from "mlip/grading/tests";
import { requireClose } from "mlip/grading/requirements";
test("equal numbers have no spread", 1, () => requireClose(spread(Float64Array.of(4, 4)), 0, { tolerance: 1e-9 }));
/// BEGIN HIDDEN TESTS
test("the spread of 2, 4", 2, () => {
  const values = Float64Array.of(2, 4);
  requireClose(spread(values), wanted(() => spread(values)), { unit: "bohr" });
});
/// END HIDDEN TESTS`,
    tests(3),
  ),
  textCell("words", "Why?\n/// BEGIN SOLUTION\nBecause.\n/// END SOLUTION", {
    grade: true,
    solution: true,
    points: 5,
  }),
  codeCell("bond", solution(RIGHT.bond), ANSWER),
  codeCell(
    "bond-tests",
    `import { test, wanted } from "mlip/grading/tests";
import { requireClose, requireEqual, requireError } from "mlip/grading/requirements";
/// BEGIN HIDDEN TESTS
test("the energy of a bond", 1, () =>
  requireClose(bond(2).energy(1.5), wanted(() => bond(2).energy(1.5))));
test("a bond needs a depth", 1, () => requireError(() => bond(-1), "RangeError"));
await test("later", 1, async () => requireEqual(await later(2), 3));
test("the slope of a function of ours", 1, () => requireClose(slope((x) => x * x, 3), 6));
/// END HIDDEN TESTS`,
    tests(4),
  ),
]);

function solution(text: string): string {
  return `/// BEGIN SOLUTION\n${text}\n/// END SOLUTION`;
}

/** A submission: answers in place of the stubs, and further cells after the one of a name. */
export function submission(
  answers: Answers,
  added: Readonly<Record<string, readonly string[]>> = {},
): NotebookData {
  const edition = studentEdition(ASSIGNMENT);
  const cells = edition.cells.flatMap((cell) => {
    const source = answers[cell.id as keyof Answers] ?? cell.source;
    const more = (added[cell.id] ?? []).map((text, i) => codeCell(`${cell.id}-more-${i}`, text));
    return [{ ...cell, source }, ...more];
  });
  return { ...edition, cells };
}
