import type { Random } from "../numerics/random.js";

/** Eight cats' faces, drawn by hand for this course, 8 × 8: "#" is dark. */
const CATS: readonly string[] = [
  "#......# ##....## ######## #.#..#.# ######## ###..### .######. ..####..",
  "#......# ##....## ######## ##.##.## ######## ##.##.## .##..##. ..####..",
  ".#....#. .##..##. .######. .#.##.#. .######. .##..##. ..####.. ...##...",
  "#......# ###..### ######## #..##..# ######## #######. .#####.. ..###...",
  "#.....#. ##...##. #######. #.###.#. #######. ##.#.##. .#####.. ..###...",
  ".#.....# .##...## .####### .#.###.# .####### .##.#.## ..#####. ...###..",
  "##....## ##....## ######## #.####.# ######## ###..### ######## .######.",
  "#......# ##....## #.####.# #......# #.#..#.# #......# .#.##.#. ..####..",
];

/** Eight pictures of other things: ball, house, cross, tree, cup, fish, frame, heart. */
const OTHERS: readonly string[] = [
  "..####.. .######. ######## ######## ######## ######## .######. ..####..",
  "...##... ..####.. .######. ######## .#....#. .#.##.#. .#.##.#. .######.",
  "...##... ...##... ...##... ######## ######## ...##... ...##... ...##...",
  "...##... ..####.. ..####.. .######. .######. ######## ...##... ...##...",
  "........ ######.. ######## ######.# ######.# ######## ######.. .####...",
  "........ ..###..# .####.## ######## ######## .####.## ..###..# ........",
  "######## #......# #......# #......# #......# #......# #......# ########",
  ".##..##. ######## ######## ######## .######. ..####.. ...##... ........",
];

/** Darkness of each of the 64 pixels from 0 to 1, row after row from the top left. */
export type Picture = Float64Array;

export interface LabelledPicture {
  readonly pixels: Picture;
  /** 1: a cat. 0: something else. */
  readonly label: 0 | 1;
}

const drawn = (rows: string): Picture =>
  Float64Array.from(rows.replaceAll(" ", ""), (pixel) => (pixel === "#" ? 1 : 0));

/** The sixteen pictures as they were drawn: eight cats (label 1), then eight other things (label 0). */
export function drawings(): LabelledPicture[] {
  return [
    ...CATS.map((rows) => ({ pixels: drawn(rows), label: 1 as const })),
    ...OTHERS.map((rows) => ({ pixels: drawn(rows), label: 0 as const })),
  ];
}

/** A copy in which each pixel is moved by a random number from −amount/2 to amount/2 and kept from 0 to 1. */
export function noisy(
  { pixels, label }: LabelledPicture,
  amount: number,
  random: Random,
): LabelledPicture {
  const keep = (value: number): number => Math.min(1, Math.max(0, value));
  return { pixels: pixels.map((value) => keep(value + amount * (random() - 0.5))), label };
}

/** A copy moved by whole pixels to the right and down; what comes in is 0, what leaves is lost. */
export function shifted(
  { pixels, label }: LabelledPicture,
  right: number,
  down: number,
): LabelledPicture {
  const at = (row: number, column: number): number =>
    row >= 0 && row < 8 && column >= 0 && column < 8 ? pixels[8 * row + column]! : 0;
  return {
    pixels: pixels.map((_, i) => at(Math.floor(i / 8) - down, (i % 8) - right)),
    label,
  };
}
