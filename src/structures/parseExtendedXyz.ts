import { cellVolume } from "./cell.js";
import { atomicNumberOf } from "./elements.js";
import { XYZ_UNITS } from "./extendedXyzUnits.js";
import type { Column, Frame } from "./frame.js";
import { massesOf } from "./massesOf.js";
import { requireSystem } from "./requireSystem.js";
import type { System } from "./system.js";
import { infoValue, parseHeader } from "./xyzHeader.js";

/**
 * The frames of an extended-XYZ file (angstrom, eV, u), such as ASE writes, or of a plain one:
 *
 * - `Lattice` and `pbc`: a cell if all three directions repeat, none if none does;
 * - the columns species or Z, pos, forces, masses, initial_charges, type, and momenta in √(u·eV), from
 *   which the velocities follow;
 * - `energy`; `stress` with ASE's sign, ∂E/∂strain per volume, positive where the cell would shrink;
 *   `virial`, minus the volume times that.
 *
 * Everything else is kept under its name, in `info` and `columns`.
 *
 * @throws RangeError that names the line, counted from 1, for whatever does not fit
 */
export function parseExtendedXyz(text: string): Frame[] {
  const lines = text.trimEnd().split(/\r?\n/);
  const frames: Frame[] = [];
  for (let at = 0; at < lines.length; ) {
    const n = lines[at]!.trim() === "" ? Number.NaN : Number(lines[at]);
    if (!(Number.isInteger(n) && n >= 1))
      refuse(at, `must be a number of atoms from 1, got "${lines[at]}"`);
    const left = lines.length - at - 2;
    if (left < n) refuse(at, `must be followed by a header and ${n} atoms, got ${left} of them`);
    frames.push(parseFrame(lines, at + 1, n));
    at += 2 + n;
  }
  return frames;
}

/** The frame of n atoms whose header is at this line. */
function parseFrame(lines: readonly string[], at: number, n: number): Frame {
  const header = inLine(at, () => parseHeader(lines[at]!));
  const field = (name: string, count: number): Float64Array | undefined => {
    const text = header.get(name);
    header.delete(name);
    if (text === undefined) return undefined;
    const entries = text
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (entries.length !== count || !entries.every(Number.isFinite))
      refuse(at, `must give ${name} as ${count} numbers, got "${text}"`);
    const unit = XYZ_UNITS[name] ?? 1;
    return Float64Array.from(entries, (entry) => entry / unit);
  };

  const properties = header.get("Properties") ?? "species:S:1:pos:R:3";
  header.delete("Properties");
  const columns = readColumns(lines, at, n, properties);
  const column = (name: string, width: number): Float64Array | undefined => {
    const entries = columns.get(name);
    columns.delete(name);
    if (entries === undefined) return undefined;
    if (!(entries instanceof Float64Array) || entries.length !== n * width)
      refuse(at, `must give ${name} ${width} columns of numbers, got ${properties}`);
    const unit = XYZ_UNITS[name] ?? 1;
    return entries.map((entry) => entry / unit);
  };

  const periodic = readPeriodicity(header, at);
  const lattice = field("Lattice", 9);
  if (periodic && !lattice) refuse(at, "must have a Lattice where pbc is T, got none");
  const cell = periodic ? lattice : undefined;
  const masses = column("masses", 1);
  const charges = column("initial_charges", 1);
  const types = column("type", 1);
  const system: System = {
    positions: column("pos", 3) ?? refuse(at, `must name the property pos, got ${properties}`),
    atomicNumbers: readElements(columns, at),
    ...(cell && { cell }),
    ...(masses && { masses }),
    ...(charges && { charges }),
    ...(types && { types: Uint8Array.from(types) }),
  };
  inLine(at, () => requireSystem("this frame", system));

  const [energy] = field("energy", 1) ?? [];
  const forces = column("forces", 3);
  const virial = readVirial(field("virial", 9), field("stress", 9), cell, at);
  const momenta = column("momenta", 3);
  const heavy = massesOf(system);
  return {
    system,
    ...(energy !== undefined && { energy }),
    ...(forces && { forces }),
    ...(virial && { virial }),
    ...(momenta && { velocities: momenta.map((p, i) => p / heavy[Math.floor(i / 3)]!) }),
    info: Object.fromEntries([...header].map(([key, text]) => [key, infoValue(text)])),
    columns: Object.fromEntries(columns),
  };
}

/** The columns of the lines after the header: text for S, numbers for R and I, 0 and 1 for L. */
function readColumns(
  lines: readonly string[],
  at: number,
  n: number,
  properties: string,
): Map<string, Column> {
  const parts = properties.split(":");
  const specs: { name: string; kind: string; width: number; from: number }[] = [];
  let total = 0;
  for (let k = 0; k < parts.length; k += 3) {
    const [name, kind, count] = parts.slice(k, k + 3);
    const width = Number(count);
    if (!name || !/^[RISL]$/.test(kind ?? "") || !(Number.isInteger(width) && width >= 1))
      refuse(at, `must have Properties like species:S:1:pos:R:3, got ${properties}`);
    specs.push({ name, kind: kind!, width, from: total });
    total += width;
  }
  const rows = Array.from({ length: n }, (_, i) => {
    const row = lines[at + 1 + i]!.trim().split(/\s+/);
    if (row.length !== total)
      refuse(at + 1 + i, `must have ${total} entries for ${properties}, got ${row.length}`);
    return row;
  });
  const columns = new Map<string, Column>();
  for (const { name, kind, width, from } of specs) {
    if (columns.has(name)) refuse(at, `must name the property ${name} once, got ${properties}`);
    if (kind === "S") {
      columns.set(
        name,
        rows.flatMap((row) => row.slice(from, from + width)),
      );
      continue;
    }
    const entries = new Float64Array(n * width);
    for (const [i, row] of rows.entries())
      for (let w = 0; w < width; w++) {
        const word = row[from + w]!;
        const value = kind === "L" ? ["F", "T"].indexOf(word[0]!) : Number(word);
        if (!Number.isFinite(value) || (kind === "L" && value < 0))
          refuse(at + 1 + i, `must have a finite number for ${name}, got "${word}"`);
        entries[i * width + w] = value;
      }
    columns.set(name, entries);
  }
  return columns;
}

function readElements(columns: Map<string, Column>, at: number): Uint8Array {
  const species = columns.get("species");
  const numbers = columns.get("Z");
  columns.delete("species");
  columns.delete("Z");
  if (numbers instanceof Float64Array) return Uint8Array.from(numbers);
  if (!species || species instanceof Float64Array)
    refuse(at, "must name the property species (text) or Z (numbers)");
  return Uint8Array.from(species, (symbol, i) => inLine(at + 1 + i, () => atomicNumberOf(symbol)));
}

function readPeriodicity(header: Map<string, string>, at: number): boolean {
  const text = header.get("pbc") ?? (header.has("Lattice") ? "T T T" : "F F F");
  header.delete("pbc");
  const directions = text
    .trim()
    .split(/\s+/)
    .map((word) => word[0]);
  if (directions.join("") !== "TTT" && directions.join("") !== "FFF")
    refuse(at, `must repeat in all three directions or in none, got pbc "${text}"`);
  return directions[0] === "T";
}

function readVirial(
  virial: Float64Array | undefined,
  stress: Float64Array | undefined,
  cell: Float64Array | undefined,
  at: number,
): Float64Array | undefined {
  if (!stress) return virial;
  if (!cell) refuse(at, "must have a periodic cell where it has a stress, got none");
  const volume = cellVolume(cell);
  const derived = stress.map((entry) => -volume * entry);
  const largest = Math.max(...derived.map(Math.abs));
  if (virial?.some((entry, k) => Math.abs(entry - derived[k]!) > 1e-3 * largest))
    refuse(at, "must have a stress that is minus the virial over the volume, got another one");
  return virial ?? derived;
}

function refuse(line: number, problem: string): never {
  throw new RangeError(`parseExtendedXyz: line ${line + 1} ${problem}`);
}

/** What another function refuses, with the line. */
function inLine<Result>(line: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new RangeError(`parseExtendedXyz: line ${line + 1}: ${(error as Error).message}`);
  }
}
