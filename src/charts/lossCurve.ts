import type { Axis, Frame } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { numberText, requireNumbers, withSentences } from "./numbers.js";
import type { Curve } from "./series.js";
import { seriesChart } from "./seriesChart.js";

export interface LossCurve extends Omit<Frame, "x"> {
  /** Absent: "epoch". */
  readonly x?: Axis;
  /** The loss and its unit, "loss / eV²"; logarithmic unless `log: false`. */
  readonly y: Axis;
  /** The loss on the training data, in the unit of y; positive. */
  readonly training: ArrayLike<number>;
  /** The loss on data that were not trained on, as many as `training`. */
  readonly validation?: ArrayLike<number>;
  /** Where they were taken, in the unit of x, as many as `training`. Absent: 0, 1, 2, ... */
  readonly epochs?: ArrayLike<number>;
  /** Mark where the validation loss (without one, the training loss) is least. Absent: it is not marked. */
  readonly markBest?: boolean;
}

/**
 * The loss while a model learns, on a logarithmic axis, in which a loss that falls by the same factor in
 * each epoch is a straight line. The description gets the last losses, and where the best one is.
 *
 * To compare runs of several models use lineChart with `y: { title: "loss", log: true }`.
 *
 * @throws RangeError when a loss is not positive or not finite, or lengths differ
 */
export function lossCurve(chart: LossCurve): ChartSpec {
  const { training, validation } = chart;
  requireNumbers("lossCurve: training", training);
  const x = chart.epochs ?? Array.from(training, (_, i) => i);
  const curves: Curve[] = [{ name: "training", x, y: training }];
  if (validation) curves.push({ name: "validation", x, y: validation });
  const axes = { x: chart.x ?? { title: "epoch" }, y: { log: true, ...chart.y } };
  const best = leastOf(curves[curves.length - 1]!);
  const words = `least ${best.name} loss`;
  const place = `${axes.x.title} ${best.x}`;
  const mark = { name: `${words}, ${place}`, x: [best.x], y: [best.y] };
  const spec = seriesChart(
    "lossCurve",
    { ...chart, ...axes },
    curves,
    chart.markBest ? [mark] : [],
  );
  return {
    ...spec,
    description: withSentences(
      chart.description,
      ...curves.map(({ name, y }) => `Last ${name} loss: ${numberText(y[y.length - 1]!)}.`),
      `${words[0]!.toUpperCase()}${words.slice(1)}: ${numberText(best.y)} at ${place}.`,
    ),
  };
}

function leastOf({ name, x, y }: Curve): { name: string; x: number; y: number } {
  let k = 0;
  for (let i = 1; i < y.length; i++) if (y[i]! < y[k]!) k = i;
  return { name, x: x[k]!, y: y[k]! };
}
