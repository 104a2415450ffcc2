import type { Config } from "vega-lite/build/src/config.js";

/**
 * The look of every chart: one place, used by the builders and by `show`.
 *
 * No colour of text, axes or background is set here: JupyterLab's light and dark themes set them.
 */

/** In the browser: DejaVu Sans, or Verdana, which has the same letter widths. In the PNG: DejaVu Sans. */
export const FONT: string = "DejaVu Sans, Verdana, sans-serif";

/**
 * Blue, red, green, violet, mauve, sage. Each has a contrast of at least 3 to white and to the #333333
 * of Vega's dark theme; any two stay apart (CIE76 colour difference of at least 15) for people who
 * lack one kind of cone. Dashes and shapes tell curves apart as well: colour is never alone.
 */
export const PALETTE: readonly string[] = [
  "#038dd1",
  "#f03a14",
  "#01a73a",
  "#9661fe",
  "#af6c95",
  "#859776",
];

/** Dash patterns in pixels (drawn, gap, ...); the first is a solid line. */
export const DASHES: readonly (readonly number[])[] = [
  [1, 0],
  [8, 4],
  [2, 3],
  [8, 3, 2, 3],
  [14, 4],
  [5, 2, 2, 2, 2, 2],
];

/** Symbols for points, as Vega names them. */
export const SHAPES: readonly string[] = [
  "circle",
  "square",
  "triangle-up",
  "diamond",
  "triangle-down",
  "cross",
];

/** Lines that mark a place, such as zero: a contrast of at least 3 to the same two. */
export const NEUTRAL = "#888888";

const CONFIG: Config = {
  font: FONT,
  view: { continuousWidth: 480, continuousHeight: 300 },
  title: { anchor: "start", fontSize: 13, fontWeight: "normal", offset: 10 },
  axis: {
    gridColor: "#888",
    gridOpacity: 0.25,
    labelFlush: false,
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titlePadding: 8,
    tickCount: 6,
  },
  legend: {
    labelFontSize: 11,
    labelLimit: 240,
    symbolSize: 80,
    symbolStrokeWidth: 2,
    titleFontSize: 11,
    titleFontWeight: "normal",
  },
  header: { labelFontSize: 11, titleFontSize: 12, titleFontWeight: "normal" },
  line: { strokeWidth: 2 },
  mark: { aria: false },
  range: { category: [...PALETTE] },
};

/** The configuration of a chart: the course's look, in which a spec's own settings win one by one. */
export function chartConfig(own: Config = {}): Config {
  const merged: Record<string, unknown> = { ...CONFIG };
  for (const [name, settings] of Object.entries(own)) {
    const ours = merged[name];
    const both = isSettings(ours) && isSettings(settings);
    merged[name] = both ? { ...ours, ...settings } : settings;
  }
  return merged;
}

const isSettings = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
