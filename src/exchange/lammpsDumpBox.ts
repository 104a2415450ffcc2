/** The box of a dump, angstrom. Index letters: c = 3 Cartesian axes. */
export interface Box {
  readonly origin: Float64Array;
  readonly cell: Float64Array;
  readonly periodic: boolean;
}

/** "pp pp pp", before it "xy xz yz" if the box is tilted; then rows of low, high and a tilt. */
export function readBox(lines: readonly string[], at: number, rest: string): Box {
  const words = rest.split(/\s+/);
  const tilted = words.slice(0, 3).join(" ") === "xy xz yz";
  const walls = words.slice(tilted ? 3 : 0);
  const repeats = walls.map((wall) => wall === "pp");
  if (walls.length !== 3 || repeats.some((yes) => yes !== repeats[0]))
    refuse(at, `must repeat in all directions or in none, got "${rest}"`);
  const rows = [1, 2, 3].map((k) => numbersIn(lines, at + k, tilted ? 3 : 2));
  const [xy, xz, yz] = rows.map((row) => row[2] ?? 0) as [number, number, number];
  // What is written is the upright box around the tilted one.
  const low = [Math.min(0, xy, xz, xy + xz), Math.min(0, yz), 0];
  const high = [Math.max(0, xy, xz, xy + xz), Math.max(0, yz), 0];
  const origin = Float64Array.from(rows, (row, d) => row[0]! - low[d]!);
  const [lx, ly, lz] = rows.map((row, d) => row[1]! - high[d]! - origin[d]!) as [
    number,
    number,
    number,
  ];
  const cell = Float64Array.of(lx, 0, 0, xy, ly, 0, xz, yz, lz);
  return { origin, cell, periodic: repeats[0]! };
}

function numbersIn(lines: readonly string[], at: number, count: number): number[] {
  const numbers = lines[at]!.trim().split(/\s+/).map(Number);
  if (numbers.length !== count || !numbers.every(Number.isFinite))
    refuse(at, `must have ${count} numbers, got "${lines[at]}"`);
  return numbers;
}

/** Refuses a line of a dump; lines are counted from 1 in messages, from 0 in the code. */
export function refuse(at: number, what: string): never {
  throw new RangeError(`parseLammpsDump: line ${at + 1} ${what}`);
}
