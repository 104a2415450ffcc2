import type { Frame } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type ColourAxis, checkedColours } from "./colourAxis.js";
import { type Field, gridRows, gridValues } from "./field.js";
import {
  CHOSEN,
  chosenAbove,
  type FrameSlider,
  firstFrame,
  frameParams,
  requireFewPoints,
  sliderSentence,
} from "./frameSlider.js";
import { pointLayers, zoomable } from "./layers.js";
import {
  contourLayers,
  contourLevels,
  contourRows,
  fieldLayer,
  linesSentence,
  mapFrame,
  WHITE_EDGE,
} from "./mapLayers.js";
import { extentOf, withSentences } from "./numbers.js";
import { type Points, requireSets, rowsOf } from "./series.js";

export interface HeatMapFrames extends Frame {
  /** The quantity that is shown by colours, and its unit. */
  readonly z: ColourAxis;
  readonly slider: FrameSlider;
  /** The grid of all the maps. */
  readonly grid: Pick<Field, "x" | "y">;
  /** The field for a value of the slider, on the grid; called once for each value. */
  readonly frame: (value: number) => Field["z"];
  /** Lines of equal z: at most how many, at round values, or the values themselves. Absent: none. */
  readonly contours?: number | readonly number[];
  /** Up to six sets that stay, drawn over the map. */
  readonly points?: readonly Points[];
}

/**
 * A film of heat maps: one for each value of a slider, such as what a network answers everywhere in the
 * plane after each epoch, under points that stay, such as its data. All are computed beforehand, so the
 * slider works without the kernel, and all have the same colours. Above the chart stands the value.
 *
 * @throws RangeError when values do not rise or `start` is none of them, and as heatMap does
 */
export function heatMapFrames(chart: HeatMapFrames): ChartSpec {
  const { slider, grid, points = [] } = chart;
  const params = frameParams("heatMapFrames", slider);
  requireSets("heatMapFrames", { points });
  const frames = slider.values.map((value) => ({
    value,
    ...gridValues(`heatMapFrames at ${value}: `, chart, { ...grid, z: chart.frame(value) }),
  }));
  requireFewPoints("heatMapFrames", frames.length * frames[0]!.z.length);
  const colours = checkedColours("heatMapFrames", chart.z, extentOf(...frames.map(({ z }) => z)));
  const levels = contourLevels("heatMapFrames", colours, chart.contours);
  const map = fieldLayer(chart, grid, colours, [CHOSEN]);
  const detail = { field: "value", title: slider.name };
  const perFrame = (rows: (frame: (typeof frames)[number]) => object[]): object[] =>
    frames.flatMap((frame) => rows(frame).map((row) => ({ value: frame.value, ...row })));
  const lines = perFrame((frame) => contourRows(frame, colours, levels));
  return {
    ...mapFrame("heatMapFrames", chart, grid),
    description: withSentences(chart.description, sliderSentence(slider), ...linesSentence(levels)),
    params,
    datasets: {
      field: perFrame(gridRows),
      contours: lines,
      points: rowsOf("heatMapFrames", chart, points),
    },
    usermeta: firstFrame(slider, ["field", "points"]),
    layer: zoomable([
      chosenAbove(slider.name),
      { ...map, encoding: { ...map.encoding, detail } },
      ...contourLayers(lines, chart, [CHOSEN]),
      ...pointLayers(points, chart, 1, { edge: WHITE_EDGE }),
    ]),
  };
}
