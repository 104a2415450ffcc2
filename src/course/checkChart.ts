import { titleOf, unitOf } from "../charts/axes.js";
import type { ChartSpec } from "../charts/chartSpec.js";
import { checkSpec } from "../charts/checkSpec.js";
import { counted } from "../charts/numbers.js";
import { attempt, describe } from "./callAnswer.js";
import { type Verdict, verdictLine } from "./verdict.js";

/** What a chart has to be. */
export interface WantedChart {
  /** Its mark, "point"; where several will do, all of them. */
  readonly mark: string | readonly string[];
  readonly x: WantedAxis;
  readonly y: WantedAxis;
}

export interface WantedAxis {
  /** The column that goes along it. */
  readonly field: string;
  /** The unit that its title must end with, as in "R / bohr"; "" where it has none. */
  readonly unit: string;
  /** The numbers in the column, the order of rows aside. */
  readonly values: ArrayLike<number>;
}

type Encoding = { readonly field?: unknown; readonly type?: unknown; readonly title?: unknown };
interface Spec {
  readonly mark?: unknown;
  readonly data?: { readonly values?: unknown };
  readonly encoding?: Readonly<Record<string, Encoding | undefined>>;
}
type Row = Readonly<Record<string, unknown>>;

/**
 * Judges an exercise whose answer is a chart written by hand: a Vega-Lite spec with one mark, given by a
 * function without arguments. It must be one that `show` takes (so it has a description, and no NaN), have
 * the wanted mark, and along x and y the wanted columns, as numbers (type "quantitative"), with the wanted
 * values (to 10⁻⁶ of the largest) and a title with the unit.
 *
 * @throws RangeError for a mistake of the exercise's author (no values, lengths that differ); never for
 *         anything the answer does
 */
export function judgeChart(answer: () => ChartSpec, wanted: WantedChart): Verdict {
  const count = wanted.x.values.length;
  if (count === 0 || wanted.y.values.length !== count)
    throw new RangeError(
      "checkChart: x and y must have as many values, at least one, " +
        `got ${count} and ${wanted.y.values.length}`,
    );
  const outcome = attempt(answer, "your function");
  if ("status" in outcome) return outcome;
  const fault = faultOf(outcome.returned, wanted);
  if (fault !== undefined) return { status: "wrong", message: fault };
  return {
    status: "right",
    message: `${counted(count, "row")}, the mark, both axes with their titles, and a description`,
  };
}

/** Prints the verdict of `judgeChart`, one line. Returns nothing: a returned value is a mark. */
export function checkChart(answer: () => ChartSpec, wanted: WantedChart): void {
  console.log(verdictLine(judgeChart(answer, wanted)));
}

function faultOf(returned: unknown, wanted: WantedChart): string | undefined {
  if (typeof returned !== "object" || returned === null || "then" in returned)
    return `your function ${describe(returned, "a chart, an object in braces")}`;
  const refusal = attempt(() => checkSpec(returned), "show");
  if ("status" in refusal) return refusal.message.replace(/^show stopped with \w+: show: /, "");
  const spec = returned as Spec;
  return faultOfMark(spec, wanted) ?? faultOfAxes(spec, wanted) ?? faultOfRows(spec, wanted);
}

function faultOfMark({ mark }: Spec, wanted: WantedChart): string | undefined {
  const marks = [wanted.mark].flat();
  const type = typeof mark === "object" ? (mark as { type?: unknown } | null)?.type : mark;
  if (type === undefined) return `the chart has no mark; asked is ${quoted(marks)}`;
  if (!marks.includes(type as string)) return `the mark is "${type}"; asked is ${quoted(marks)}`;
  return undefined;
}

function faultOfAxes({ encoding = {} }: Spec, wanted: WantedChart): string | undefined {
  const { x, y } = wanted;
  if (encoding.x?.field === y.field && encoding.y?.field === x.field && x.field !== y.field)
    return `x and y are swapped: "${x.field}" belongs on x, "${y.field}" on y`;
  for (const name of ["x", "y"] as const) {
    const { field, unit } = wanted[name];
    const place = `encoding.${name}`;
    const { field: column, type, title } = encoding[name] ?? {};
    if (column === undefined) return `${place} must say its field, the column "${field}"`;
    if (column !== field) return `${place}.field is "${column}"; asked is "${field}"`;
    if (type !== "quantitative")
      return `${place}.type must be "quantitative", because it is a number`;
    const example = `"${titleOf("...", unit)}"`;
    if (typeof title !== "string" || title.trim() === "")
      return `${place} has no title; it is the quantity${unit && ` and its unit, ${example}`}`;
    if (unitOf(title) !== unit) {
      const must = unit ? `end with its unit, ${example}` : "have no unit";
      return `${place}.title is "${title}"; it must ${must}`;
    }
  }
  return undefined;
}

function faultOfRows({ data }: Spec, { x, y }: WantedChart): string | undefined {
  const rows = data?.values;
  if (!Array.isArray(rows)) return "data.values must be the list of rows";
  if (rows.length !== x.values.length)
    return `data.values has ${counted(rows.length, "row")}; there must be ${x.values.length}`;
  const sorted = (pairs: readonly (readonly unknown[])[]) =>
    [...pairs].sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));
  const want = sorted(Array.from(x.values, (value, i) => [value, y.values[i]]));
  const got = sorted((rows as Row[]).map((row) => [row[x.field], row[y.field]]));
  for (const [k, { field, values }] of [x, y].entries()) {
    const allowed = 1e-6 * Math.max(...Array.from(values, Math.abs));
    const isWrong = (pair: readonly unknown[], i: number): boolean =>
      !(Math.abs(Number(pair[k]) - Number(want[i]![k])) <= allowed) || typeof pair[k] !== "number";
    const first = got.findIndex(isWrong);
    if (first >= 0)
      return `a row has ${JSON.stringify(got[first]![k])} as "${field}"; there must be ${want[first]![k]}`;
  }
  return undefined;
}

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(" or ");
