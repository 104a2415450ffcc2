import type { ExprRef } from "vega-lite/build/src/expr.js";
import type { Legend as AnyLegend } from "vega-lite/build/src/legend.js";
import type { MarkDef } from "vega-lite/build/src/mark.js";
import type { UnitSpec } from "vega-lite/build/src/spec/unit.js";
import type { Curve, Points } from "./series.js";
import { DASHES, PALETTE, SHAPES } from "./style.js";

/** How sets are told apart and how words and numbers are written, in Vega-Lite's words. */

export type Legend = AnyLegend<ExprRef>;

/** Lines that are joined in the order given, with a legend. */
export function lines(
  curves: readonly Pick<Curve, "name" | "dashed">[],
  taken = 0,
  legend: Legend | null = LONG_LINES,
): Pick<UnitSpec<string>, "mark" | "encoding"> {
  const domain = curves.map((curve) => curve.name);
  return {
    mark: { type: "line", clip: true, order: false },
    encoding: {
      color: { ...byName(domain, coloursOf(domain, taken)), legend },
      strokeDash: { ...byName(domain, dashesOf(curves, taken)), legend },
    },
  };
}

/** How sets of points are told apart: filled symbols, the more the smaller. */
export function symbols(points: readonly Points[], taken = 0): Symbols {
  const names = points.map((set) => set.name);
  const count = points.reduce((sum, { x }) => sum + x.length, 0);
  const size = count <= 300 ? 55 : count <= 2000 ? 25 : 10;
  return {
    mark: { type: "point", filled: true, size, opacity: 1, clip: true },
    color: byName(names, coloursOf(names, taken)),
    shape: byName(names, SHAPES.slice(0, names.length)),
  };
}

interface Symbols {
  readonly mark: MarkDef<"point">;
  readonly color: ByName<string>;
  readonly shape: ByName<string>;
}

/** A number of a tooltip. */
export const NUMBER = { type: "quantitative", format: ".6~g" } as const;

/** A legend's lines 27 pixels long, enough for dashes: Vega's own are as wide as they are high. */
export const LONG_LINES = {
  symbolType: "M-3,0L3,0",
  symbolSize: 80,
  symbolOffset: 9,
  labelOffset: 13,
} as const;

/** A legend of symbols below one of LONG_LINES. */
export const IN_LINE = { symbolOffset: 9, labelOffset: 13 } as const;

/** Words in the chart. Without a fill of their own they have the colour of the axes' labels, in dark themes too. */
export const LABEL = {
  type: "text",
  style: "guide-label",
  filled: false,
  stroke: null,
  fontSize: 11,
} as const;

/** Pixels of a letter of a LABEL, a little more than the average of small ones in DejaVu Sans. */
export const LETTER = 7;

/** A channel that tells sets apart by their name. */
export function byName<Value>(domain: readonly string[], range: readonly Value[]): ByName<Value> {
  return { field: "name", title: null, scale: { domain: [...domain], range: [...range] } };
}

interface ByName<Value> {
  field: "name";
  title: null;
  scale: { domain: string[]; range: Value[] };
}

export const coloursOf = (names: readonly string[], taken: number): string[] =>
  names.map((_, i) => PALETTE[(i + taken) % PALETTE.length]!);

/** To each curve the first pattern that is still free; to one that asks to be dashed, not the solid line. */
function dashesOf(curves: readonly Pick<Curve, "dashed">[], taken: number): number[][] {
  const free = DASHES.slice(taken);
  return curves.map(({ dashed }) => {
    const next = dashed && free[0] === DASHES[0] ? 1 : 0;
    return [...free.splice(next, 1)[0]!];
  });
}
