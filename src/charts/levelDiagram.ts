import { type Axis, type Frame, requireLinear } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type Levels, levelsSentence, requireLevels } from "./levels.js";
import { levelsInColumns } from "./levelsInColumns.js";
import { levelsInWell } from "./levelsInWell.js";
import { extentOf, widened, withSentences } from "./numbers.js";
import { type Curve, requireSets, requireSome } from "./series.js";

export interface LevelDiagram extends Omit<Frame, "x"> {
  /** One to six sets, in a well at most five. */
  readonly levels: readonly Levels[];
  /** The well in which they lie, and its x axis. Absent: the sets stand side by side. */
  readonly curve?: Curve;
  readonly x?: Axis;
}

/**
 * Energy levels as horizontal lines. In a `curve` each is drawn between the outermost points at which a
 * classical particle of that energy turns round, with its label at the right end (a second set at the left;
 * further sets have theirs only under the mouse). Without a curve the sets stand side by side. A label
 * that would touch the one below it is left out. The description gets number, lowest and highest level of
 * each set.
 *
 * @throws RangeError when a level lies below the whole curve, when a number is not finite, lengths differ, or
 *   a name comes twice
 */
export function levelDiagram(chart: LevelDiagram): ChartSpec {
  const { y, levels, curve, x } = chart;
  requireSome("levelDiagram: levels", levels);
  requireSets("levelDiagram", { sets: [...(curve ? [curve] : []), ...levels] });
  requireLinear("levelDiagram", { y, ...(x && { x }) });
  for (const set of levels) requireLevels("levelDiagram", set);
  if ((curve === undefined) !== (x === undefined))
    throw new TypeError("levelDiagram: curve and x must be given together, or neither");
  const heights = [...levels, ...(curve ? [curve] : [])].map((set) => set.y);
  const full = {
    ...chart,
    y: { ...y, domain: y.domain ?? widened(extentOf(...heights)) },
    description: withSentences(chart.description, ...levels.map((set) => levelsSentence(set, y))),
  };
  return curve && x ? levelsInWell({ ...full, x }, curve) : levelsInColumns(full);
}
