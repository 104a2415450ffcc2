import { ASPECT, turned } from "./structureCamera.js";
import { cornersOf, type StructureFrame, type StructureView } from "./structureView.js";

/** Size of the picture, pixels. */
export const WIDTH: number = 480;
export const HEIGHT: number = WIDTH / ASPECT;

/** Something to paint, and how near to the eye it is. */
interface Item {
  readonly depth: number;
  readonly svg: string;
}
type Point = readonly [number, number, number];

/**
 * The first frame of a view as an SVG picture: balls, sticks and the edges of the cell, painted from back
 * to front. Without a background, in colours that can be seen on white and on black. Only sums, products
 * and square roots are computed, which every machine rounds alike: the same view gives the same text.
 */
export function structureStill(view: StructureView): string {
  const { elements, looks, labelled, stickRadius, frames, camera } = view;
  const { positions, cell, bonds = [] } = frames[0]!;
  const scale = HEIGHT / 2 / camera.halfHeight;
  const project = ([x, y, z]: Point): Point => {
    const [cx, cy, cz] = camera.centre;
    const [right, up, near] = turned(camera.turn, [x - cx, y - cy, z - cz]);
    return [WIDTH / 2 + scale * right, HEIGHT / 2 - scale * up, scale * near];
  };
  const balls = elements.map((symbol, i) => ({
    symbol,
    ...looks[symbol]!,
    at: project([positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!]),
    size: scale * looks[symbol]!.radius,
  }));
  const items = [
    ...balls.map((ball) => ballItem(ball, labelled)),
    ...bonds.flatMap(([i, j]) => stickItems(balls[i]!, balls[j]!, 2 * stickRadius * scale)),
    ...(cell ? edgeItems(cell, project) : []),
  ].sort((a, b) => a.depth - b.depth);
  const shades = Object.entries(looks).map(([symbol, { colour }]) => shade(symbol, colour));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" ` +
    `font-family="DejaVu Sans"><defs>${shades.join("")}</defs>` +
    `${items.map(({ svg }) => svg).join("")}${labelled ? "" : key(looks)}</svg>`
  );
}

interface DrawnBall {
  readonly symbol: string;
  readonly colour: string;
  readonly ink: string;
  readonly at: Point;
  /** Radius in pixels. */
  readonly size: number;
}

function ballItem({ symbol, ink, at, size }: DrawnBall, labelled: boolean): Item {
  const [x, y, depth] = at;
  const ball = `<circle cx="${px(x)}" cy="${px(y)}" r="${px(size)}" fill="url(#${symbol})" stroke="#555" stroke-width="0.8"/>`;
  const height = Math.min(24, Math.max(9, size));
  const text =
    `<text x="${px(x)}" y="${px(y + 0.36 * height)}" font-size="${px(height)}" fill="${ink}" ` +
    `text-anchor="middle">${symbol}</text>`;
  return { depth, svg: labelled ? ball + text : ball };
}

/** A stick in two halves, each in the colour of its atom, from the surface of the ball to the middle. */
function stickItems(one: DrawnBall, other: DrawnBall, width: number): Item[] {
  const middle = between(one.at, other.at, 1 / 2);
  const half = ({ at, size, colour }: DrawnBall): Item[] => {
    const length = Math.sqrt(
      at.reduce((sum, value, axis) => sum + (middle[axis]! - value) ** 2, 0),
    );
    if (size >= length) return [];
    // A little inside the ball, so that no gap is left.
    const start = between(at, middle, (0.9 * size) / length);
    const path = line(start, middle);
    const svg =
      `<path d="${path}" stroke="#555" stroke-width="${px(width + 1.6)}"/>` +
      `<path d="${path}" stroke="${colour}" stroke-width="${px(width)}"/>`;
    return [{ depth: (start[2] + middle[2]) / 2, svg }];
  };
  return [...half(one), ...half(other)];
}

/** The edges of the cell in short pieces, since an atom may be in front of one part and behind another. */
function edgeItems(
  cell: NonNullable<StructureFrame["cell"]>,
  project: (p: Point) => Point,
): Item[] {
  const corners = cornersOf(cell).map(project);
  const pieces = 12;
  const items: Item[] = [];
  for (const [i, from] of corners.entries())
    for (const step of [1, 2, 4]) {
      if (i & step) continue;
      const to = corners[i + step]!;
      for (let piece = 0; piece < pieces; piece++) {
        const start = between(from, to, piece / pieces);
        const end = between(from, to, (piece + 1) / pieces);
        const svg = `<path d="${line(start, end)}" stroke="#808080" stroke-width="1.5" stroke-linecap="round"/>`;
        items.push({ depth: (start[2] + end[2]) / 2, svg });
      }
    }
  return items;
}

/** The point that lies this share of the way from one to the other. */
const between = (from: Point, to: Point, share: number): Point => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
  from[2] + share * (to[2] - from[2]),
];

/** Which colour is which element, below the picture of many atoms. */
const key = (looks: StructureView["looks"]): string =>
  Object.keys(looks)
    .map((symbol, i) => {
      const [x, y] = [14 + 48 * i, HEIGHT - 14];
      return (
        `<circle cx="${x}" cy="${y}" r="6" fill="url(#${symbol})" stroke="#555" stroke-width="0.8"/>` +
        `<text x="${x + 10}" y="${y + 4.5}" font-size="13" fill="#767676">${symbol}</text>`
      );
    })
    .join("");

/** A ball lit from the upper left. */
const shade = (symbol: string, colour: string): string =>
  `<radialGradient id="${symbol}" cx="0.38" cy="0.34" r="0.7">` +
  `<stop offset="0" stop-color="${mixed(colour, 255, 0.5)}"/>` +
  `<stop offset="0.4" stop-color="${colour}"/>` +
  `<stop offset="1" stop-color="${mixed(colour, 0, 0.4)}"/></radialGradient>`;

/** A colour, a share of which is replaced by a grey from 0 to 255. */
function mixed(colour: string, grey: number, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const parts = channels.map((value) => Math.round((1 - share) * value + share * grey));
  return `rgb(${parts.join(",")})`;
}

const line = ([x, y]: Point, [x2, y2]: Point): string => `M${px(x)} ${px(y)}L${px(x2)} ${px(y2)}`;

/** Pixels, to a hundredth. */
const px = (value: number): string => value.toFixed(2);
