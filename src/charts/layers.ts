import type { StringFieldDef } from "vega-lite/build/src/channeldef.js";
import type { LayerSpec } from "vega-lite/build/src/spec/layer.js";
import type { UnitSpec } from "vega-lite/build/src/spec/unit.js";
import { IN_LINE, type Legend, LONG_LINES, lines, NUMBER, symbols } from "./looks.js";
import type { Axes, Curve, Points } from "./series.js";

/** The layers of a chart with curves and points, in Vega-Lite's words. */

export type Layer = LayerSpec<string> | UnitSpec<string>;

/** Pixels between the outermost symbols and the axes. */
export const SYMBOL_MARGIN = 10;

/** Lines of the data set "curves". `taken` sets of the chart have a colour and a pattern already. */
export function curveLayers(
  curves: readonly Curve[],
  axes: Axes,
  taken = 0,
  legend: Legend | null = LONG_LINES,
): Layer[] {
  if (curves.length === 0) return [];
  return [
    { data: { name: "curves" }, ...lines(curves, taken, legend) },
    valuesUnderMouse({ data: { name: "curves" } }, axes),
  ];
}

/** Symbols of the data set "points", and error bars for those that have an error. */
export function pointLayers(
  points: readonly Points[],
  axes: Axes,
  taken = 0,
  { edge, legend = IN_LINE }: PointLook = {},
): Layer[] {
  if (points.length === 0) return [];
  const data = { name: "points" };
  const { mark, color, shape } = symbols(points, taken);
  const bars: Layer = {
    data,
    mark: { type: "errorbar", ticks: { size: 8 }, clip: true },
    encoding: {
      yError: { field: "error", title: `± ${axes.y.title}` },
      color: { ...color, legend: null },
      tooltip: null,
    },
  };
  const withError = points.some((set) => set.error);
  const marks: Layer = {
    data,
    ...(withError && { transform: [VALUE_AND_ERROR] }),
    mark: { ...mark, ...edge },
    encoding: {
      color: { ...color, legend },
      shape,
      tooltip: tooltip(
        axes,
        withError ? { field: "valueAndError", type: "nominal" } : { field: "y", ...NUMBER },
      ),
    },
  };
  return withError ? [bars, marks] : [marks];
}

interface PointLook {
  /** A line around each symbol. */
  readonly edge?: { readonly stroke: string; readonly strokeWidth: number };
  readonly legend?: Legend;
}

/** Invisible disks that show a point's values: a line itself has one tooltip for all of its points. */
export function valuesUnderMouse(from: Pick<Layer, "data" | "transform">, axes: Axes): Layer {
  return {
    ...from,
    mark: { type: "point", filled: true, opacity: 0, size: 120, clip: true },
    encoding: { tooltip: tooltip(axes, { field: "y", ...NUMBER }) },
  };
}

const VALUE_AND_ERROR = {
  calculate:
    "format(datum.y, '.6~g') + (isValid(datum.error) ? ' ± ' + format(datum.error, '.6~g') : '')",
  as: "valueAndError",
};

export function tooltip<Value extends Tip>({ x, y }: Axes, value: Value): Tip[] {
  return [
    { field: "name", type: "nominal", title: "which" } as const,
    { field: "x", title: x.title, ...NUMBER },
    { title: y.title, ...value },
  ];
}

type Tip = StringFieldDef<string>;

/** Drag moves the axes, Ctrl and the wheel zoom, double click goes back; the wheel alone scrolls on. */
export function zoomable(layers: readonly Layer[]): Layer[] {
  const zoom = {
    name: "zoom",
    select: { type: "interval", zoom: "wheel![event.ctrlKey || event.metaKey]" },
    bind: "scales",
  } as const;
  // Vega-Lite wants a zoom in one layer, not around them, and not in error bars: the last has symbols.
  return layers.map((layer, i) => (i === layers.length - 1 ? { ...layer, params: [zoom] } : layer));
}
