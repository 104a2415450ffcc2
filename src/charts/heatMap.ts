import type { Frame } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type ColourAxis, checkedColours } from "./colourAxis.js";
import { type Field, type GridValues, gridRows, gridValues } from "./field.js";
import { pointLayers, zoomable } from "./layers.js";
import {
  contourLayers,
  contourLevels,
  contourRows,
  fieldLayer,
  linesSentence,
  mapFrame,
  pathLayers,
  WHITE_EDGE,
} from "./mapLayers.js";
import { extentOf, numberText, withSentences } from "./numbers.js";
import { type Curve, type Points, requireSets, rowsOf } from "./series.js";

export interface HeatMap extends Frame {
  /** The quantity that is shown by colours, and its unit. */
  readonly z: ColourAxis;
  readonly field: Field;
  /** Lines of equal z: at most how many, at round values, or the values themselves. Absent: none. */
  readonly contours?: number | readonly number[];
  /** Up to six, each joined in the order given, with a dot at each step if it has at most 60. */
  readonly paths?: readonly Curve[];
  /** Up to six sets, drawn over all. */
  readonly points?: readonly Points[];
}

/**
 * A quantity over two others as a map of colours, with contour lines, and paths and points over it if
 * given:
 *
 *   await show(heatMap({
 *     description: "Loss over two weights, and the way that gradient descent takes through it.",
 *     x: { title: "w₁" },
 *     y: { title: "w₂" },
 *     z: { title: "loss", log: true },
 *     field: { x: weights, y: weights, z: (w1, w2) => loss(w1, w2) },
 *     contours: 10,
 *     paths: [{ name: "descent", x: w1s, y: w2s }],
 *   }));
 *
 * Each point of the grid colours its cell, half way to its neighbours. `z.domain` cuts off a high wall:
 * what lies beyond an end has that end's colour, and the legend says so. The description gets the least and
 * the greatest z with their places, and the values of the contour lines.
 *
 * @throws RangeError when the grid does not rise, lengths do not match, a number is not finite, or not
 *   positive on a logarithmic axis, or there are more than 40,000 points
 */
export function heatMap(chart: HeatMap): ChartSpec {
  const { contours, paths = [], points = [] } = chart;
  requireSets("heatMap", { paths, points });
  const grid = gridValues("heatMap: field.", chart, chart.field);
  const colours = checkedColours("heatMap", chart.z, extentOf(grid.z));
  const levels = contourLevels("heatMap", colours, contours);
  const lines = contourRows(grid, colours, levels);
  return {
    ...mapFrame("heatMap", chart, grid),
    description: withSentences(chart.description, extremes(chart, grid), ...linesSentence(levels)),
    datasets: {
      field: gridRows(grid),
      contours: lines,
      paths: rowsOf("heatMap", chart, paths),
      points: rowsOf("heatMap", chart, points),
    },
    usermeta: { tables: ["field", "paths", "points"] },
    layer: zoomable([
      fieldLayer(chart, grid, colours),
      ...contourLayers(lines, chart),
      ...pathLayers(paths, chart),
      ...pointLayers(points, chart, paths.length + 1, { edge: WHITE_EDGE }),
    ]),
  };
}

function extremes({ x, y, z }: HeatMap, grid: GridValues): string {
  const at = (value: number): string => {
    const k = Array.prototype.indexOf.call(grid.z, value);
    const place = [grid.x[k % grid.x.length]!, grid.y[Math.floor(k / grid.x.length)]!];
    const [xText, yText] = place.map(numberText);
    return `${numberText(value)} at ${x.title} = ${xText}, ${y.title} = ${yText}`;
  };
  const [least, greatest] = extentOf(grid.z);
  return `Least ${z.title}: ${at(least)}. Greatest: ${at(greatest)}.`;
}
