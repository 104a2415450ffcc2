import { type Frame, frameOf, type LayeredChart } from "./axes.js";
import { curveLayers, pointLayers, SYMBOL_MARGIN, zoomable } from "./layers.js";
import { type Curve, type Points, requireSets, rowsOf } from "./series.js";

/** Curves and points between two axes: both line chart and scatter chart are this. */
export function seriesChart(
  where: string,
  frame: Frame,
  curves: readonly Curve[],
  points: readonly Points[],
): LayeredChart {
  requireSets(where, { curves, points });
  return {
    ...frameOf(where, frame, { padding: points.length > 0 ? SYMBOL_MARGIN : 0 }),
    datasets: {
      ...(curves.length > 0 && { curves: rowsOf(where, frame, curves) }),
      ...(points.length > 0 && { points: rowsOf(where, frame, points) }),
    },
    layer: zoomable([...curveLayers(curves, frame), ...pointLayers(points, frame, curves.length)]),
  };
}
