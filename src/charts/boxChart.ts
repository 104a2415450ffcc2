import { type Axis, type Frame, frameOf } from "./axes.js";
import type { ChartSpec } from "./chartSpec.js";
import { type Layer, zoomable } from "./layers.js";
import { byName, coloursOf, LABEL, LETTER, NUMBER } from "./looks.js";
import {
  extentOf,
  numberText,
  requireNumbers,
  requireRising,
  widened,
  withSentences,
} from "./numbers.js";
import { kindOn, requireNames, requireSome } from "./series.js";

export interface BoxChart extends Frame {
  /** At most 20. */
  readonly boxes: readonly Box[];
}

export interface Box {
  /** Its words, in the box's upper left corner, or above it where there is no room. */
  readonly name: string;
  /** From where to where, in the unit of the x axis. */
  readonly x: readonly [number, number];
  /** From where to where, in the unit of the y axis. */
  readonly y: readonly [number, number];
}

/**
 * Ranges of two quantities as boxes with their names: the lengths and times that a method reaches, usually
 * on logarithmic axes, which end at powers of ten where they have no domain. The description gets all
 * ranges.
 *
 * @throws RangeError when a range does not rise or is not finite, or not positive on a logarithmic axis, a
 *   name comes twice, or there are more than 20
 */
export function boxChart(chart: BoxChart): ChartSpec {
  const { boxes } = chart;
  requireBoxes(chart);
  const full = { ...chart, x: withDomain(chart, "x"), y: withDomain(chart, "y") };
  return {
    ...frameOf("boxChart", full),
    description: withSentences(chart.description, ...boxes.map((box) => sentence(chart, box))),
    datasets: {
      boxes: boxes.map(({ name, x, y }) => ({ name, x: x[0], x2: x[1], y: y[0], y2: y[1] })),
    },
    usermeta: { tables: ["boxes"] },
    layer: zoomable([rectangles(chart), ...words(full)]),
  };
}

function rectangles({ boxes, x, y }: BoxChart): Layer {
  const domain = boxes.map(({ name }) => name);
  const range = (field: "x" | "y", { title }: Axis) => [
    { field, title: `${title} from`, ...NUMBER },
    { field: `${field}2`, title: `${title} to`, ...NUMBER },
  ];
  const colour = { ...byName(domain, coloursOf(domain, 0)), legend: null };
  return {
    data: { name: "boxes" },
    mark: { type: "rect", clip: true, fillOpacity: 0.2, strokeWidth: 1.5, cornerRadius: 3 },
    encoding: {
      x2: { field: "x2" },
      y2: { field: "y2" },
      fill: colour,
      stroke: colour,
      tooltip: [
        { field: "name", type: "nominal", title: "which" },
        ...range("x", x),
        ...range("y", y),
      ],
    },
  };
}

/** Pixels of the chart, and of a line of letters. */
const [WIDTH, HEIGHT, LINE] = [480, 300, 14];

type Full = BoxChart & Readonly<Record<"x" | "y", Axis & Required<Pick<Axis, "domain">>>>;

/** The names in the boxes' upper left corners, or above them. */
function words({ boxes, x, y }: Full): Layer[] {
  const pixels = (axis: Full["x"], [from, to]: readonly [number, number], all: number): number =>
    (all * (scaled(axis, to) - scaled(axis, from))) /
    (scaled(axis, axis.domain[1]) - scaled(axis, axis.domain[0]));
  const rows = boxes.map((box) => {
    const lines = wrapped(box.name, pixels(x, box.x, WIDTH) / LETTER - 1);
    const fits = lines !== undefined && lines.length * LINE < pixels(y, box.y, HEIGHT);
    return { fits, name: fits ? lines.join("\n") : box.name, x: box.x[0], y: box.y[1] };
  });
  return [true, false].map((inside) => ({
    data: { values: rows.filter(({ fits }) => fits === inside).map(({ fits: _, ...row }) => row) },
    mark: {
      ...LABEL,
      align: "left",
      lineBreak: "\n",
      ...(inside ? { baseline: "top", dx: 4, dy: 4 } : { baseline: "bottom", dy: -3 }),
    },
    encoding: { text: { field: "name", type: "nominal" } },
  }));
}

/** A text in lines of at most so many letters, broken at blanks; undefined when a word is longer. */
function wrapped(text: string, letters: number): string[] | undefined {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    if (word.length > letters) return undefined;
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const scaled = ({ log }: Axis, value: number): number => (log ? Math.log10(value) : value);

/** The axis with the domain that holds all boxes; a logarithmic one ends at powers of ten. */
function withDomain(chart: BoxChart, name: "x" | "y"): Full["x"] {
  const axis = chart[name];
  const [from, to] = extentOf(chart.boxes.flatMap((box) => box[name]));
  const powers = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))] as const;
  const all = axis.log ? ([10 ** powers[0], 10 ** powers[1]] as const) : widened([from, to]);
  return { ...axis, domain: axis.domain ?? all };
}

/** "DFT: length / m from 1e-10 to 1e-8, time / s from 1e-15 to 1e-11." */
function sentence({ x, y }: BoxChart, box: Box): string {
  const range = ({ title }: Axis, [from, to]: readonly [number, number]): string =>
    `${title} from ${numberText(from)} to ${numberText(to)}`;
  return `${box.name}: ${range(x, box.x)}, ${range(y, box.y)}.`;
}

const MOST_BOXES = 20;

function requireBoxes({ boxes, ...axes }: BoxChart): void {
  requireSome("boxChart: boxes", boxes);
  if (boxes.length > MOST_BOXES)
    throw new RangeError(`boxChart: boxes must be at most ${MOST_BOXES}, got ${boxes.length}`);
  requireNames("boxChart", boxes);
  for (const box of boxes)
    for (const name of ["x", "y"] as const) {
      const where = `boxChart: "${box.name}": ${name}`;
      requireNumbers(where, box[name], kindOn(axes[name]));
      requireRising(where, box[name]);
    }
}
