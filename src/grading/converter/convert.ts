import { onLines } from "../executor/lineReader.js";
import { Unreadable } from "../notebook/readNotebook.js";
import type { Box } from "../sandbox/box.js";
import type { Limits, Sandbox } from "../sandbox/sandbox.js";
import type { Converted, FromConverter, ToConverter } from "./messages.js";

export interface ConvertOptions {
  readonly sandbox: Sandbox;
  readonly box: Box;
  /** Folders that the compiler looks into. */
  readonly mounts: Readonly<Record<string, string>>;
}

const LIMITS: Limits = {
  memoryBytes: 600e6,
  processes: 40,
  cpuSeconds: 60,
  temporaryBytes: 1e6,
};
/** A converter that says nothing for so long is stuck in a cell. */
const PATIENCE_MS = 30_000;
/** Each cell that the compiler cannot finish costs that time. */
const MOST_ENDLESS = 2;
/** All converted code of a submission, characters. */
const LONGEST = 50_000_000;

/**
 * Converts sequences of cells to JavaScript, each as the kernel would convert a notebook of these cells. A
 * cell that the compiler cannot finish (types that never end) is one that cannot run; the others are
 * converted without it.
 *
 * @throws Unreadable when there are several such cells
 */
export async function convert(
  sequences: readonly (readonly string[])[],
  options: ConvertOptions,
): Promise<readonly (readonly Converted[])[]> {
  const endless = new Set<string>();
  for (;;) {
    const left = sequences.map((cells) => cells.map((cell) => (endless.has(cell) ? "" : cell)));
    const outcome = await convertOnce({ sequences: left }, options);
    if ("sequences" in outcome)
      return outcome.sequences.map((cells, i) =>
        cells.map((cell, j) => (endless.has(sequences[i]![j]!) ? TOO_MUCH : cell)),
      );
    if (outcome.at === undefined || endless.has(outcome.at))
      throw new Error(`The converter did not start: ${outcome.lastWords.trim()}`);
    endless.add(outcome.at);
    if (endless.size > MOST_ENDLESS)
      throw new Unreadable("The compiler does not come to an end with several of the cells.");
  }
}

const TOO_MUCH: Converted = { problem: "the compiler does not come to an end with it" };

type Outcome =
  | { readonly sequences: readonly (readonly Converted[])[] }
  | { readonly at: string | undefined; readonly lastWords: string };

async function convertOnce(
  request: ToConverter,
  { sandbox, box, mounts }: ConvertOptions,
): Promise<Outcome> {
  const program = sandbox.start({
    folder: box.folder,
    mounts,
    script: "programs/grading/converter/main.js",
    workingFolder: "course",
    heapMegabytes: 400,
    limits: LIMITS,
  });
  let at: string | undefined;
  let outcome: Outcome | undefined;
  let clock = setTimeout(program.kill, PATIENCE_MS);
  onLines(
    program.answers,
    LONGEST,
    (line) => {
      clearTimeout(clock);
      clock = setTimeout(program.kill, PATIENCE_MS);
      const message: FromConverter = JSON.parse(line);
      if (message.type === "at") at = message.source;
      else outcome = { sequences: message.sequences };
    },
    program.kill,
  );
  program.input.end(JSON.stringify(request));
  const { lastWords } = await program.ended;
  clearTimeout(clock);
  return outcome ?? { at, lastWords };
}
