import type { ChartSpec } from "./chartSpec.js";
import { checkSpec } from "./checkSpec.js";
import { draw, type Picture } from "./draw.js";
import { type Bundle, publish } from "./publish.js";
import { chartConfig } from "./style.js";
import { tableOf } from "./table.js";

export interface ShowOptions {
  /** Also print the chart's numbers, as a table below it. */
  readonly table?: boolean;
}

/**
 * Shows a chart below the cell:
 *
 *   await show(lineChart({ ... }));
 *   await show({ description: "...", mark: "line", data: ..., encoding: ... }, { table: true });
 *
 * One output in three forms: the Vega-Lite spec, which JupyterLab draws and lets you move; a PNG
 * picture of it for places that cannot; and the description as text. Outside a notebook nothing is
 * shown and the output is returned.
 *
 * Colours, font and size come from the course; a `config`, `width` or `height` in the spec wins.
 *
 * @throws TypeError or RangeError that names the place in the spec, when it has no description, holds a
 *   NaN, names a field its data does not have, or when Vega-Lite finds anything else wrong with it
 */
export async function show(
  spec: ChartSpec,
  options: ShowOptions = {},
): Promise<Bundle | undefined> {
  for (const option of Object.keys(options))
    if (option !== "table")
      throw new TypeError(`show: the only option is "table", got "${option}"`);
  checkSpec(spec);
  const complete = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    ...spec,
    config: chartConfig(spec.config),
  };
  const picture = await drawOrRefuse(complete);
  const table = options.table === true ? tableOf(spec) : "";
  const bundle: Bundle = {
    data: {
      "application/vnd.vegalite.v5+json": complete,
      "image/png": picture.png.toString("base64"),
      "text/plain": table === "" ? spec.description : `${spec.description}\n\n${table}`,
    },
    metadata: {
      "image/png": { width: picture.width, height: picture.height, alt: spec.description },
    },
  };
  if (!publish(bundle)) return bundle;
  // JupyterLab shows only the chart of the bundle above, so the table needs an output of its own.
  if (table !== "")
    publish({ data: { "text/markdown": table, "text/plain": table }, metadata: {} });
  return undefined;
}

async function drawOrRefuse(spec: ChartSpec): Promise<Picture> {
  try {
    return await draw(spec);
  } catch (error) {
    // Vega-Lite quotes the whole spec in some of its messages.
    const reason = (error as Error).message
      .replace(/\s*\{.*\}/s, "")
      .replace(/^Infinite extent for field ("\w+").*/, "no row of the data has a number in $1");
    throw new RangeError(`show: Vega-Lite cannot draw this chart: ${reason}`);
  }
}
