import type { Encoding } from "vega-lite/build/src/encoding.js";
import { type Axis, POWERS_OF_TEN, requireAxes } from "./axes.js";
import { roundNumbers } from "./numbers.js";

/** A quantity shown by colours. */
export interface ColourAxis extends Axis {
  /** Where the colours begin and end; what lies outside has the colour of the nearer end. Absent: all of it. */
  readonly domain?: readonly [number, number];
  /** The value that is drawn white, with blue below it and orange above. Absent: violet to yellow. */
  readonly middle?: number;
}

/** A colour axis that has been checked, and knows what it has to show. */
export interface Colours extends ColourAxis {
  readonly domain: readonly [number, number];
  /** Is there anything below the domain, and above it? */
  readonly beyond: readonly [boolean, boolean];
}

/** @param extent  the smallest and the largest number that will be shown */
export function checkedColours(
  where: string,
  z: ColourAxis,
  extent: readonly [number, number],
): Colours {
  requireAxes(where, { z });
  const [from, to] = z.domain ?? extent;
  if (!(from < to))
    throw new RangeError(
      `${where}: z.domain must be given, because z is the same everywhere, got ${from}`,
    );
  if (z.middle !== undefined && (z.log || !(z.middle > from && z.middle < to)))
    throw new RangeError(
      `${where}: z.middle must lie between ${from} and ${to} on linear colours, got ${z.middle}`,
    );
  return { ...z, domain: [from, to], beyond: [extent[0] < from, extent[1] > to] };
}

/** The column "z" as colours, with a scale beside the chart that says "≥" where its end holds more. */
export function colourEncoding(z: Colours): ColourEncoding {
  const [from, to] = z.domain;
  const words = z.log ? POWERS_OF_TEN.labelExpr : "datum.label";
  const ends = [
    z.beyond[0] ? `datum.value <= ${from} ? '≤ ' + (${words}) : ` : "",
    z.beyond[1] ? `datum.value >= ${to} ? '≥ ' + (${words}) : ` : "",
  ];
  return {
    field: "z",
    type: "quantitative",
    title: z.title,
    scale: {
      ...(z.log && { type: "log" }),
      domain: [from, to],
      ...(z.middle === undefined
        ? { scheme: "viridis" }
        : { scheme: "blueorange", domainMid: z.middle }),
      clamp: true,
      nice: false,
    },
    legend: {
      gradientLength: 200,
      labelExpr: `${ends.join("")}${words}`,
      ...(!z.log && { values: legendValues(z) }),
    },
  };
}

type ColourEncoding = NonNullable<Encoding<string>["color"]>;

/** Round numbers, and the ends of the colours where more lies beyond them. */
function legendValues({ domain: [from, to], beyond: [below, above] }: Colours): number[] {
  const round = roundNumbers(from, to, 6);
  const apart = (to - from) / 15;
  const free = (value: number): boolean =>
    (!below || value - from > apart) && (!above || to - value > apart);
  return [...(below ? [from] : []), ...round.filter(free), ...(above ? [to] : [])];
}

/** Where on the colours a value lies, from 0 to 1. */
export function shareOf({ domain: [from, to], log }: Colours, value: number): number {
  const share = log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return Math.max(0, Math.min(1, share));
}
