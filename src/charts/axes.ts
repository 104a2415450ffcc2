import type { PositionFieldDef } from "vega-lite/build/src/channeldef.js";
import type { LayerSpec } from "vega-lite/build/src/spec/layer.js";
import type { TopLevel } from "vega-lite/build/src/spec/toplevel.js";

/** What every builder of a chart with two axes is given, how it is checked, and how it is drawn. */

export interface Axis {
  /**
   * Quantity and unit, "R / bohr" or "F / (hartree/bohr)". A quantity without a unit, such as
   * "epoch", stands alone.
   */
  readonly title: string;
  /** Smallest and largest value shown, in that unit; what lies outside is cut off. Absent: all of it. */
  readonly domain?: readonly [number, number];
  /** Equal ratios are equal lengths; every number on it must be positive. Absent: equal differences are. */
  readonly log?: boolean;
}

export interface Frame {
  /** A sentence that says what the chart shows. It is read aloud to those who cannot see the chart. */
  readonly description: string;
  readonly title?: string;
  readonly x: Axis;
  readonly y: Axis;
}

export type LayeredChart = TopLevel<LayerSpec<string>> & { readonly description: string };

/** A chart without its layers. */
export type ChartFrame = Omit<LayeredChart, "layer"> &
  Required<Pick<LayeredChart, "encoding" | "resolve">>;

/** The unit in an axis title: "hartree/bohr" of "F / (hartree/bohr)"; "" when there is none. */
export function unitOf(title: string): string {
  const unit = title.split(" / ").slice(1).at(-1) ?? "";
  return unit.replace(/^\((.*)\)$/, "$1");
}

/** A title of quantity and unit: "error / (eV/atom)"; the quantity alone when there is no unit. */
export function titleOf(quantity: string, unit: string): string {
  if (unit === "") return quantity;
  return `${quantity} / ${/[\s/·]/.test(unit) ? `(${unit})` : unit}`;
}

/** Titles that say something, domains that rise, and are positive where the axis is logarithmic. */
export function requireAxes(where: string, axes: Readonly<Record<string, Axis>>): void {
  for (const [name, { title, domain, log }] of Object.entries(axes)) {
    const axis = `${where}: ${name}`;
    if (typeof title !== "string" || title.trim() === "")
      throw new TypeError(`${axis}.title must be a text like "R / bohr", got ${title}`);
    if (domain && !(domain.every(Number.isFinite) && domain[0] < domain[1]))
      throw new RangeError(`${axis}.domain must be [smaller, larger], got [${domain.join(", ")}]`);
    if (log && domain && domain[0] <= 0)
      throw new RangeError(
        `${axis}.domain must be positive on a logarithmic axis, got [${domain.join(", ")}]`,
      );
  }
}

export function requireLinear(where: string, axes: Readonly<Record<string, Axis>>): void {
  for (const [name, { log }] of Object.entries(axes))
    if (log) throw new RangeError(`${where}: ${name} must be a linear axis, got a logarithmic one`);
}

/** Room around what is drawn. */
export interface Margin {
  /** Pixels beyond the outermost values, where an axis has no domain. */
  readonly padding?: number;
  /** Smallest and largest values, where they are not all in the data that is drawn first. */
  readonly extent?: Readonly<Record<"x" | "y", readonly [number, number]>>;
}

/** The chart around the layers: size, title, axes. Each layer has colours and a legend of its own. */
export function frameOf(
  where: string,
  frame: Frame,
  { padding = 0, extent }: Margin = {},
): ChartFrame {
  const { description, title, x, y } = frame;
  requireAxes(where, { x, y });
  return {
    description,
    ...(title === undefined ? {} : { title }),
    width: 480,
    height: 300,
    encoding: {
      x: position("x", x, padding, extent?.x),
      y: position("y", y, padding, extent?.y),
    },
    resolve: { scale: { color: "independent", strokeDash: "independent", shape: "independent" } },
  };
}

/** One axis as an encoding of the column "x" or "y". */
function position(
  field: "x" | "y",
  { title, domain, log }: Axis,
  padding: number,
  extent?: readonly [number, number],
): PositionFieldDef<string> {
  const all = {
    ...(extent && { domain: [...extent] }),
    ...(!log && { zero: false }),
    nice: field === "y",
    padding,
  };
  return {
    field,
    type: "quantitative",
    title,
    scale: {
      ...(log && { type: "log" }),
      ...(domain ? { domain: [...domain], nice: false } : all),
    },
    ...(log && { axis: POWERS_OF_TEN }),
  };
}

const exponent = "round(log(datum.value) / LN10)";

/** Labels of a logarithmic axis or legend: 10⁻³ for a power of ten, Vega's own words for what is between. */
export const POWERS_OF_TEN: { readonly labelExpr: string } = {
  labelExpr:
    `datum.label === '' || abs(datum.value / pow(10, ${exponent}) - 1) > 1e-9 ? datum.label : ` +
    `'10' + (${exponent} < 0 ? '⁻' : '') + ` +
    `(abs(${exponent}) > 99 ? '⁰¹²³⁴⁵⁶⁷⁸⁹'[floor(abs(${exponent}) / 100)] : '') + ` +
    `(abs(${exponent}) > 9 ? '⁰¹²³⁴⁵⁶⁷⁸⁹'[floor(abs(${exponent}) / 10) % 10] : '') + ` +
    `'⁰¹²³⁴⁵⁶⁷⁸⁹'[abs(${exponent}) % 10]`,
};
