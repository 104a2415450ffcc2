/** What a check has to say about an answer. */
export interface Verdict {
  readonly status: "missing" | "wrong" | "right";
  /** The reason, in words; begins in the middle of a sentence. */
  readonly message: string;
}

const SYMBOLS = { missing: "…", wrong: "✘", right: "✔" } as const;

/** One line: a symbol, a word and the reason, such as "✘ wrong: at 2 your function gives NaN". */
export function verdictLine({ status, message }: Verdict): string {
  return `${SYMBOLS[status]} ${status}: ${message}`;
}

/**
 * For a graded cell: stops the notebook with the verdict's line unless it is right. Practice cells
 * use the checks that print instead.
 *
 * @throws Error with the verdict's line
 */
export function requireRight(verdict: Verdict): void {
  if (verdict.status !== "right") throw new Error(verdictLine(verdict));
}
