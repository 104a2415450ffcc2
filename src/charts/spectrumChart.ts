import { type Frame, frameOf, requireLinear } from "./axes.js";
import { type Broadening, broadened } from "./broadening.js";
import type { ChartSpec } from "./chartSpec.js";
import { curveLayers, type Layer, pointLayers, zoomable } from "./layers.js";
import { symbols } from "./looks.js";
import { counted, extentOf, numberText, widened, withSentences } from "./numbers.js";
import { type Points, requireSets, requireSome, rowsOf } from "./series.js";

export interface SpectrumChart extends Frame {
  /** One to six sets of spectral lines: x where, y how strong. */
  readonly lines: readonly Points[];
  /** Also draw what an instrument sees that blurs each line. Absent: the lines alone. */
  readonly broadening?: Broadening;
}

/**
 * A spectrum: for each line a stick from zero with a symbol on it, at a wavenumber, an energy or a mass, and
 * over the sticks, if asked for, the sum of the lines spread by `broadening` (see there), in which a line
 * that stands alone is as high as its stick. The description gets number and strongest line of each set.
 *
 * @throws RangeError when an axis is logarithmic, the width is not positive or too small to be drawn, and as
 *   scatterChart does
 */
export function spectrumChart(chart: SpectrumChart): ChartSpec {
  const { x, y, broadening } = chart;
  requireSome("spectrumChart: lines", chart.lines);
  requireSets("spectrumChart", { lines: chart.lines });
  requireLinear("spectrumChart", { x, y });
  const points = rowsOf("spectrumChart", chart, chart.lines);
  const curves = broadening ? broadened("spectrumChart", chart.lines, broadening, x.domain) : [];
  const all = [...chart.lines, ...curves];
  const extent = {
    x: widened(extentOf(...all.map((set) => set.x))),
    y: widened(extentOf([0], ...all.map((set) => set.y)), 0),
  };
  return {
    ...frameOf("spectrumChart", chart, { extent }),
    description: withSentences(
      chart.description,
      ...chart.lines.map((set) => strongest(set, x.title)),
    ),
    datasets: { points, curves: rowsOf("spectrumChart", chart, curves) },
    usermeta: { tables: ["points"] },
    layer: zoomable([
      ...(broadening ? curveLayers(curves, chart, 0, null) : []),
      sticks(chart.lines),
      ...pointLayers(chart.lines, chart),
    ]),
  };
}

/** Lines from zero up. */
function sticks(sets: readonly Points[]): Layer {
  const { color } = symbols(sets);
  return {
    data: { name: "points" },
    mark: { type: "rule", clip: true, strokeWidth: 1.5 },
    encoding: { y2: { datum: 0 }, color: { ...color, legend: null } },
  };
}

/** "H2: 3 lines, the strongest at wavenumber / cm⁻¹ = 4161." */
function strongest({ name, x, y }: Points, title: string): string {
  const heights = Array.from(y, Math.abs);
  const k = heights.indexOf(extentOf(heights)[1]);
  return `${name}: ${counted(x.length, "line")}, the strongest at ${title} = ${numberText(x[k]!)}.`;
}
