import type { Converted } from "../converter/messages.js";
import type { Item } from "../notebook/arrange.js";
import { type Attempt, attempt, type Place, type QuestionTests } from "./attempt.js";
import type { Reason } from "./worker.js";

/** A test of a question, as the instructor's own solution was seen to pass it. */
export interface PlannedTest {
  readonly name: string;
  readonly points: number;
}

export interface TestMark extends PlannedTest {
  readonly score: number;
  /** Why points were lost. */
  readonly reason?: string;
}

export interface QuestionMark {
  readonly tests: readonly TestMark[];
  /** Sentences about the cells of the question. */
  readonly notes: readonly string[];
}

export interface MarkOptions {
  readonly items: readonly Item[];
  /** The question: the items that run before its tests have this part or a smaller one. */
  readonly part: number;
  /** Converted items, and the same with the instructor's answers to the questions before. */
  readonly own: readonly Converted[];
  readonly helped: readonly Converted[];
  readonly plan: readonly PlannedTest[];
  readonly tests: QuestionTests;
  readonly place: Place;
  /** Whether the questions before got all their points. */
  readonly flawless: boolean;
  /** What the questions before have shown; added to. */
  readonly findings: Findings;
}

export interface Findings {
  /** The item in which the process of the student's own cells ended. */
  ended: Attempt["ended"];
  /** Added items in which it ended even on the instructor's answers. */
  readonly leftOut: Set<number>;
}

/**
 * Marks a question on the student's own cells. Tests that fail there, after an earlier question was not
 * fully solved, get another chance on the instructor's answers to the earlier questions: a mistake costs
 * its points once.
 */
export async function markQuestion(options: MarkOptions): Promise<QuestionMark> {
  const { items, part, plan } = options;
  const first = await runOwn(options);
  const lost = plan.some((test) => faultOf(test, first, items));
  const mayHelp = lost && part > 0 && !options.flawless;
  const second = mayHelp ? await runHelped(options) : undefined;
  let helpedPoints = 0;
  const tests = plan.map((test): TestMark => {
    const fault = faultOf(test, first, items);
    if (!fault) return { ...test, score: test.points };
    const again = second && faultOf(test, second, items);
    if (second && !again) {
      helpedPoints += test.points;
      return { ...test, score: test.points };
    }
    // What the student's cells did beside the instructor's answers could give those away.
    const reason = first.ended && again ? again.discreet : fault.full;
    return { ...test, score: 0, reason };
  });
  const notes = cellNotes(first, items, part);
  if (helpedPoints > 0)
    notes.push(
      `${helpedPoints} of these points were given with the instructor's answers in place of yours to the ` +
        "questions before, so that a mistake there does not cost points here.",
    );
  return { tests, notes };
}

async function runOwn(options: MarkOptions): Promise<Attempt> {
  const { items, part, own, findings } = options;
  const { ended } = findings;
  if (ended && items[ended.index]!.part <= part) return { ...NOT_RUN, ended };
  const tried = await run(options, own);
  findings.ended ??= tried.ended;
  return tried;
}

/** Cells that the student added to earlier questions are left out if the process ends in them. */
async function runHelped(options: MarkOptions): Promise<Attempt> {
  const { items, part, helped, findings } = options;
  for (;;) {
    const tried = await run(options, helped);
    const guilty = tried.ended && items[tried.ended.index]!;
    if (guilty?.role !== "added" || guilty.part >= part) return tried;
    findings.leftOut.add(tried.ended!.index);
  }
}

async function run(
  { items, part, tests, place, findings }: MarkOptions,
  converted: readonly Converted[],
): Promise<Attempt> {
  const indices = [...items.keys()].filter(
    (index) => items[index]!.part <= part && !findings.leftOut.has(index),
  );
  const cells = indices.map((index) => converted[index]!);
  const { ended, errors, outcome } = await attempt(cells, tests, place);
  return {
    ended: ended && { ...ended, index: indices[ended.index]! },
    errors: errors.map(({ index, error }) => ({ index: indices[index]!, error })),
    outcome,
  };
}

const NOT_RUN: Attempt = {
  ended: undefined,
  errors: [],
  outcome: { results: [], stopped: undefined },
};

/** Why a test did not pass; undefined if it did. */
function faultOf(
  { name }: PlannedTest,
  { ended, outcome }: Attempt,
  items: readonly Item[],
): Reason | undefined {
  const result = outcome.results.find((one) => one.name === name);
  if (result) return result.fault;
  if (ended) {
    const text = `the process ended while ${items[ended.index]!.name} ran: ${ended.reason}`;
    return { full: text, discreet: text };
  }
  const { full, discreet } = outcome.stopped ?? NO_WORD;
  const before = "the tests stopped before this one: ";
  return { full: before + full, discreet: before + discreet };
}

const NO_WORD: Reason = { full: "no reason is known", discreet: "no reason is known" };

function cellNotes({ errors }: Attempt, items: readonly Item[], part: number): string[] {
  return errors
    .filter(({ index }) => items[index]!.part === part)
    .map(({ index, error }) => `${items[index]!.name}: ${error}`);
}
