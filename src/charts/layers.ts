import type { LayerSpec } from "vega-lite/build/src/spec/layer.js";
import type { TopLevel } from "vega-lite/build/src/spec/toplevel.js";
import type { UnitSpec } from "vega-lite/build/src/spec/unit.js";
import { type Axis, type Curve, type Frame, type Points, requireAxes } from "./series.js";
import { DASHES, PALETTE, SHAPES } from "./style.js";

/** How axes, curves and points are drawn, in Vega-Lite's words. */

export type Layer = LayerSpec<string> | UnitSpec<string>;
export type LayeredChart = TopLevel<LayerSpec<string>> & { readonly description: string };

/**
 * The chart around the layers: size, title, axes, and, where an axis has no domain, `margin` pixels beyond
 * the outermost values. Each layer has colours and a legend of its own.
 */
export function frameOf(where: string, frame: Frame, margin: number): Omit<LayeredChart, "layer"> {
  requireAxes(where, frame);
  return {
    description: frame.description,
    ...(frame.title === undefined ? {} : { title: frame.title }),
    width: 480,
    height: 300,
    encoding: { x: position("x", frame.x, margin), y: position("y", frame.y, margin) },
    resolve: { scale: { color: "independent", strokeDash: "independent", shape: "independent" } },
  };
}

function position(field: "x" | "y", { title, domain }: Axis, margin: number) {
  const all = { zero: false, nice: field === "y", padding: margin };
  const scale = domain ? { domain: [...domain], nice: false } : all;
  return { field, type: "quantitative", title, scale } as const;
}

/** Lines of the data set "curves". `taken` sets of the chart have a colour and a pattern already. */
export function curveLayers(curves: readonly Curve[], frame: Frame, taken = 0): Layer[] {
  if (curves.length === 0) return [];
  const domain = curves.map((curve) => curve.name);
  return [
    {
      data: { name: "curves" },
      mark: { type: "line", clip: true, order: false }, // joined in the order given
      encoding: {
        color: { ...byName(domain, coloursOf(domain, taken)), legend: LONG_LINES },
        strokeDash: byName(domain, dashesOf(curves, taken)),
      },
    },
    valuesUnderMouse({ data: { name: "curves" } }, frame),
  ];
}

/** Symbols of the data set "points", and error bars for those that have an error. */
export function pointLayers(points: readonly Points[], frame: Frame, taken = 0): Layer[] {
  if (points.length === 0) return [];
  const domain = points.map((set) => set.name);
  const color = byName(domain, coloursOf(domain, taken));
  const symbols: Layer = {
    data: { name: "points" },
    mark: { type: "point", filled: true, size: 55, opacity: 1, clip: true },
    transform: [VALUE_AND_ERROR],
    encoding: {
      color: { ...color, legend: IN_LINE },
      shape: byName(domain, SHAPES),
      tooltip: tooltip(frame, { field: "valueAndError", type: "nominal" }),
    },
  };
  const bars: Layer = {
    data: { name: "points" },
    mark: { type: "errorbar", ticks: { size: 8 }, clip: true },
    encoding: {
      yError: { field: "error", title: `± ${frame.y.title}` },
      color: { ...color, legend: null },
      tooltip: null,
    },
  };
  return points.some((set) => set.error) ? [bars, symbols] : [symbols];
}

/** Invisible disks that show a point's values: a line itself has one tooltip for all of its points. */
export function valuesUnderMouse(from: Pick<Layer, "data" | "transform">, frame: Frame): Layer {
  return {
    ...from,
    mark: { type: "point", filled: true, opacity: 0, size: 120, clip: true },
    encoding: { tooltip: tooltip(frame, { field: "y", ...NUMBER }) },
  };
}

const NUMBER = { type: "quantitative", format: ".6~g" } as const;

const VALUE_AND_ERROR = {
  calculate:
    "format(datum.y, '.6~g') + (isValid(datum.error) ? ' ± ' + format(datum.error, '.6~g') : '')",
  as: "valueAndError",
};

function tooltip<Value extends object>({ x, y }: Frame, value: Value) {
  return [
    { field: "name", type: "nominal", title: "which" } as const,
    { field: "x", title: x.title, ...NUMBER },
    { title: y.title, ...value },
  ];
}

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

/** A legend's lines 27 pixels long, enough for dashes: Vega's own are as wide as they are high. */
export const LONG_LINES = {
  symbolType: "M-3,0L3,0",
  symbolSize: 80,
  symbolOffset: 9,
  labelOffset: 13,
} as const;

/** A legend of symbols below one of LONG_LINES. */
const IN_LINE = { symbolOffset: LONG_LINES.symbolOffset, labelOffset: LONG_LINES.labelOffset };

function byName<Value>(domain: readonly string[], range: readonly Value[]) {
  return { field: "name", title: null, scale: { domain: [...domain], range: [...range] } };
}

const coloursOf = (names: readonly string[], taken: number): string[] =>
  names.map((_, i) => PALETTE[(i + taken) % PALETTE.length]!);

/** To each curve the first pattern that is still free; to one that asks to be dashed, not the solid line. */
function dashesOf(curves: readonly Curve[], taken: number): number[][] {
  const free = DASHES.slice(taken);
  return curves.map(({ dashed }) => {
    const next = dashed && free[0] === DASHES[0] ? 1 : 0;
    return [...free.splice(next, 1)[0]!];
  });
}
