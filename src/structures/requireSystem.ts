import { cellVolume } from "./cell.js";
import type { System } from "./system.js";

/**
 * Refuses a system that no calculation can use.
 *
 * @param where  the function that was called, for the message
 * @throws RangeError for no atoms, arrays that disagree in length, a number that is not finite, an
 *         atomic number outside 1 to 118, a mass that is not positive, and a cell without volume
 */
export function requireSystem(where: string, system: System): void {
  const { positions, atomicNumbers, cell, masses, charges, types } = system;
  const n = atomicNumbers.length;
  if (n === 0) throw new RangeError(`${where}: there must be at least one atom, got none`);
  requireLength("positions", positions, 3 * n);
  for (const [name, array] of Object.entries({ masses, charges, types }))
    if (array) requireLength(name, array, n);
  if (cell && cell.length !== 9)
    throw new RangeError(`${where}: cell must have 9 entries, got ${cell.length}`);

  requireFinite("charges", "e", charges);
  requireFinite("cell", "bohr", cell);
  const bad = positions.findIndex((x) => !Number.isFinite(x));
  if (bad >= 0)
    throw new RangeError(
      `${where}: ${"xyz"[bad % 3]} of atom ${Math.floor(bad / 3)} must be a finite number of bohr, ` +
        `got ${positions[bad]}`,
    );
  const strange = atomicNumbers.findIndex((number) => !(number >= 1 && number <= 118));
  if (strange >= 0)
    throw new RangeError(
      `${where}: atomicNumbers[${strange}] must be from 1 to 118, got ${atomicNumbers[strange]}`,
    );
  const light = masses?.findIndex((mass) => !(mass > 0 && Number.isFinite(mass))) ?? -1;
  if (light >= 0)
    throw new RangeError(
      `${where}: masses[${light}] must be a positive number of electron masses, ` +
        `got ${masses![light]}`,
    );
  if (cell && !isThick(cell))
    throw new RangeError(`${where}: the cell must have a volume, got edges ${edges(cell)} bohr`);

  function requireLength(name: string, array: ArrayLike<number>, length: number): void {
    if (array.length !== length)
      throw new RangeError(
        `${where}: ${name} must have ${length} entries for ${n} atoms, got ${array.length}`,
      );
  }
  function requireFinite(name: string, unit: string, array?: Float64Array): void {
    const at = array?.findIndex((entry) => !Number.isFinite(entry)) ?? -1;
    if (at >= 0)
      throw new RangeError(
        `${where}: ${name}[${at}] must be a finite number of ${unit}, got ${array![at]}`,
      );
  }
}

/** More than rounding: the volume of three edges of these lengths, nearly in one plane, is not. */
function isThick(cell: Float64Array): boolean {
  const length = (row: number): number => Math.hypot(...cell.subarray(3 * row, 3 * row + 3));
  return cellVolume(cell) > 1e-10 * length(0) * length(1) * length(2);
}

const edges = (cell: Float64Array): string =>
  [0, 3, 6].map((row) => `(${cell.slice(row, row + 3).join(" ")})`).join(" ");
