import { type Frame, frameOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { curveLayers, type Layer, zoomable } from "./layers.js";
import { type LevelFrame, levelRows, levelTooltip, withRoom } from "./levels.js";
import { byName, coloursOf, LABEL, LONG_LINES, NUMBER } from "./looks.js";
import { extentOf } from "./numbers.js";
import { type Curve, rowsOf } from "./series.js";
import { DASHES } from "./style.js";
import { turningPoints } from "./turningPoints.js";

/** Levels in a well, each from the first to the last point where the curve is not above it. */
export function levelsInWell(chart: LevelFrame & Pick<Frame, "x">, curve: Curve): ChartSpec {
  const { levels, y } = chart;
  const names = levels.map(({ name }) => name);
  const sets = levels.map((set) =>
    levelRows(set).map((row) => ({ ...row, ...endsOf(row, curve) })),
  );
  const label = (k: number): Layer => ({
    data: { values: withRoom(sets[k]!, y) },
    mark: {
      ...LABEL,
      ...(k === 0 ? { align: "left", dx: 4 } : { align: "right", dx: -4 }),
      baseline: "middle",
      clip: true,
    },
    encoding: {
      x: { field: k === 0 ? "x2" : "x" },
      text: { field: "label", type: "nominal", title: "level" },
    },
  });
  return {
    ...frameOf("levelDiagram", chart),
    datasets: { curves: rowsOf("levelDiagram", chart, [curve]), levels: sets.flat() },
    usermeta: { tables: ["levels", "curves"] },
    layer: zoomable([
      ...curveLayers([curve], chart),
      ...names.slice(0, 2).map((_, k) => label(k)),
      {
        data: { name: "levels" },
        mark: { type: "rule", clip: true, strokeWidth: 1.5 },
        encoding: {
          x2: { field: "x2" },
          color: { ...byName(names, coloursOf(names, 1)), legend: LONG_LINES },
          strokeDash: { ...byName(names, DASHES.slice(0, names.length)), legend: LONG_LINES },
          tooltip: [
            ...levelTooltip(y),
            { field: "x", title: chart.x.title, ...NUMBER },
            { field: "x2", title: `${chart.x.title}, outer`, ...NUMBER },
          ],
        },
      },
    ]),
  };
}

/** Where a level begins and ends in the well. */
function endsOf({ name, y }: { name: string; y: number }, curve: Curve) {
  const ends = turningPoints(curve, y);
  if (!ends)
    throw new RangeError(
      `levelDiagram: "${name}": levels must not lie below all of "${curve.name}", whose lowest is ` +
        `${extentOf(curve.y)[0]} (is zero the same for both?), got ${y}`,
    );
  return { x: ends[0], x2: ends[1] };
}
