import { readFileSync } from "node:fs";
import { dataFile } from "../structures/dataTable.js";
import type { Frame } from "../structures/frame.js";
import { parseExtendedXyz } from "../structures/parseExtendedXyz.js";

/**
 * The structures of a set in the course's `data` folder, such as "silicon/silicon.xyz", in atomic units. A
 * file of your own: `parseExtendedXyz(readFileSync(path, "utf8"))`.
 *
 * @throws Error when there is no such file, RangeError for a frame without energy, and what
 *         `parseExtendedXyz` refuses, with the line
 */
export function readStructures(path: string): Frame[] {
  const frames = parseExtendedXyz(readFileSync(dataFile(path), "utf8"));
  for (const [f, { energy }] of frames.entries())
    if (energy === undefined)
      throw new RangeError(`readStructures: ${path}: frame ${f} must have an energy`);
  return frames;
}
