import type { MarkDef } from "vega-lite/build/src/mark.js";
import { type Axis, type Frame, frameOf, requireLinear, titleOf, unitOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type Layer, pointLayers, tooltip, zoomable } from "./layers.js";
import { IN_LINE, NUMBER, symbols } from "./looks.js";
import { counted, extentOf, widened, withSentences } from "./numbers.js";
import { type Points, requireSets, requireSome, rowsOf } from "./series.js";
import { NEUTRAL } from "./style.js";

export interface ParityPlot extends Frame {
  /** One to six sets: x is the reference, y what was predicted for it, in the same unit. */
  readonly points: readonly Points[];
}

/**
 * Predicted values against reference values, with the diagonal on which they would agree; below it the
 * errors y - x against the reference. In the legend and in the description stand of each set
 *
 *   RMSE = sqrt(mean of (y - x)^2)   and   MAE = mean of |y - x|
 *
 * in the unit of the axes. Both axes show the same range; a domain given to one of them holds for both.
 *
 * @throws RangeError when the axes differ in unit or are logarithmic, and as scatterChart does
 */
export function parityPlot(chart: ParityPlot): ChartSpec {
  const { x, y, points } = chart;
  requireSome("parityPlot: points", points);
  requireSets("parityPlot", { points });
  requireLinear("parityPlot", { x, y });
  const unit = requireOneUnit(x, y);
  const rows = rowsOf("parityPlot", chart, points);
  const domain =
    x.domain ?? y.domain ?? widened(extentOf(...points.flatMap((set) => [set.x, set.y])));
  const square = { ...chart, x: { ...x, domain }, y: { ...y, domain } };
  const { width, height, encoding, resolve, ...frame } = frameOf("parityPlot", square);
  const error = titleOf("error", unit);
  return {
    ...frame,
    description: withSentences(
      chart.description,
      ...points.map(
        (set) =>
          `${set.name}: ${errorsOf(set, unit).join(", ")}, ${counted(set.x.length, "point")}.`,
      ),
    ),
    datasets: { points: rows },
    usermeta: { tables: ["points"] },
    spacing: 12,
    vconcat: [
      {
        width: SIDE,
        height: SIDE,
        encoding: { ...encoding, x: { ...encoding.x!, axis: { labels: false, title: null } } },
        resolve,
        layer: parityLayers(chart, domain, unit),
      },
      {
        width: SIDE,
        height: SIDE / 3,
        encoding: {
          x: encoding.x!,
          y: {
            field: "difference",
            type: "quantitative",
            title: error,
            scale: { padding: 5 },
            axis: { tickCount: 4 },
          },
        },
        layer: errorLayers(chart, domain, error),
      },
    ],
  };
}

/** Pixels. */
const SIDE = 300;

const GUIDE: MarkDef = { type: "line", clip: true, color: NEUTRAL, strokeDash: [4, 3] };

function parityLayers(chart: ParityPlot, domain: Domain, unit: string): Layer[] {
  const words = Object.fromEntries(
    chart.points.map((set) => [set.name, [set.name, ...errorsOf(set, unit)]]),
  );
  const labelExpr = `(${JSON.stringify(words)})[datum.label]`;
  return zoomable([
    ...pointLayers(chart.points, chart, 0, { legend: { ...IN_LINE, labelExpr } }),
    { data: { values: beyond(domain).map((at) => ({ x: at, y: at })) }, mark: GUIDE },
  ]);
}

function errorLayers(chart: ParityPlot, domain: Domain, title: string): Layer[] {
  const { mark, color, shape } = symbols(chart.points);
  const error = { field: "difference", title, ...NUMBER };
  return zoomable([
    {
      data: { name: "points" },
      transform: [{ calculate: "datum.y - datum.x", as: "difference" }],
      mark,
      encoding: { color: { ...color, legend: null }, shape, tooltip: tooltip(chart, error) },
    },
    { data: { values: beyond(domain).map((x) => ({ x, difference: 0 })) }, mark: GUIDE },
  ]);
}

type Domain = readonly [number, number];

/** Further than the axes, for those who move them. */
const beyond = ([from, to]: Domain): number[] => [2 * from - to, 2 * to - from];

/** "RMSE 0.012 eV", "MAE 0.01 eV" */
function errorsOf({ x, y }: Points, unit: string): string[] {
  let [squares, sizes] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    squares += (y[i]! - x[i]!) ** 2;
    sizes += Math.abs(y[i]! - x[i]!);
  }
  const [rmse, mae] = [Math.sqrt(squares / x.length), sizes / x.length].map((value) =>
    `${Number(value.toPrecision(3))} ${unit}`.trim(),
  );
  return [`RMSE ${rmse}`, `MAE ${mae}`];
}

function requireOneUnit(x: Axis, y: Axis): string {
  const [one, other] = [x, y].map(({ title }) => unitOf(title));
  if (one !== other)
    throw new RangeError(
      `parityPlot: x and y must have one unit in their titles, got "${x.title}" and "${y.title}"`,
    );
  return one!;
}
