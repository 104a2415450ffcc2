import type { Frame } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type Curve, type Points, requireSome } from "./series.js";
import { seriesChart } from "./seriesChart.js";

export interface LineChart extends Frame {
  /** One to six. */
  readonly curves: readonly Curve[];
  /** Up to six sets, drawn over the curves. */
  readonly points?: readonly Points[];
}

/**
 * Curves between two axes, with a legend, and points over them if given:
 *
 *   await show(lineChart({
 *     description: "The energy of H2 falls to a minimum at 1.4 bohr and rises to -1 hartree.",
 *     x: { title: "R / bohr" },
 *     y: { title: "E / hartree", domain: [-1.2, -0.8] },
 *     curves: [{ name: "exact", x: distances, y: energies }],
 *   }));
 *
 * @throws RangeError when a number is not finite, or not positive on a logarithmic axis, lengths differ, a
 *   name comes twice or sets are too many
 */
export function lineChart(chart: LineChart): ChartSpec {
  requireSome("lineChart: curves", chart.curves);
  return seriesChart("lineChart", chart, chart.curves, chart.points ?? []);
}
