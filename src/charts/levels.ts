import type { StringFieldDef } from "vega-lite/build/src/channeldef.js";
import type { Axis, Frame } from "./axes.js";
import { NUMBER } from "./looks.js";
import { counted, extentOf, numberText, requireNumbers } from "./numbers.js";

/** A set of energy levels. */
export interface Levels {
  /** Its words in the legend, or below its column. */
  readonly name: string;
  /** In the unit of the y axis. */
  readonly y: ArrayLike<number>;
  /** Words beside each level, as many as y. Absent: its number, from 0. */
  readonly labels?: readonly string[];
}

export interface LevelRow {
  readonly name: string;
  readonly label: string;
  readonly y: number;
}

export const levelRows = ({ name, y, labels }: Levels): LevelRow[] =>
  Array.from(y, (value, i) => ({ name, label: labels?.[i] ?? String(i), y: value }));

/** What both kinds of level diagram are given. */
export interface LevelFrame extends Omit<Frame, "x"> {
  readonly y: Axis & Required<Pick<Axis, "domain">>;
  readonly levels: readonly Levels[];
}

/** Pixels between two labels that do not touch, and the height of the chart. */
const [LABEL_HEIGHT, HEIGHT] = [12, 300];

/** From the lowest up, the rows of a set inside the axis whose label does not touch the one below it. */
export function withRoom<Row extends LevelRow>(rows: readonly Row[], axis: LevelFrame["y"]): Row[] {
  const [from, to] = axis.domain;
  let top = -Infinity;
  return [...rows]
    .sort((a, b) => a.y - b.y)
    .filter(({ y }) => {
      const pixels = (HEIGHT * (y - from)) / (to - from);
      if (pixels < 0 || pixels > HEIGHT || pixels - top < LABEL_HEIGHT) return false;
      top = pixels;
      return true;
    });
}

export function requireLevels(where: string, { name, y, labels }: Levels): void {
  requireNumbers(`${where}: "${name}": y`, y);
  if (labels && labels.length !== y.length)
    throw new RangeError(
      `${where}: "${name}": labels must be as many as y, ${y.length}, got ${labels.length}`,
    );
}

export const levelTooltip = (axis: Axis): StringFieldDef<string>[] => [
  { field: "name", type: "nominal", title: "which" },
  { field: "label", type: "nominal", title: "level" },
  { field: "y", title: axis.title, ...NUMBER },
];

/** "H2: 15 levels, E / hartree from -0.164 to -0.001." */
export function levelsSentence({ name, y }: Levels, axis: Axis): string {
  const [lowest, highest] = extentOf(y).map(numberText);
  return `${name}: ${counted(y.length, "level")}, ${axis.title} from ${lowest} to ${highest}.`;
}
