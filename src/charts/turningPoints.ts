import type { Curve } from "./series.js";

/**
 * The smallest and the largest x at which a curve is not above a height, by straight lines between its
 * points; the curve's own end where it is not above the height there. In classical mechanics a particle of that energy
 * turns round there.
 *
 * @returns undefined when the whole curve is above the height
 */
export function turningPoints(
  { x, y }: Pick<Curve, "x" | "y">,
  height: number,
): readonly [number, number] | undefined {
  const order = Array.from({ length: x.length }, (_, i) => i).sort((i, j) => x[i]! - x[j]!);
  const first = order.findIndex((i) => y[i]! <= height);
  if (first < 0) return undefined;
  const last = order.length - 1 - [...order].reverse().findIndex((i) => y[i]! <= height);
  const crossing = (inside: number, outside: number): number => {
    const [i, o] = [order[inside]!, order[outside]];
    if (o === undefined) return x[i]!;
    return x[i]! + ((height - y[i]!) / (y[o]! - y[i]!)) * (x[o]! - x[i]!);
  };
  return [crossing(first, first - 1), crossing(last, last + 1)];
}
