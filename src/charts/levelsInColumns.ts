import { frameOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type LevelFrame, levelRows, levelTooltip, withRoom } from "./levels.js";
import { byName, coloursOf, LABEL, LETTER } from "./looks.js";

/** Pixels of a level in a column, and from one column to the next, labels aside. */
const [LEVEL, COLUMN] = [60, 84];

/** Sets of levels side by side. */
export function levelsInColumns(chart: LevelFrame): ChartSpec {
  const { levels, y } = chart;
  const names = levels.map(({ name }) => name);
  const { encoding, ...frame } = frameOf("levelDiagram", { ...chart, x: { title: "set" } });
  const longest = Math.max(...levels.flatMap(levelRows).map(({ label }) => label.length));
  return {
    ...frame,
    width: (COLUMN + LETTER * longest) * levels.length,
    datasets: {
      levels: levels.flatMap(levelRows),
      labels: levels.flatMap((set) => withRoom(levelRows(set), y)),
    },
    usermeta: { tables: ["levels"] },
    data: { name: "levels" },
    encoding: {
      y: encoding.y!,
      x: { field: "name", type: "nominal", sort: null, title: null, axis: { labelAngle: 0 } },
    },
    layer: [
      {
        data: { name: "labels" },
        mark: { ...LABEL, align: "left", baseline: "middle", dx: LEVEL / 2 + 4 },
        encoding: { text: { field: "label", type: "nominal" } },
      },
      {
        mark: {
          type: "tick",
          orient: "horizontal",
          size: LEVEL,
          thickness: 2,
          opacity: 1,
          clip: true,
        },
        encoding: {
          color: { ...byName(names, coloursOf(names, 0)), legend: null },
          tooltip: levelTooltip(y),
        },
      },
    ],
  };
}
