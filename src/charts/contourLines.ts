/** Where a quantity has one value, on a grid: the points x₀ y₀ x₁ y₁ ... of a line. */
export type ContourLine = readonly number[];

/**
 * The lines along which a field on a rectangular grid has the value `level`, by marching squares, the flat
 * case of the method of W. E. Lorensen and H. E. Cline, Comput. Graph. 21, 163 (1987).
 *
 * A line crosses an edge of the grid when one of its ends is below the level and the other is not, where
 * linear interpolation gives the level. Two crossings of a cell are joined straight; of four, those that
 * leave the middle of the cell on the side of the mean of its corners. So every line is closed (its last
 * point is its first) or runs from border to border, and no two lines cross. How far a line is from the
 * true one shrinks with the square of the grid's width.
 *
 * @param grid   x and y rising, shapes [i] and [j]; z(x_i, y_j) at the index j · (number of x) + i
 */
export function contourLines(grid: Grid, level: number): ContourLine[] {
  const links = linksOf(grid, level);
  const trace = (start: number): ContourLine => {
    const line = [...crossing(grid, start, level)];
    let edge = start;
    for (let next = links.get(edge)?.[0]; next !== undefined; next = links.get(edge)?.[0]) {
      unlink(links, edge, next);
      unlink(links, next, edge);
      line.push(...crossing(grid, next, level));
      edge = next;
    }
    return line;
  };
  // Edges with one link are at the border, where lines begin and end; what is left then is closed.
  const atBorder = [...links.keys()].filter((edge) => links.get(edge)!.length === 1);
  const lines: ContourLine[] = [];
  for (const edge of [...atBorder, ...links.keys()])
    if (links.get(edge)!.length > 0) lines.push(trace(edge));
  return lines;
}

export interface Grid {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly z: ArrayLike<number>;
}

/** To each crossed edge, the one or two that a line goes on to. Edges have numbers, see `crossing`. */
type Links = Map<number, number[]>;

function linksOf({ x, y, z }: Grid, level: number): Links {
  const links: Links = new Map();
  const link = (a: number, b: number): void => {
    links.set(a, [...(links.get(a) ?? []), b]);
    links.set(b, [...(links.get(b) ?? []), a]);
  };
  for (let j = 0; j + 1 < y.length; j++)
    for (let i = 0; i + 1 < x.length; i++) {
      const corner = j * x.length + i;
      const [a, b] = [z[corner]!, z[corner + 1]!];
      const [d, c] = [z[corner + x.length]!, z[corner + x.length + 1]!];
      const [bottom, left] = [2 * corner, 2 * corner + 1];
      const [top, right] = [2 * (corner + x.length), 2 * (corner + 1) + 1];
      // The corners a b c d go round the cell; each crossed edge lies between two that differ.
      const above = [a, b, c, d].map((value) => value >= level);
      const crossed = [bottom, right, top, left].filter((_, k) => above[k] !== above[(k + 1) % 4]);
      if (crossed.length === 2) link(crossed[0]!, crossed[1]!);
      if (crossed.length < 4) continue;
      const likeA = (a + b + c + d) / 4 >= level === above[0];
      link(bottom, likeA ? right : left);
      link(top, likeA ? left : right);
    }
  return links;
}

/** The point on an edge: number 2k goes from grid point k along x, 2k + 1 from it along y. */
function crossing({ x, y, z }: Grid, edge: number, level: number): [number, number] {
  const k = edge >> 1;
  const [i, j] = [k % x.length, Math.floor(k / x.length)];
  const along = edge % 2 === 0 ? x : y;
  const [from, to] = edge % 2 === 0 ? [i, k + 1] : [j, k + x.length];
  const part = (level - z[k]!) / (z[to]! - z[k]!);
  const place = along[from]! + part * (along[from + 1]! - along[from]!);
  return edge % 2 === 0 ? [place, y[j]!] : [x[i]!, place];
}

function unlink(links: Links, from: number, to: number): void {
  const list = links.get(from)!;
  list.splice(list.indexOf(to), 1);
}
