import { type Verdict, verdictLine } from "./verdict.js";

/** A question without a calculation, asked before a topic and once more after it. */
export interface ConceptQuestion {
  readonly question: string;
  /** The possible answers, each by its letter. */
  readonly options: Readonly<Record<string, string>>;
}

export interface ConceptAnswers {
  /** The letter written before the topic; "?" for none. */
  readonly start: string;
  /** The letter written after it; "?" for none. */
  readonly end: string;
  /** The letter of the right answer. */
  readonly right: string;
  /** Why it is right, a sentence. */
  readonly because: string;
}

/** Prints a question with its possible answers. The student's letter stays a variable of the notebook. */
export function askConcept({ question, options }: ConceptQuestion): void {
  console.log([question, ...optionLines(options, {})].join("\n"));
}

/**
 * Prints the question again with the answers of before and after marked beside it, then which is
 * right and why. That is kept back until there is a second answer.
 *
 * @throws RangeError for a mistake of the question's author: a right answer that is no option, small letters
 */
export function compareAnswers(concept: ConceptQuestion, answers: ConceptAnswers): void {
  const { question, options } = concept;
  const marks: Record<string, string[]> = {};
  for (const [letter, when] of [
    [clean(answers.start), "at the start"],
    [clean(answers.end), "now"],
  ] as const)
    marks[letter] = [...(marks[letter] ?? []), when];
  const verdict = judgeConcept(concept, answers);
  console.log([question, ...optionLines(options, marks), verdictLine(verdict)].join("\n"));
}

/** What `compareAnswers` prints last. */
export function judgeConcept(
  { options }: ConceptQuestion,
  { start, end, right, because }: ConceptAnswers,
): Verdict {
  const letters = Object.keys(options);
  const odd = letters.find((letter) => clean(letter) !== letter);
  if (odd !== undefined)
    throw new RangeError(`compareAnswers: options must have capital letters, got "${odd}"`);
  if (!letters.includes(right))
    throw new RangeError(
      `compareAnswers: right must be one of ${letters.join(", ")}, got ${right}`,
    );
  const [before, now] = [clean(start), clean(end)];
  if (now === "" || now === "?")
    return { status: "missing", message: `write one of ${letters.join(", ")} as your answer now` };
  if (!letters.includes(now))
    return { status: "wrong", message: `"${end}" is none of ${letters.join(", ")}` };
  const change = !letters.includes(before)
    ? "you gave no answer at the start"
    : before === now
      ? "you kept your answer"
      : `you changed your answer from ${before}`;
  const reason = `${change}. ${because}`;
  return now === right
    ? { status: "right", message: `${now}; ${reason}` }
    : { status: "wrong", message: `${now}, where ${right} is right; ${reason}` };
}

const clean = (answer: string): string => String(answer).trim().toUpperCase();

function optionLines(
  options: ConceptQuestion["options"],
  marks: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.entries(options).map(([letter, text]) => {
    const mark = marks[letter];
    return `  ${letter}  ${text}${mark ? `   <- ${mark.join(" and ")}` : ""}`;
  });
}
