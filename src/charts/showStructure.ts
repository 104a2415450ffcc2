import type { System } from "../structures/system.js";
import { rasterise } from "./draw.js";
import { type Bundle, publish } from "./publish.js";
import { HEIGHT, structureStill, WIDTH } from "./structureStill.js";
import { type StructureOptions, structureView } from "./structureView.js";

/** The output's type: JupyterLab draws it by the course's extension (`src/charts/lab`). */
export const STRUCTURE_MIME: string = "application/vnd.mlip.structure+json";

/**
 * Shows atoms below the cell, to be turned with the mouse or with buttons; a list of systems is a
 * trajectory, with a slider over its frames:
 *
 *   await showStructure(water, { description: "A water molecule." });
 *   await showStructure(frames, { description: "Argon melts.", captions: times.map((t) => `${t} fs`) });
 *
 * One output in three forms: coordinates, a PNG picture of the first frame for places that draw nothing in
 * 3-D, and the description as text. Outside a notebook nothing is shown and the output is returned. What
 * can be chosen and what is refused is said at `structureView`.
 */
export async function showStructure(
  systems: System | readonly System[],
  options: StructureOptions,
): Promise<Bundle | undefined> {
  const view = structureView(systems, options);
  const png = await rasterise(structureStill(view));
  const bundle: Bundle = {
    data: {
      [STRUCTURE_MIME]: view,
      "image/png": png.toString("base64"),
      "text/plain": view.description,
    },
    metadata: { "image/png": { width: WIDTH, height: HEIGHT, alt: view.description } },
  };
  return publish(bundle) ? undefined : bundle;
}
