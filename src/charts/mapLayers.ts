import type { UnitSpec } from "vega-lite/build/src/spec/unit.js";
import type { Transform } from "vega-lite/build/src/transform.js";
import { type Axis, type ChartFrame, type Frame, frameOf } from "./axes.js";
import { type ColourAxis, type Colours, colourEncoding, shareOf } from "./colourAxis.js";
import { contourLines } from "./contourLines.js";
import { cells, type GridValues } from "./field.js";
import { type Layer, valuesUnderMouse } from "./layers.js";
import { byName, coloursOf, LONG_LINES, NUMBER } from "./looks.js";
import { compact, numberText, requireNumbers, roundNumbers } from "./numbers.js";
import type { Axes, Curve } from "./series.js";
import { DASHES } from "./style.js";

/** How a field, its contour lines, and paths and points over it are drawn, in Vega-Lite's words. */

export interface MapAxes extends Axes {
  readonly z: ColourAxis;
}

/** The chart around a map; where an axis has no domain it shows the cells of the grid and no more. */
export function mapFrame(
  where: string,
  frame: Frame,
  grid: Pick<GridValues, "x" | "y">,
): ChartFrame {
  const whole = (name: "x" | "y"): Axis => {
    const row = cells(grid[name], frame[name]);
    return { domain: [row[0]!.from, row[row.length - 1]!.to], ...frame[name] };
  };
  return { ...frameOf(where, { ...frame, x: whole("x"), y: whole("y") }), width: 400, height: 320 };
}

/** Rectangles of the data set "field", one for each point of the grid. `before` chooses among its rows. */
export function fieldLayer(
  axes: MapAxes,
  grid: Pick<GridValues, "x" | "y">,
  colours: Colours,
  before: readonly Transform[] = [],
): UnitSpec<string> {
  const edges = (name: "x" | "y", as: [string, string]): Transform[] => {
    const rows = cells(grid[name], axes[name]).map(({ at, from, to }) => ({
      [name]: at,
      [as[0]]: from,
      [as[1]]: to,
    }));
    return [{ lookup: name, from: { data: { values: rows }, key: name, fields: as } }];
  };
  return {
    data: { name: "field" },
    transform: [
      ...before,
      ...edges("y", ["bottom", "top"]),
      { flatten: ["x", "z"] },
      ...edges("x", ["left", "right"]),
    ],
    // A pixel of overlap, or the ground shows through between two cells.
    mark: { type: "rect", clip: true, x2Offset: 1, y2Offset: -1 },
    encoding: {
      x: { field: "left" },
      x2: { field: "right" },
      y: { field: "bottom" },
      y2: { field: "top" },
      color: colourEncoding(colours),
      tooltip: (["x", "y", "z"] as const).map((name) => ({
        field: name,
        title: axes[name].title,
        ...NUMBER,
      })),
    },
  };
}

/** The values of the contour lines: as given, or at most so many round ones between the ends of the colours. */
export function contourLevels(
  where: string,
  { domain: [from, to], log }: Colours,
  contours: number | readonly number[] = [],
): readonly number[] {
  if (typeof contours !== "number") {
    if (contours.length > 0)
      requireNumbers(`${where}: contours`, contours, log ? "positive" : "finite");
    return contours;
  }
  if (!(Number.isInteger(contours) && contours >= 1 && contours <= 50))
    throw new RangeError(`${where}: contours must be a whole number from 1 to 50, got ${contours}`);
  const levels = log
    ? roundNumbers(Math.log10(from), Math.log10(to), contours).map((power) => 10 ** power)
    : roundNumbers(from, to, contours);
  return levels.map(compact).filter((level) => level > from && level < to);
}

/** The same as a sentence of the description. */
export const linesSentence = (levels: readonly number[]): string[] =>
  levels.length === 0 ? [] : [`Contour lines at ${levels.map(numberText).join(", ")}.`];

/** One row for each contour line, { z, line, tone, x, y } with lists x and y. */
export function contourRows(
  grid: GridValues,
  colours: Colours,
  levels: readonly number[],
): Record<string, unknown>[] {
  // On logarithmic colours the way from one grid point to the next is even in the logarithm.
  const scaled = (z: number): number => (colours.log ? Math.log(z) : z);
  const field = { ...grid, z: Array.from(grid.z, scaled) };
  return levels.flatMap((z) =>
    contourLines(field, scaled(z)).map((points, line) => ({
      z,
      line,
      tone: toneOver(colours, z),
      x: points.filter((_, i) => i % 2 === 0).map(compact),
      y: points.filter((_, i) => i % 2 === 1).map(compact),
    })),
  );
}

/** White on the dark colours, black on the bright ones. */
function toneOver(colours: Colours, z: number): string {
  const share = shareOf(colours, z);
  const dark = colours.middle === undefined ? share < 0.6 : share < 0.15 || share > 0.85;
  return dark ? "#ffffff" : "#000000";
}

/** Thin lines of the data set "contours", if it has any. `before` chooses among its rows. */
export function contourLayers(
  rows: readonly object[],
  { z }: MapAxes,
  before: readonly Transform[] = [],
): Layer[] {
  if (rows.length === 0) return [];
  return [
    {
      data: { name: "contours" },
      transform: [...before, { flatten: ["x", "y"] }],
      mark: { type: "line", clip: true, order: false, strokeWidth: 1, opacity: 0.6 },
      encoding: {
        detail: [{ field: "z" }, { field: "line" }],
        color: { field: "tone", type: "nominal", scale: null, legend: null },
        tooltip: [{ field: "z", title: z.title, ...NUMBER }],
      },
    },
  ];
}

/** Lines of the data set "paths", set off from the map by a white edge, with a dot at each step. */
export function pathLayers(paths: readonly Curve[], axes: Axes): Layer[] {
  if (paths.length === 0) return [];
  const data = { name: "paths" };
  const line = { type: "line", clip: true, order: false } as const;
  const names = paths.map(({ name }) => name);
  const color = byName(names, coloursOf(names, 1));
  const short = paths.filter(({ x }) => x.length <= MOST_DOTS).map(({ name }) => name);
  return [
    {
      data,
      mark: { ...line, color: "#ffffff", strokeWidth: 5 },
      encoding: { detail: { field: "name" } },
    },
    {
      data,
      mark: { ...line, strokeWidth: 2.5 },
      encoding: {
        color: { ...color, legend: LONG_LINES },
        strokeDash: byName(names, DASHES.slice(0, names.length)),
      },
    },
    {
      data,
      transform: [{ filter: { field: "name", oneOf: short } }],
      mark: { type: "point", filled: true, ...WHITE_EDGE, size: 35, opacity: 1, clip: true },
      encoding: { color: { ...color, legend: null } },
    },
    valuesUnderMouse({ data }, axes),
  ];
}

/** Longer paths have no dots: they would hide the line. */
const MOST_DOTS = 60;

/** Sets a symbol off from the map. */
export const WHITE_EDGE = { stroke: "#ffffff", strokeWidth: 1 } as const;
