import { type Frame, frameOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import {
  CHOSEN,
  chosenAbove,
  type FrameSlider,
  firstFrame,
  frameParams,
  requireFewPoints,
  sliderSentence,
} from "./frameSlider.js";
import {
  curveLayers,
  type Layer,
  pointLayers,
  SYMBOL_MARGIN,
  valuesUnderMouse,
  zoomable,
} from "./layers.js";
import { lines } from "./looks.js";
import { compact, extentOf, withSentences } from "./numbers.js";
import { type Curve, type Points, requireSets, requireSome, rowsOf } from "./series.js";

export interface LineFrames extends Frame {
  readonly slider: FrameSlider;
  /** The curves of the picture for a value of the slider, the same names each time; called once for each. */
  readonly frame: (value: number) => readonly Curve[];
  /** Curves that stay; together with those that move at most six. */
  readonly curves?: readonly Curve[];
  /** Up to six sets that stay. */
  readonly points?: readonly Points[];
}

/**
 * A film of curves: one picture for each value of a slider, such as the density of a wave packet at each
 * time, over curves and points that stay, such as the potential that it moves in. All pictures are computed
 * beforehand, so the slider works without the kernel, and all have the same axes. Above the chart stands the
 * value; the description says from where to where it goes.
 *
 * The numbers of moving curves are kept to nine digits. For one curve whose whole family should be seen
 * at once there is curveFamily.
 *
 * @throws RangeError when names change between pictures, values do not rise or `start` is none of them, and
 *   as lineChart does
 */
export function lineFrames(chart: LineFrames): ChartSpec {
  const { slider, curves = [], points = [] } = chart;
  const params = frameParams("lineFrames", slider);
  const frames = slider.values.map((value) => ({ value, curves: chart.frame(value) }));
  const moving = frames[0]!.curves;
  requireSome("lineFrames: frame(...)", moving);
  requireSets("lineFrames", { curves: [...moving, ...curves], points });
  const rows = frames.flatMap((frame) => {
    requireSameNames(moving, frame.curves, frame.value);
    return frame.curves.map((curve) => listRow(chart, curve, frame.value));
  });
  requireFewPoints(
    "lineFrames",
    rows.reduce((sum, row) => sum + row.x.length, 0),
  );
  const all = [...frames.flatMap((frame) => frame.curves), ...curves, ...points];
  return {
    ...frameOf("lineFrames", chart, {
      padding: points.length > 0 ? SYMBOL_MARGIN : 0,
      // Without it the axes would follow the picture that is shown.
      extent: { x: extentOf(...all.map(({ x }) => x)), y: extentOf(...all.map(heights)) },
    }),
    description: withSentences(chart.description, sliderSentence(slider)),
    params,
    datasets: {
      frames: rows,
      curves: rowsOf("lineFrames", chart, curves),
      points: rowsOf("lineFrames", chart, points),
    },
    usermeta: firstFrame(slider, ["frames", "curves", "points"]),
    layer: zoomable([
      chosenAbove(slider.name),
      ...curveLayers(curves, chart, moving.length),
      ...frameLayers(chart, moving),
      ...pointLayers(points, chart, moving.length + curves.length),
    ]),
  };
}

/** The heights that a set reaches, with its error bars. */
const heights = ({ y, error }: Points): ArrayLike<number> =>
  error ? Array.from(y, (yi, i) => [yi - error[i]!, yi + error[i]!]).flat() : y;

/** A curve as one row with lists x and y, which is a quarter of the text of a row for each point. */
function listRow(chart: LineFrames, curve: Curve, value: number) {
  const [x, y] = [[], []] as [number[], number[]];
  for (const row of rowsOf("lineFrames", chart, [curve], ` at ${value}`)) {
    x.push(compact(row.x as number));
    y.push(compact(row.y as number));
  }
  return { value, name: curve.name, x, y };
}

function frameLayers(chart: LineFrames, moving: readonly Curve[]): Layer[] {
  const from = { data: { name: "frames" }, transform: [CHOSEN, { flatten: ["x", "y"] }] };
  const { mark, encoding } = lines(moving);
  const detail = { field: "value", title: chart.slider.name };
  return [{ ...from, mark, encoding: { ...encoding, detail } }, valuesUnderMouse(from, chart)];
}

function requireSameNames(first: readonly Curve[], now: readonly Curve[], value: number): void {
  const [wanted, got] = [first, now].map((curves) => curves.map(({ name }) => name).join(", "));
  if (wanted !== got)
    throw new RangeError(
      `lineFrames: the curves at ${value} must have the names of the first picture, ${wanted}, got ${got}`,
    );
}
