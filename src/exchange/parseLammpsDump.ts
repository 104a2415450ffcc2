import { timesMatrix } from "../structures/cell.js";
import { atomicNumberOf } from "../structures/elements.js";
import type { Frame } from "../structures/frame.js";
import type { System } from "../structures/system.js";
import { type Box, readBox, refuse } from "./lammpsDumpBox.js";
import { METAL } from "./lammpsUnits.js";
import { transposed } from "./restrictedCell.js";

export interface LammpsDumpOptions {
  /** The element of each type, for dumps without a column `element`: `["Ar", "Kr"]`. */
  readonly elements?: readonly string[];
  /** That of `restrictedCell`, to turn everything back to how the system was before it was written. */
  readonly rotation?: Float64Array;
}

/**
 * The frames of a LAMMPS dump (`dump custom` or `atom`, `units metal`), atoms in the order of their id.
 *
 * Of the columns, x y z, xu yu zu (unwrapped), xs ys zs and xsu ysu zsu (fractions) are positions, vx vy vz
 * velocities, fx fy fz forces, mass and q what they say; other columns of numbers are kept under their
 * names. The step is `info.step`. A box that repeats in all directions becomes the cell, one that repeats
 * in none is open space. A cell that was left-handed comes back with its edges negated: the same lattice.
 *
 * @throws RangeError that names the line, counted from 1, for what does not fit: a dump that ends early,
 *         other units, a missing column, something that is not a finite number, a box that repeats in some
 *         directions only
 */
export function parseLammpsDump(text: string, options: LammpsDumpOptions = {}): Frame[] {
  const lines = text.trimEnd().split(/\r?\n/);
  const frames: Frame[] = [];
  let head: Partial<Head> = {};
  for (let at = 0; at < lines.length; ) {
    const [, name = "", rest = ""] =
      /^ITEM: ([A-Z]+(?: OF ATOMS| BOUNDS)?)(.*)$/.exec(lines[at]!) ??
      refuse(at, `must begin with ITEM, got "${lines[at]}"`);
    const length = name === "ATOMS" ? head.atoms : name === "BOX BOUNDS" ? 3 : 1;
    if (length === undefined) refuse(at, "must come after ITEM: NUMBER OF ATOMS");
    if (at + length >= lines.length)
      refuse(at, `must be followed by ${length} lines, got ${lines.length - at - 1}`);
    if (name === "ATOMS") {
      frames.push(readFrame(lines, at, rest.trim(), head as Head, options));
      head = {};
    } else head = { ...head, ...readItem(lines, at, name, rest.trim()) };
    at += 1 + length;
  }
  if (Object.keys(head).length > 0) refuse(lines.length - 1, "must be followed by ITEM: ATOMS");
  return frames;
}

/** What a frame says before its atoms. */
interface Head {
  readonly step: number;
  readonly atoms: number;
  readonly box: Box;
}

function readItem(lines: readonly string[], at: number, name: string, rest: string): Partial<Head> {
  const value = lines[at + 1]!.trim();
  if (name === "UNITS") {
    if (value !== "metal") refuse(at + 1, `must say units metal, got ${value}`);
    return {};
  }
  if (name === "TIME") return {}; // follows from the step
  if (name === "BOX BOUNDS") return { box: readBox(lines, at, rest) };
  const count = Number(value);
  if (!(Number.isInteger(count) && count >= 0))
    refuse(at + 1, `must be a whole number from 0, got "${value}"`);
  if (name === "TIMESTEP") return { step: count };
  if (name === "NUMBER OF ATOMS") return { atoms: count };
  return refuse(at, `must be an item of a dump of atoms, got "${name}"`);
}

/** The atoms below the line that names their columns. */
function readFrame(
  lines: readonly string[],
  at: number,
  names: string,
  head: Head,
  { elements, rotation }: LammpsDumpOptions,
): Frame {
  const { step, atoms: n, box } = head;
  if (step === undefined || box === undefined)
    refuse(at, "must come after ITEM: TIMESTEP and ITEM: BOX BOUNDS");
  if (n === 0) refuse(at, "must have atoms, got 0");
  const columns = readColumns(lines, at, names.split(/\s+/), n);
  const take = (name: string): Float64Array | undefined => {
    const column = columns.get(name);
    columns.delete(name);
    return column && Float64Array.from(column, Number);
  };
  const vectors = (axes: string, unit: number): Float64Array | undefined => {
    const [x, y, z] = axes.split(" ").map(take);
    if (!(x && y && z)) return undefined;
    return Float64Array.from(
      { length: 3 * n },
      (_, k) => [x, y, z][k % 3]![Math.floor(k / 3)]! / unit,
    );
  };
  const back = rotation && transposed(rotation);
  const turned = (rows?: Float64Array): Float64Array | undefined =>
    rows && back ? timesMatrix(rows, back) : rows;
  const fractions = (rows?: Float64Array): Float64Array | undefined =>
    rows && timesMatrix(rows, box.cell).map((x, k) => (x + box.origin[k % 3]!) / METAL.length);

  const positions =
    vectors("xu yu zu", METAL.length) ??
    vectors("x y z", METAL.length) ??
    fractions(vectors("xsu ysu zsu", 1) ?? vectors("xs ys zs", 1)) ??
    refuse(at, `must name the columns x y z, got "${names}"`);
  const velocities = turned(vectors("vx vy vz", METAL.velocity));
  const forces = turned(vectors("fx fy fz", METAL.force));
  const masses = take("mass")?.map((mass) => mass / METAL.mass);
  const charges = take("q");
  const system: System = {
    positions: turned(positions)!,
    atomicNumbers: readElements(at, columns, elements),
    ...(box.periodic && { cell: turned(box.cell.map((edge) => edge / METAL.length))! }),
    ...(masses && { masses }),
    ...(charges && { charges }),
  };
  const rest = [...columns].map(([name, column]) => [name, Float64Array.from(column, Number)]);
  return {
    system,
    ...(velocities && { velocities }),
    ...(forces && { forces }),
    info: { step },
    ...(rest.length > 0 && { columns: Object.fromEntries(rest) }),
  };
}

/** Words by the names of their columns, atoms in the order of their id; all but `element` are numbers. */
function readColumns(
  lines: readonly string[],
  at: number,
  names: readonly string[],
  n: number,
): Map<string, string[]> {
  const rows = Array.from({ length: n }, (_, i) => {
    const words = lines[at + 1 + i]!.trim().split(/\s+/);
    if (words.length !== names.length)
      refuse(at + 1 + i, `must have ${names.length} columns, got ${words.length}`);
    const bad = words.findIndex(
      (word, k) => names[k] !== "element" && !Number.isFinite(Number(word)),
    );
    if (bad >= 0)
      refuse(at + 1 + i, `must have a finite number as ${names[bad]}, got ${words[bad]}`);
    return words;
  });
  const id = names.indexOf("id");
  if (id < 0) refuse(at, `must name the column id, got "${names.join(" ")}"`);
  rows.sort((a, b) => Number(a[id]) - Number(b[id]));
  const columns = new Map(names.map((name, k) => [name, rows.map((row) => row[k]!)]));
  columns.delete("id");
  return columns;
}

function readElements(
  at: number,
  columns: Map<string, string[]>,
  elements?: readonly string[],
): Uint8Array {
  const types = columns.get("type");
  const symbols =
    columns.get("element") ??
    (elements && types?.map((type) => elements[Number(type) - 1] ?? `of type ${type}`)) ??
    refuse(at, "must name the column element, or elements must be given");
  columns.delete("element");
  columns.delete("type");
  return Uint8Array.from(symbols, (symbol) => {
    try {
      return atomicNumberOf(symbol);
    } catch {
      return refuse(at, `must be of known elements, got ${symbol}`);
    }
  });
}
