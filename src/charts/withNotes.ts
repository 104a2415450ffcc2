import type { LayeredChart } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { CHOSEN } from "./frameSlider.js";
import type { Layer } from "./layers.js";
import { LABEL } from "./looks.js";

/**
 * A chart with frames, and above its right end a text of its own for each value of its slider, such as
 * the weights of a neuron after that epoch:
 *
 *   await show(withNotes(heatMapFrames(chart), (epoch) => `loss ${losses[epoch].toFixed(4)}`));
 *
 * @param chart  what lineFrames, heatMapFrames or pathFrames returned
 * @param note   the text for a value of the slider; called once for each
 * @throws TypeError for a chart without frames
 */
export function withNotes(chart: ChartSpec, note: (value: number) => string): ChartSpec {
  const { params = [], layer, datasets, width, ...rest } = chart as LayeredChart;
  const row = params.find(({ name }) => name === "values");
  if (!row || !("value" in row) || !layer)
    throw new TypeError(
      "withNotes: chart must have frames, as those of lineFrames, heatMapFrames and pathFrames have",
    );
  const values = row.value as readonly number[];
  const notes: Layer = {
    data: { name: "notes" },
    transform: [CHOSEN],
    mark: { ...LABEL, align: "right", clip: false },
    encoding: {
      text: { field: "text", type: "nominal" },
      x: { value: width as number },
      y: { value: -10 },
    },
  };
  return {
    ...rest,
    ...(width !== undefined && { width }),
    params,
    datasets: { ...datasets, notes: values.map((value) => ({ value, text: note(value) })) },
    layer: [notes, ...layer],
  };
}
