import { type Axis, type Frame, frameOf, requireLinear, titleOf, unitOf } from "./axes.js";
import { binOf, binWidthFor, countInBins } from "./bins.js";
import type { ChartSpec } from "./chartSpec.js";
import { type Layer, zoomable } from "./layers.js";
import { byName, coloursOf, lines, NUMBER } from "./looks.js";
import {
  counted,
  extentOf,
  numberText,
  requireNumbers,
  tidy,
  widened,
  withSentences,
} from "./numbers.js";
import { requireSets, requireSome } from "./series.js";

export interface Histogram extends Omit<Frame, "y"> {
  /** One to six. */
  readonly samples: readonly Sample[];
  /** Width of a bin, in the unit of the x axis. Absent: a round one, from the spread of all values. */
  readonly binWidth?: number;
  /** Divide by the number of values and the width: each area is 1. Absent: numbers of values. */
  readonly density?: boolean;
}

export interface Sample {
  /** Its words in the legend. */
  readonly name: string;
  /** In the unit of the x axis, in any order. */
  readonly values: ArrayLike<number>;
}

/**
 * How often values occur: for each sample a step in each bin, its area filled faintly. Edges of bins are
 * whole multiples of the width; a value on an edge counts to the right of it. The description gets number,
 * mean and standard deviation (with n - 1) of each sample.
 *
 * @throws RangeError when a number is not finite, a name comes twice, there would be more than 1000 bins, or
 *   all values are one and no width is given
 */
export function histogram(chart: Histogram): ChartSpec {
  const { x, samples, density = false } = chart;
  requireSome("histogram: samples", samples);
  requireSets("histogram", { samples });
  for (const { name, values } of samples) requireNumbers(`histogram: "${name}": values`, values);
  requireLinear("histogram", { x });
  const unit = unitOf(x.title);
  const perUnit = unit === "" ? "" : `1/${/[\s/·]/.test(unit) ? `(${unit})` : unit}`;
  const y = { title: density ? titleOf("probability density", perUnit) : "number of values" };
  const bins = binsOf(samples, widthOf(chart), density);
  const extent = {
    x: widened(extentOf(bins.flatMap(({ from, to }) => [from, to]))),
    y: widened(
      extentOf(
        [0],
        bins.map((bin) => bin.y),
      ),
      0,
    ),
  };
  return {
    ...frameOf("histogram", { ...chart, y }, { extent }),
    description: withSentences(chart.description, ...samples.map((one) => moments(one, unit))),
    datasets: { bins, outlines: outlines(bins) },
    usermeta: { tables: ["bins"] },
    layer: zoomable(binLayers(samples, x, y)),
  };
}

interface Bin {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

/** More would be finer than the screen. */
const MOST_BINS = 1000;

/** The bins of all samples, empty ones at either end left out. */
function binsOf(samples: readonly Sample[], width: number, density: boolean): Bin[] {
  return samples.flatMap(({ name, values }) => {
    const [first, last] = extentOf(values).map((value) => binOf(value, width)) as [number, number];
    const scale = density ? 1 / (values.length * width) : 1;
    return Array.from(countInBins(values, width, first, last), (count, k) => ({
      name,
      from: tidy((first + k) * width),
      to: tidy((first + k + 1) * width),
      y: count * scale,
    }));
  });
}

function widthOf({ samples, binWidth }: Histogram): number {
  const values = samples.map((sample) => sample.values);
  if (binWidth === undefined)
    return binWidthFor(
      "histogram",
      values.flatMap((list) => Array.from(list)),
    );
  const [least, greatest] = extentOf(...values);
  if (!(binWidth > 0 && (greatest - least) / binWidth <= MOST_BINS))
    throw new RangeError(
      `histogram: binWidth must be positive and make at most ${MOST_BINS} bins, got ${binWidth}`,
    );
  return binWidth;
}

/** For each sample the line along the tops of its bins, from zero and back to zero. */
function outlines(bins: readonly Bin[]): { name: string; x: number; y: number }[] {
  return bins.flatMap(({ name, from, to, y }, i) => [
    ...(bins[i - 1]?.name === name ? [] : [{ name, x: from, y: 0 }]),
    { name, x: from, y },
    { name, x: to, y },
    ...(bins[i + 1]?.name === name ? [] : [{ name, x: to, y: 0 }]),
  ]);
}

function binLayers(samples: readonly Sample[], x: Axis, y: Axis): Layer[] {
  const names = samples.map(({ name }) => name);
  return [
    { data: { name: "outlines" }, ...lines(samples) },
    {
      data: { name: "bins" },
      mark: { type: "rect", clip: true, opacity: 0.2 },
      encoding: {
        x: { field: "from" },
        x2: { field: "to" },
        y2: { datum: 0 },
        color: { ...byName(names, coloursOf(names, 0)), legend: null },
        tooltip: [
          { field: "name", type: "nominal", title: "which" },
          { field: "from", title: `${x.title} from`, ...NUMBER },
          { field: "to", title: `${x.title} to`, ...NUMBER },
          { field: "y", title: y.title, ...NUMBER },
        ],
      },
    },
  ];
}

/** "test: 60 values, mean 0.1 eV, standard deviation 0.02 eV." */
function moments({ name, values }: Sample, unit: string): string {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  const squares = list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (list.length - 1));
  const text = (value: number): string => `${numberText(value)} ${unit}`.trim();
  const spread = list.length > 1 ? `, standard deviation ${text(deviation)}` : "";
  return `${name}: ${counted(list.length, "value")}, mean ${text(mean)}${spread}.`;
}
