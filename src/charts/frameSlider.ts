import type { TopLevelParameter } from "vega-lite/build/src/spec/toplevel.js";
import type { Layer } from "./layers.js";
import { LABEL } from "./looks.js";
import { numberText } from "./numbers.js";
import { sliderParam } from "./slider.js";

/** A slider that chooses one of several pictures, each computed beforehand for a value of a quantity. */
export interface FrameSlider {
  /** Quantity and unit, "a / bohr" or "t / fs"; its words beside the slider and in the chart. */
  readonly name: string;
  /** The values it can stand at, rising, 2 to 100 of them. */
  readonly values: readonly number[];
  /** The one of them at which it stands first. Absent: the first. */
  readonly start?: number;
}

/**
 * The parameters of a chart with frames: `values`, the slider, and `frame`, the number of the chosen
 * value, from 0. When the values are evenly spaced the slider stands at a value, otherwise at its number
 * in the row.
 *
 * @throws RangeError when values do not rise or `start` is none of them
 */
export function frameParams(where: string, slider: FrameSlider): TopLevelParameter[] {
  const { name, values, start = values[0]! } = slider;
  requireValues(where, values, start);
  const row = { name: "values", value: [...values] };
  const first = values[0]!;
  const last = values[values.length - 1]!;
  const step = (last - first) / (values.length - 1);
  const even = values.every(
    (value, i) => Math.abs(value - first - i * step) < 1e-9 * (last - first),
  );
  if (!even) {
    const place = { min: 1, max: values.length, step: 1, start: values.indexOf(start) + 1 };
    const label = `${name}, number in the row`;
    return [
      row,
      sliderParam(where, { name: "slider", label, ...place }),
      { name: "frame", expr: "slider - 1" },
    ];
  }
  // The page shows the slider's value as it is: 0.3, not 0.30000000000000004.
  const range = { min: first, max: last, step: Number(step.toPrecision(12)), start };
  return [
    row,
    sliderParam(where, { name: "slider", label: name, ...range }),
    { name: "frame", expr: `round((slider - ${first}) / ${step})` },
  ];
}

/** What `show` prints of a chart with frames: these data sets, of the first picture alone. */
export const firstFrame = (
  { values, start = values[0]! }: FrameSlider,
  tables: string[],
): { tables: string[]; frame: number } => ({ tables, frame: start });

/** Keeps the rows of the chosen frame: those whose column "value" is the slider's. */
export const CHOSEN = { filter: "datum.value === values[frame]" } as const;

/** The chosen value in words, as an expression: "a / bohr = 0.3". */
export const chosenText = (name: string): string =>
  `${JSON.stringify(`${name} = `)} + format(values[frame], '.4~g')`;

/** The chosen value above the chart. */
export const chosenAbove = (name: string): Layer => ({
  data: { values: [{}] },
  transform: [{ calculate: chosenText(name), as: "text" }],
  mark: { ...LABEL, align: "left", clip: false },
  encoding: { text: { field: "text", type: "nominal" }, x: { value: 0 }, y: { value: -10 } },
});

/** What the slider does, as a sentence of the description. */
export function sliderSentence({ name, values }: FrameSlider): string {
  const [first, last] = [values[0]!, values[values.length - 1]!].map(numberText);
  return `A slider sets ${name} to one of ${values.length} values from ${first} to ${last}.`;
}

/** Points of all frames together: 6 to 7 MB of a notebook. */
const MOST_POINTS = 250_000;

export function requireFewPoints(where: string, count: number): void {
  if (count > MOST_POINTS)
    throw new RangeError(
      `${where}: all frames together must have at most ${MOST_POINTS} points, got ${count}`,
    );
}

function requireValues(where: string, values: readonly number[], start: number): void {
  const rising = values.every(
    (value, i) => Number.isFinite(value) && (i === 0 || value > values[i - 1]!),
  );
  if (!rising || values.length < 2 || values.length > 100)
    throw new RangeError(
      `${where}: slider.values must be 2 to 100 rising numbers, got [${values.join(", ")}]`,
    );
  if (!values.includes(start))
    throw new RangeError(`${where}: slider.start must be one of slider.values, got ${start}`);
}
