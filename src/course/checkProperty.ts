import { type Random, seededRandom } from "../numerics/random.js";
import { attempt, describe } from "./callAnswer.js";
import { type Verdict, verdictLine } from "./verdict.js";

export interface PropertyOptions {
  /** The property in words, such as "swapping the atoms changes nothing". */
  readonly property?: string;
  /** How many random inputs are tried. Default: 100. */
  readonly runs?: number;
  /** The same seed draws the same inputs. Default: 1. */
  readonly seed?: number;
}

/**
 * Judges an answer by a property that must hold for every input, on seeded random ones:
 *
 *   checkProperty(
 *     (random) => 0.5 + 3 * random(),
 *     (r) => Math.abs(myForce(r) + slope(r)) < 1e-9,
 *     { property: "force = -slope" },
 *   );
 *
 * The first input for which it fails is reported, made simpler where that is easy: the random
 * numbers it came from are cut to one, two or three digits as long as it still fails.
 *
 * Write conditions that NaN fails: `difference < 1e-9`, not `!(difference > 1e-9)`.
 *
 * @param draw   an input from random numbers; it decides what inputs are possible
 * @param holds  calls the student's function; false, or words that say what went wrong: it fails
 * @throws RangeError for a mistake of the exercise's author (runs that is not a positive whole
 *         number, the seeds that `seededRandom` refuses, an input that cannot be drawn)
 */
export function judgeProperty<T>(
  draw: (random: Random) => T,
  holds: (input: T) => boolean | string,
  { property, runs = 100, seed = 1 }: PropertyOptions = {},
): Verdict {
  if (!(Number.isInteger(runs) && runs > 0))
    throw new RangeError(`checkProperty: runs must be a positive whole number, got ${runs}`);
  const random = seededRandom(seed);
  const start = property === undefined ? "" : `${property}: `;
  for (let run = 0; run < runs; run++) {
    const used: number[] = [];
    const input = draw(() => {
      used.push(random());
      return used.at(-1)!;
    });
    const fault = judge(holds, input);
    if (fault?.status === "missing") return { status: fault.status, message: fault.message };
    if (fault)
      return { status: "wrong", message: start + simplest(draw, holds, used, random, fault) };
  }
  return { status: "right", message: `${start}holds for all ${runs} random inputs` };
}

/** Prints the verdict of `judgeProperty`, one line. Returns nothing: a returned value is a mark. */
export function checkProperty<T>(
  draw: (random: Random) => T,
  holds: (input: T) => boolean | string,
  options?: PropertyOptions,
): void {
  console.log(verdictLine(judgeProperty(draw, holds, options)));
}

interface Fault extends Verdict {
  /** A simpler input must fail in the same way: a crash does not explain a wrong number. */
  readonly kind: string;
}

function judge<T>(holds: (input: T) => boolean | string, input: T): Fault | undefined {
  const where = `for ${show(input)} it`;
  const outcome = attempt(() => holds(input), where);
  if ("status" in outcome) return { ...outcome, kind: "stopped" };
  const got = outcome.returned;
  if (got === true) return undefined;
  const [kind, problem] =
    got === false
      ? ["false", "does not hold"]
      : typeof got === "string"
        ? ["words", `does not hold: ${got}`]
        : ["other", describe(got, "true or false")];
  return { status: "wrong", message: `${where} ${problem}`, kind };
}

/** Replays the draw with shorter random numbers: its inputs are ones that `draw` can make. */
function simplest<T>(
  draw: (random: Random) => T,
  holds: (input: T) => boolean | string,
  used: readonly number[],
  random: Random,
  fault: Fault,
): string {
  for (const scale of [10, 100, 1000]) {
    let next = 0;
    const again = draw(() => Math.floor(scale * (used[next++] ?? random())) / scale);
    const simpler = judge(holds, again);
    if (simpler?.status === "wrong" && simpler.kind === fault.kind) return simpler.message;
  }
  return fault.message;
}

/** An input as people write it, with six digits and at most twelve numbers of a list. */
function show(input: unknown): string {
  if (typeof input === "number") return String(Number(input.toPrecision(6)));
  if (Array.isArray(input) || ArrayBuffer.isView(input)) {
    const all = Array.from(input as ArrayLike<unknown>);
    const more = all.length > 12 ? `, ... ${all.length} in all` : "";
    return `[${all.slice(0, 12).map(show).join(", ")}${more}]`;
  }
  if (typeof input !== "object" || input === null) return String(input);
  const fields = Object.entries(input).map(([name, value]) => `${name}: ${show(value)}`);
  return `{ ${fields.join(", ")} }`;
}
