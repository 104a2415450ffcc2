import type { VariableParameter } from "vega-lite/build/src/parameter.js";
import type { ChartSpec } from "./chartSpec.js";
import {
  curveLayers,
  frameOf,
  type Layer,
  LONG_LINES,
  pointLayers,
  valuesUnderMouse,
  zoomable,
} from "./layers.js";
import { type Curve, type Frame, type Points, requireSets, rowsOf } from "./series.js";
import { sliderParam } from "./slider.js";
import { PALETTE } from "./style.js";

export interface CurveFamily extends Frame {
  readonly slider: {
    /** Quantity and unit, "a / bohr"; its words in the legend and beside the slider. */
    readonly name: string;
    /** The values it can stand at, rising, 2 to 100 of them. */
    readonly values: readonly number[];
    /** The one of them at which it stands first. Absent: the first. */
    readonly start?: number;
  };
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
  const start = slider.start ?? slider.values[0]!;
  requireValues(slider.values, start);
  requireSets("curveFamily", [{ name: slider.name, x: [], y: [] }, ...curves], points);
  const family = slider.values.flatMap((value) =>
    rowsOf("curveFamily", [{ name: slider.name, ...chart.curve(value) }], ` at ${value}`).map(
      (row) => ({ value, ...row }),
    ),
  );
  return {
    ...frameOf("curveFamily", chart, points.length > 0 ? 10 : 0),
    params: [
      { name: "values", value: [...slider.values] },
      ...chooser(slider.name, slider.values, start),
    ],
    datasets: {
      family,
      curves: rowsOf("curveFamily", curves),
      points: rowsOf("curveFamily", points),
    },
    layer: zoomable([
      ...familyLayers(chart),
      ...curveLayers(curves, chart, 1),
      ...pointLayers(points, chart, 1 + curves.length),
    ]),
  };
}

function familyLayers(chart: CurveFamily): Layer[] {
  const chosen = [{ filter: "datum.value === values[frame]" }];
  const color = PALETTE[0]!;
  return [
    {
      data: { name: "family" },
      mark: { type: "line", clip: true, order: false, color, strokeWidth: 1, opacity: 0.35 },
      encoding: { detail: { field: "value", title: chart.slider.name } },
    },
    {
      data: { name: "family" },
      transform: chosen,
      mark: { type: "line", clip: true, order: false },
      encoding: {
        color: {
          field: "name",
          title: null,
          scale: { domain: [chart.slider.name], range: [color] },
          legend: {
            ...LONG_LINES,
            labelExpr: "datum.label + ' = ' + format(values[frame], '.4~g')",
          },
        },
      },
    },
    valuesUnderMouse({ data: { name: "family" }, transform: chosen }, chart),
  ];
}

/** The slider, and which of the values it chooses. */
function chooser(name: string, values: readonly number[], start: number): VariableParameter[] {
  const first = values[0]!;
  const last = values[values.length - 1]!;
  const step = (last - first) / (values.length - 1);
  const even = values.every(
    (value, i) => Math.abs(value - first - i * step) < 1e-9 * (last - first),
  );
  if (!even) {
    const place = { min: 1, max: values.length, step: 1, start: values.indexOf(start) + 1 };
    const label = `${name}, number in the row`;
    return [
      sliderParam("curveFamily", { name: "slider", label, ...place }),
      { name: "frame", expr: "slider - 1" },
    ];
  }
  // The page shows the slider's value as it is: 0.3, not 0.30000000000000004.
  const range = { min: first, max: last, step: Number(step.toPrecision(12)), start };
  return [
    sliderParam("curveFamily", { name: "slider", label: name, ...range }),
    { name: "frame", expr: `round((slider - ${first}) / ${step})` },
  ];
}

function requireValues(values: readonly number[], start: number): void {
  const rising = values.every(
    (value, i) => Number.isFinite(value) && (i === 0 || value > values[i - 1]!),
  );
  if (!rising || values.length < 2 || values.length > 100)
    throw new RangeError(
      `curveFamily: slider.values must be 2 to 100 rising numbers, got [${values.join(", ")}]`,
    );
  if (!values.includes(start))
    throw new RangeError(`curveFamily: slider.start must be one of slider.values, got ${start}`);
}
