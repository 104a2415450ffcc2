import type { Transform } from "vega-lite/build/src/transform.js";
import { type Axis, type Frame, frameOf, requireLinear, unitOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type Layer, pointLayers, SYMBOL_MARGIN, valuesUnderMouse, zoomable } from "./layers.js";
import { LABEL, LONG_LINES } from "./looks.js";
import { type Points, requireSets, rowsOf } from "./series.js";
import { type Slider, sliderParam } from "./slider.js";
import { PALETTE } from "./style.js";

export interface FormulaCurve extends Frame {
  readonly x: Axis & { readonly domain: readonly [number, number] };
  /** The curve, as y of the variable and the sliders: "D*(pow(1-exp(-a*(r-r0)),2)-1)". */
  readonly formula: string;
  /** The name of x in the formula. */
  readonly variable: string;
  /** The formula's other names, each set by a slider. */
  readonly sliders: readonly Slider[];
  /** The curve's words in the legend. Absent: "formula". */
  readonly name?: string;
  /** Up to six sets, drawn over the curve. */
  readonly points?: readonly Points[];
}

/**
 * A formula drawn as a curve, sliders that set its parameters, and points to bring it to. Above the chart
 * stand the sliders' values and, with points, how far the curve is from them: the
 * root-mean-square deviation sqrt(mean of (formula(x) - y)^2), in the unit of y, over the points that lie
 * inside both axes' domains.
 *
 * The page computes the formula, at 301 evenly spaced x, so it is written in Vega's language: + - * /,
 * comparisons, c ? a : b, PI, and abs, sqrt, pow, exp, log (natural), min, max, the trigonometric functions.
 * There is no ^ and no **: r squared is r*r or pow(r, 2).
 *
 * @throws RangeError when the formula has a name that is neither variable, slider nor function, when a
 *   slider cannot stand at its start, and as lineChart does
 */
export function formulaCurve(chart: FormulaCurve): ChartSpec {
  const { sliders, points = [], name = "formula" } = chart;
  if (!chart.x.domain) throw new TypeError("formulaCurve: x.domain must say from where to where");
  requireLinear("formulaCurve", { x: chart.x, y: chart.y });
  requireSets("formulaCurve", { curves: [{ name }], points });
  const calculate = vegaExpression(chart);
  return {
    ...frameOf("formulaCurve", chart, { padding: points.length > 0 ? SYMBOL_MARGIN : 0 }),
    params: sliders.map((slider) => sliderParam("formulaCurve", slider)),
    datasets: { points: rowsOf("formulaCurve", chart, points) },
    layer: zoomable([
      ...textsAbove(chart, calculate),
      ...formulaLayers(chart, name, calculate),
      ...pointLayers(points, chart, 1),
    ]),
  };
}

function formulaLayers(chart: FormulaCurve, name: string, calculate: string): Layer[] {
  const [start, end] = chart.x.domain;
  const step = (end - start) / 300;
  const data = { sequence: { start, stop: end + step / 2, step, as: "x" } } as const;
  const transform: Transform[] = [
    { calculate, as: "y" },
    { calculate: JSON.stringify(name), as: "name" },
  ];
  const scale = { domain: [name], range: [PALETTE[0]!] };
  return [
    {
      data,
      transform,
      mark: { type: "line", clip: true },
      encoding: { color: { field: "name", title: null, scale, legend: LONG_LINES } },
    },
    valuesUnderMouse({ data, transform }, chart),
  ];
}

/** The lines of text above the chart: "D = 0.17, a = 1, r0 = 1.4", and how far the points are. */
function textsAbove({ sliders, points = [], x, y }: FormulaCurve, calculate: string): Layer[] {
  const values = sliders
    .map(({ name }) => `'${name} = ' + format(${name}, '.6~g')`)
    .join(" + ', ' + ");
  const deviation: Transform[] = [
    { filter: `inrange(datum.x, [${x.domain}])` },
    ...(y.domain ? [{ filter: `inrange(datum.y, [${y.domain}])` }] : []),
    { calculate, as: "formula" },
    { calculate: "pow(datum.formula - datum.y, 2)", as: "square" },
    { aggregate: [{ op: "mean", field: "square", as: "meanSquare" }] },
    { calculate: "format(sqrt(datum.meanSquare), '.3~g')", as: "number" },
    {
      calculate: `'root-mean-square deviation = ' + datum.number + ${JSON.stringify(` ${unitOf(y.title)}`)}`,
      as: "text",
    },
  ];
  const settings = { data: { values: [{}] }, transform: [{ calculate: values, as: "text" }] };
  const texts =
    points.length > 0 ? [settings, { data: { name: "points" }, transform: deviation }] : [settings];
  return texts.map((text, i) => ({
    ...text,
    mark: { ...LABEL, align: "left", clip: false },
    encoding: {
      text: { field: "text", type: "nominal" },
      x: { value: 0 },
      y: { value: 15 * (i - texts.length) + 5 },
    },
  }));
}

/** The formula in Vega's words: the variable becomes the column x; every other name must be known. */
function vegaExpression({ formula, variable, sliders }: FormulaCurve): string {
  const names = [variable, ...sliders.map((slider) => slider.name)];
  for (const [i, name] of names.entries())
    if (TAKEN.includes(name) || FUNCTIONS.includes(name) || names.indexOf(name) !== i)
      throw new RangeError(`formulaCurve: the name "${name}" has a meaning already`);
  if (/\^|\*\*/.test(formula))
    throw new RangeError(`formulaCurve: powers are written pow(a, b), got "${formula}"`);
  // Numbers are matched first, so that the e of 1e-3 is no name.
  return formula.replace(/[\d.]+(?:[eE][+-]?\d+)?|[A-Za-z_]\w*/g, (word) => {
    if (word === variable) return "datum.x";
    if (/^[\d.]/.test(word) || names.includes(word) || FUNCTIONS.includes(word)) return word;
    throw new RangeError(
      `formulaCurve: names in the formula must be ${names.join(", ")} or a function ` +
        `(${FUNCTIONS.join(" ")}), got "${word}"`,
    );
  });
}

const words = (text: string): string[] => text.split(" ");

const FUNCTIONS = words("PI abs acos asin atan atan2 cos exp hypot log max min pow sin sqrt tan");

/** Names that Vega uses itself. */
const TAKEN = words(
  "E LN2 LN10 LOG2E LOG10E SQRT1_2 SQRT2 NaN Infinity MIN_VALUE MAX_VALUE datum event item parent " +
    "width height padding autosize background style cursor zoom",
);
