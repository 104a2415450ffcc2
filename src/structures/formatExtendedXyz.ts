import { cellVolume } from "./cell.js";
import { elementSymbols } from "./elements.js";
import { XYZ_UNITS } from "./extendedXyzUnits.js";
import type { Column, Frame } from "./frame.js";
import { massesOf } from "./massesOf.js";
import { requireSystem } from "./requireSystem.js";
import { headerField } from "./xyzHeader.js";

/**
 * Frames as an extended-XYZ file, in the units and signs that `parseExtendedXyz` lists and ASE reads:
 * in a cell the virial goes out as `stress`. Numbers keep all their digits.
 *
 * @throws RangeError for a system that `requireSystem` refuses, a number that is not finite, and arrays
 *         that do not fit the number of atoms
 */
export function formatExtendedXyz(frames: readonly Frame[]): string {
  return frames.map(formatFrame).join("");
}

function formatFrame({ system, energy, forces, virial, velocities, ...rest }: Frame): string {
  requireSystem("formatExtendedXyz", system);
  const { positions, atomicNumbers, cell, charges, types } = system;
  const n = atomicNumbers.length;
  const masses = velocities ? massesOf(system) : system.masses;
  const momenta = velocities?.map((v, i) => v * masses![Math.floor(i / 3)]!);
  const species = Array.from(atomicNumbers, (number) => elementSymbols[number]!);
  const own = { pos: positions, masses, initial_charges: charges, type: types, momenta, forces };
  const columns = Object.entries<Column | Uint8Array | undefined>({
    species,
    ...own,
    ...rest.columns,
  }).flatMap(([name, entries]) => (entries ? [formatColumn(name, entries, n)] : []));

  const scaled = (name: string, array: Float64Array, unit = XYZ_UNITS[name]!): number[] => {
    const entries = Array.from(array, (entry) => entry * unit);
    return entries.every(Number.isFinite) ? entries : refuse(name, entries);
  };
  const header = {
    ...(cell && { Lattice: scaled("Lattice", cell) }),
    Properties: columns.map(({ property }) => property).join(":"),
    ...(energy !== undefined && { energy: scaled("energy", Float64Array.of(energy))[0]! }),
    ...(virial &&
      cell && { stress: scaled("stress", virial, -XYZ_UNITS.stress! / cellVolume(cell)) }),
    ...(virial && !cell && { virial: scaled("virial", virial) }),
    pbc: cell ? [true, true, true] : [false, false, false],
    ...rest.info,
  };
  const lines = [
    String(n),
    Object.entries(header)
      .map(([key, value]) => headerField(key, value))
      .join(" "),
    ...species.map((_, i) => columns.map(({ row }) => row(i)).join(" ")),
  ];
  return `${lines.join("\n")}\n`;
}

function formatColumn(
  name: string,
  entries: Column | Uint8Array,
  n: number,
): { property: string; row: (i: number) => string } {
  const width = entries.length / n;
  if (!(Number.isInteger(width) && width >= 1))
    throw new RangeError(
      `formatExtendedXyz: ${name} must have a number of entries for each of ${n} atoms, ` +
        `got ${entries.length}`,
    );
  const unit = XYZ_UNITS[name] ?? 1;
  const word = (entry: string | number): string => {
    if (typeof entry === "string") {
      if (/^\S+$/.test(entry)) return entry;
      throw new RangeError(
        `formatExtendedXyz: ${name} must be words without spaces, got "${entry}"`,
      );
    }
    return Number.isFinite(entry) ? String(entry * unit) : refuse(name, [entry]);
  };
  const kind = typeof entries[0] === "string" ? "S" : entries instanceof Uint8Array ? "I" : "R";
  return {
    property: `${name}:${kind}:${width}`,
    row: (i) => Array.from(entries.slice(i * width, (i + 1) * width), word).join(" "),
  };
}

function refuse(name: string, entries: readonly number[]): never {
  throw new RangeError(
    `formatExtendedXyz: ${name} must be finite numbers, got ${entries.join(" ")}`,
  );
}
