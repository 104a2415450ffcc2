import { curveLayers, frameOf, type LayeredChart, pointLayers, zoomable } from "./layers.js";
import { type Curve, type Frame, type Points, requireSets, rowsOf } from "./series.js";

/** Curves and points between two axes: both line chart and scatter chart are this. */
export function seriesChart(
  where: string,
  frame: Frame,
  curves: readonly Curve[],
  points: readonly Points[],
): LayeredChart {
  requireSets(where, curves, points);
  return {
    ...frameOf(where, frame, points.length > 0 ? 10 : 0),
    datasets: {
      ...(curves.length > 0 && { curves: rowsOf(where, curves) }),
      ...(points.length > 0 && { points: rowsOf(where, points) }),
    },
    layer: zoomable([...curveLayers(curves, frame), ...pointLayers(points, frame, curves.length)]),
  };
}
