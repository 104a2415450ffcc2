import type { TopLevelSpec } from "vega-lite";

/**
 * A Vega-Lite 5 chart as plain JSON, with Vega-Lite's own types, so that `mark: "lines"` is refused
 * in the cell that writes it. `description` is a sentence that says what the chart shows: it is read
 * aloud by screen readers and stands in for the picture wherever only text is shown.
 */
export type ChartSpec = TopLevelSpec & { readonly description: string };
