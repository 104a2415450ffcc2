import { type Frame, frameOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import type { Layer } from "./layers.js";
import { LABEL, NUMBER } from "./looks.js";
import { extentOf, numberLabel, numberText, requireNumbers, withSentences } from "./numbers.js";
import { kindOn, requireNames, requireSome } from "./series.js";
import { PALETTE } from "./style.js";

export interface BarChart extends Omit<Frame, "y"> {
  /** From top to bottom, at most 40. */
  readonly bars: readonly Bar[];
}

export interface Bar {
  /** Its words at the left. */
  readonly name: string;
  /** How far it goes, in the unit of the x axis. */
  readonly x: number;
  /** The bars of a group share a colour and a filling; up to three groups. For all bars or for none. */
  readonly group?: string;
}

/**
 * Numbers side by side, as bars to the right with the number at their end. On a logarithmic axis, which
 * has no zero, the bars begin at a power of ten below the least number; there equal lengths are equal
 * ratios. The description gets all numbers.
 *
 * @throws RangeError when a number is not finite, or not positive on a logarithmic axis, when two bars of a
 *   group have one name, or when there are too many bars or groups
 */
export function barChart(chart: BarChart): ChartSpec {
  const { bars, x } = chart;
  requireBars(chart);
  const names = [...new Set(bars.map((bar) => bar.name))];
  const groups = [...new Set(bars.flatMap((bar) => bar.group ?? []))];
  const values = bars.map((bar) => bar.x);
  const start = x.log ? (x.domain?.[0] ?? powerBelow(Math.min(...values))) : 0;
  const domain = x.domain ?? withRoomAtTheEnd(extentOf([start], values), x.log);
  const { encoding, ...frame } = frameOf("barChart", {
    ...chart,
    x: { ...x, domain },
    y: { title: "name" },
  });
  return {
    ...frame,
    description: withSentences(chart.description, sentence(chart)),
    height: bars.length * (groups.length > 0 ? 15 : 20) + names.length * 6,
    datasets: { bars: bars.map((bar) => ({ ...bar })) },
    data: { name: "bars" },
    usermeta: { tables: ["bars"] },
    encoding: {
      x: encoding.x!,
      y: { field: "name", type: "nominal", sort: names, title: null, axis: { labelLimit: 240 } },
      ...(groups.length > 0 && {
        yOffset: { field: "group", type: "nominal", sort: groups, title: "group" },
      }),
    },
    layer: barLayers(chart, groups, start),
  };
}

/** How much of its colour fills the bars of each group; all have its line around them. */
const FILLS = [1, 0.4, 0];

function barLayers({ bars, x }: BarChart, groups: readonly string[], start: number): Layer[] {
  const channel = <Value>(range: readonly Value[]) => ({
    field: "group",
    type: "nominal" as const,
    title: null,
    scale: { type: "ordinal" as const, domain: [...groups], range: range.slice(0, groups.length) },
  });
  const grouped = {
    fill: channel(PALETTE),
    stroke: channel(PALETTE),
    fillOpacity: { ...channel(FILLS), type: "ordinal" as const },
  };
  return [
    {
      mark: {
        type: "bar",
        clip: true,
        ...(groups.length === 0 ? { color: PALETTE[0]! } : { strokeWidth: 1.5 }),
      },
      encoding: {
        x: { field: "x", stack: null },
        x2: { datum: start },
        ...(groups.length > 0 && grouped),
        tooltip: [
          { field: "name", type: "nominal", title: "which" },
          ...(groups.length > 0
            ? [{ field: "group", type: "nominal", title: "group" } as const]
            : []),
          { field: "x", title: x.title, ...NUMBER },
        ],
      },
    },
    {
      data: {
        values: bars.map((bar) => ({
          ...bar,
          x: Math.max(bar.x, start),
          words: numberLabel(bar.x),
        })),
      },
      mark: { ...LABEL, align: "left", baseline: "middle", dx: 5, clip: false },
      encoding: { text: { field: "words", type: "nominal" } },
    },
  ];
}

const powerBelow = (least: number): number => 10 ** Math.floor(Math.log10(least) - 0.1);

/** An eighth of the axis more, for the number beside the longest bar. */
function withRoomAtTheEnd([from, to]: readonly [number, number], log = false): [number, number] {
  return [from, log ? to * (to / from) ** 0.125 : to + 0.125 * (to - from)];
}

function sentence({ bars, x }: BarChart): string {
  const words = bars.map(
    ({ name, group, x: value }) => `${name}${group ? `, ${group}` : ""} ${numberText(value)}`,
  );
  return `${x.title}: ${words.join("; ")}.`;
}

const MOST_BARS = 40;

function requireBars({ bars, x }: BarChart): void {
  requireSome("barChart: bars", bars);
  if (bars.length > MOST_BARS)
    throw new RangeError(`barChart: bars must be at most ${MOST_BARS}, got ${bars.length}`);
  for (const { name, x: value } of bars)
    requireNumbers(`barChart: "${name}": x`, [value], kindOn(x));
  const groups = [...new Set(bars.map((bar) => bar.group))];
  if (groups.length > 1 && groups.includes(undefined))
    throw new RangeError("barChart: group must be given for all bars or for none, got some");
  for (const group of groups)
    requireNames(
      "barChart",
      bars.filter((bar) => bar.group === group),
    );
  if (groups.length > FILLS.length)
    throw new RangeError(
      `barChart: groups must be at most ${FILLS.length}, more cannot be told apart, got ${groups.length}`,
    );
}
