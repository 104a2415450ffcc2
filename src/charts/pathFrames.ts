import type { LayeredChart } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import {
  CHOSEN,
  chosenAbove,
  type FrameSlider,
  firstFrame,
  frameParams,
  sliderSentence,
} from "./frameSlider.js";
import { type HeatMap, heatMap } from "./heatMap.js";
import type { Layer } from "./layers.js";
import { compact, withSentences } from "./numbers.js";
import { type Curve, rowsOf } from "./series.js";
import { PALETTE } from "./style.js";

export interface PathFrames extends Omit<HeatMap, "paths"> {
  readonly slider: FrameSlider;
  /** The path for a value of the slider; called once for each. */
  readonly path: (value: number) => Pick<Curve, "x" | "y">;
}

/**
 * A map that stays, and over it a path for each value of a slider, such as the way of gradient descent
 * for each learning rate, with a dot at every step and a larger one where it begins. What leaves the map
 * is cut off. All paths are computed beforehand, so the slider works without the kernel.
 *
 * @throws RangeError when values do not rise or `start` is none of them, and as heatMap does
 */
export function pathFrames({ slider, path, ...map }: PathFrames): ChartSpec {
  const params = frameParams("pathFrames", slider);
  const base = heatMap(map) as LayeredChart;
  const rows = slider.values.flatMap((value) =>
    rowsOf("pathFrames", map, [{ name: slider.name, ...path(value) }], ` at ${value}`).map(
      ({ x, y }, step) => ({ value, step, x: compact(x as number), y: compact(y as number) }),
    ),
  );
  const last = base.layer.length - 1;
  return {
    ...base,
    description: withSentences(base.description, sliderSentence(slider)),
    params,
    datasets: { ...base.datasets, steps: rows },
    usermeta: firstFrame(slider, ["steps", "points"]),
    // The last layer holds the zoom.
    layer: [
      chosenAbove(slider.name),
      ...base.layer.slice(0, last),
      ...pathLayer(map),
      base.layer[last]!,
    ],
  };
}

function pathLayer({ x, y }: Pick<HeatMap, "x" | "y">): Layer[] {
  const from = { data: { name: "steps" }, transform: [CHOSEN] };
  const line = { type: "line", clip: true, order: false } as const;
  const color = PALETTE[1]!;
  const point = {
    type: "point",
    filled: true,
    stroke: "#ffffff",
    strokeWidth: 1,
    opacity: 1,
  } as const;
  return [
    { ...from, mark: { ...line, color: "#ffffff", strokeWidth: 4 } },
    { ...from, mark: { ...line, color, strokeWidth: 2 } },
    {
      ...from,
      mark: { ...point, clip: true, color },
      encoding: {
        size: { condition: { test: "datum.step === 0", value: 120 }, value: 30 },
        tooltip: [
          { field: "step", type: "quantitative", title: "step" },
          { field: "x", type: "quantitative", title: x.title },
          { field: "y", type: "quantitative", title: y.title },
        ],
      },
    },
  ];
}
