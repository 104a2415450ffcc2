import { elementSymbols } from "../structures/elements.js";
import type { System } from "../structures/system.js";
import { angstromFromBohr } from "../units/convert.js";
import { closePairs, type Pairs } from "./closePairs.js";
import { type ElementLook, looksOf } from "./elementLook.js";
import { type Ball, type Camera, cameraFor } from "./structureCamera.js";

export interface StructureOptions {
  /** A sentence that says what is seen; screen readers read it. */
  readonly description: string;
  /** One to a frame, such as "t = 12 fs". */
  readonly captions?: readonly string[];
  /** Atoms to join by sticks in all frames, counted from 0. Absent: those that are close to each other. */
  readonly bonds?: Pairs;
}

/** All that a view draws, as plain JSON. Lengths in angstrom. */
export interface StructureView {
  readonly description: string;
  /** Symbols, one to an atom. */
  readonly elements: readonly string[];
  /** By symbol. */
  readonly looks: Readonly<Record<string, ElementLook>>;
  /** Are the symbols written on the atoms? Of up to 30 atoms; a key below the view names the colours. */
  readonly labelled: boolean;
  readonly stickRadius: number;
  readonly frames: readonly StructureFrame[];
  readonly camera: Camera;
}

export interface StructureFrame {
  readonly caption?: string;
  /** x₀ y₀ z₀ x₁ y₁ z₁ …, to 0.001 angstrom. */
  readonly positions: readonly number[];
  /** The three edges of the cell, one after the other. */
  readonly cell?: readonly number[];
  /** Atoms joined by a stick. Absent: those of the frame before. */
  readonly bonds?: Pairs;
}

/** The search for close pairs takes as long as the square of this number. */
const MOST_ATOMS = 5_000;

/** Some 4 MB of the notebook's file. */
const MOST_POSITIONS = 200_000;

const MOST_LABELLED = 30;
const STICK_RADIUS = 0.1;

/**
 * A molecule, a crystal or, from a list of systems, a trajectory, as `showStructure` shows it.
 *
 * Atoms are shown where they are, also outside their cell. Sticks join atoms that are close to each other
 * as `closePairs` says, not across the border of a cell; they are a picture of distances, not of electrons.
 *
 * @throws TypeError or RangeError when there is no description, a number is not finite, the frames are not
 *   of the same atoms, captions are not one to a frame, a bond names atoms that are not there, an atom is
 *   of no element up to curium, or there are more than 5,000 atoms or 200,000 in all frames together
 */
export function structureView(
  systems: System | readonly System[],
  options: StructureOptions,
): StructureView {
  const frames: readonly System[] = "positions" in systems ? [systems] : systems;
  requireOptions(options);
  requireFrames(frames, options);
  const { description, captions, bonds } = options;
  const { atomicNumbers } = frames[0]!;
  let before: string;
  const drawn = frames.map(({ positions, cell }, i): StructureFrame => {
    const pairs = bonds ?? closePairs(positions, atomicNumbers);
    const sameAsBefore = before === JSON.stringify(pairs);
    before = JSON.stringify(pairs);
    return {
      ...(captions && { caption: captions[i]! }),
      positions: inAngstrom(positions),
      ...(cell && { cell: inAngstrom(cell) }),
      ...(!sameAsBefore && { bonds: pairs }),
    };
  });
  const looks = looksOf(atomicNumbers);
  const elements = Array.from(atomicNumbers, (number) => elementSymbols[number]!);
  const radii = elements.map((symbol) => looks[symbol]!.radius);
  return {
    description,
    elements,
    looks,
    labelled: elements.length <= MOST_LABELLED,
    stickRadius: STICK_RADIUS,
    frames: drawn,
    camera: cameraFor(drawn.flatMap((frame) => ballsOf(frame, radii))),
  };
}

/** The eight corners of a cell, x y z after x y z, in the unit of its edges. */
export function cornersOf(cell: readonly number[]): [number, number, number][] {
  const corner = (a: number, b: number, c: number): [number, number, number] => [
    a * cell[0]! + b * cell[3]! + c * cell[6]!,
    a * cell[1]! + b * cell[4]! + c * cell[7]!,
    a * cell[2]! + b * cell[5]! + c * cell[8]!,
  ];
  return [0, 1, 2, 3, 4, 5, 6, 7].map((i) => corner(i & 1, (i >> 1) & 1, i >> 2));
}

const inAngstrom = (lengths: Float64Array): number[] =>
  Array.from(lengths, (length) => Math.round(1000 * angstromFromBohr(length)) / 1000);

function ballsOf({ positions, cell }: StructureFrame, radii: readonly number[]): Ball[] {
  const balls = radii.map(
    (radius, i): Ball => [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!, radius],
  );
  for (const corner of cell ? cornersOf(cell) : []) balls.push([...corner, 0]);
  return balls;
}

function requireOptions(options: StructureOptions): void {
  for (const option of Object.keys(options ?? {}))
    if (!["description", "captions", "bonds"].includes(option))
      throw new TypeError(
        `structureView: options must be description, captions or bonds, got "${option}"`,
      );
  if (typeof options?.description !== "string" || options.description.trim() === "")
    throw new TypeError(
      "structureView: there must be a description, a sentence that says what is seen",
    );
}

function requireFrames(frames: readonly System[], { captions, bonds }: StructureOptions): void {
  const atomicNumbers = frames[0]?.atomicNumbers ?? [];
  const count = atomicNumbers.length;
  if (count === 0) throw new RangeError("structureView: there must be at least one atom");
  if (count > MOST_ATOMS || count * frames.length > MOST_POSITIONS)
    throw new RangeError(
      `structureView: there must be at most ${MOST_ATOMS} atoms, and ${MOST_POSITIONS} in all frames ` +
        `together, got ${frames.length} frames of ${count}; show every tenth frame, for example`,
    );
  for (const [i, { atomicNumbers: numbers, positions, cell }] of frames.entries()) {
    if (numbers.join() !== atomicNumbers.join())
      throw new RangeError(
        `structureView: all frames must be of the same atoms, not so frame ${i}`,
      );
    requireNumbers(`positions of frame ${i}`, positions, 3 * count);
    if (cell) requireNumbers(`cell of frame ${i}`, cell, 9);
  }
  if (captions && captions.length !== frames.length)
    throw new RangeError(
      `structureView: there must be one caption to a frame, got ${captions.length} for ${frames.length}`,
    );
  for (const pair of bonds ?? [])
    if (pair[0] === pair[1] || pair.some((atom) => atomicNumbers[atom] === undefined))
      throw new RangeError(
        `structureView: a bond must be two of the atoms 0 to ${count - 1}, got ${pair.join(" and ")}`,
      );
}

function requireNumbers(what: string, numbers: Float64Array, count: number): void {
  if (numbers.length !== count)
    throw new RangeError(`structureView: ${what} must be ${count} numbers, got ${numbers.length}`);
  const bad = numbers.find((number) => !Number.isFinite(number));
  if (bad !== undefined)
    throw new RangeError(`structureView: ${what} must be numbers of bohr, got ${bad}`);
}
