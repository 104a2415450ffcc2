import { type Frame, frameOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { CHOSEN, chosenText, type FrameSlider, firstFrame, frameParams } from "./frameSlider.js";
import {
  curveLayers,
  type Layer,
  pointLayers,
  SYMBOL_MARGIN,
  valuesUnderMouse,
  zoomable,
} from "./layers.js";
import { LONG_LINES } from "./looks.js";
import { type Curve, type Points, requireSets, rowsOf } from "./series.js";
import { PALETTE } from "./style.js";

export interface CurveFamily extends Frame {
  readonly slider: FrameSlider;
  /** The curve for a value of the slider; called once for each value. */
  readonly curve: (value: number) => Pick<Curve, "x" | "y">;
  /** Up to five that stay. */
  readonly curves?: readonly Curve[];
  /** Up to six sets that stay. */
  readonly points?: readonly Points[];
}

/**
 * One curve of a family, and a slider that chooses which; the others are drawn faintly behind it.
 * All are computed beforehand, so the slider works without the kernel.
 *
 * When the values are evenly spaced the slider stands at a value, otherwise at its number in the row;
 * the legend always shows the value itself.
 *
 * @throws RangeError when values do not rise or `start` is none of them, and as lineChart does
 */
export function curveFamily(chart: CurveFamily): ChartSpec {
  const { slider, curves = [], points = [] } = chart;
  const params = frameParams("curveFamily", slider);
  requireSets("curveFamily", { curves: [{ name: slider.name }, ...curves], points });
  const family = slider.values.flatMap((value) =>
    rowsOf(
      "curveFamily",
      chart,
      [{ name: slider.name, ...chart.curve(value) }],
      ` at ${value}`,
    ).map((row) => ({ value, ...row })),
  );
  return {
    ...frameOf("curveFamily", chart, { padding: points.length > 0 ? SYMBOL_MARGIN : 0 }),
    params,
    datasets: {
      family,
      curves: rowsOf("curveFamily", chart, curves),
      points: rowsOf("curveFamily", chart, points),
    },
    usermeta: firstFrame(slider, ["family", "curves", "points"]),
    layer: zoomable([
      ...familyLayers(chart),
      ...curveLayers(curves, chart, 1),
      ...pointLayers(points, chart, 1 + curves.length),
    ]),
  };
}

function familyLayers(chart: CurveFamily): Layer[] {
  const { name } = chart.slider;
  const color = PALETTE[0]!;
  return [
    {
      data: { name: "family" },
      mark: { type: "line", clip: true, order: false, color, strokeWidth: 1, opacity: 0.35 },
      encoding: { detail: { field: "value", title: name } },
    },
    {
      data: { name: "family" },
      transform: [CHOSEN],
      mark: { type: "line", clip: true, order: false },
      encoding: {
        color: {
          field: "name",
          title: null,
          scale: { domain: [name], range: [color] },
          legend: { ...LONG_LINES, labelExpr: chosenText(name) },
        },
      },
    },
    valuesUnderMouse({ data: { name: "family" }, transform: [CHOSEN] }, chart),
  ];
}
