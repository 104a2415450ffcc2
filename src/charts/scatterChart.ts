import type { Frame } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type Curve, type Points, requireSome } from "./series.js";
import { seriesChart } from "./seriesChart.js";

export interface ScatterChart extends Frame {
  /** One to six sets. */
  readonly points: readonly Points[];
  /** Up to six, drawn under the points. */
  readonly curves?: readonly Curve[];
}

/**
 * Points between two axes, each set with a symbol and colour of its own, with error bars from
 * y - error to y + error if given, and curves under them if given.
 *
 * @throws RangeError when a number is not finite, or not positive on a logarithmic axis, lengths differ, a
 *   name comes twice or sets are too many
 */
export function scatterChart(chart: ScatterChart): ChartSpec {
  requireSome("scatterChart: points", chart.points);
  return seriesChart("scatterChart", chart, chart.curves ?? [], chart.points);
}
