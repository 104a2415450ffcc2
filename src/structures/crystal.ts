import { requirePositive } from "../units/requirePositive.js";
import { timesMatrix } from "./cell.js";
import { atomicNumberOf } from "./elements.js";
import type { System } from "./system.js";

export type CrystalName =
  | "sc"
  | "bcc"
  | "fcc"
  | "hcp"
  | "diamond"
  | "zincblende"
  | "rocksalt"
  | "caesiumChloride";

export interface CrystalParameters {
  /** One chemical symbol, or for a compound two: `["Na", "Cl"]`. */
  readonly symbols: readonly string[];
  /** Edge of the cube, for hcp that of the hexagon, bohr. Positive. */
  readonly latticeConstant: number;
  /** Only hcp: height of the cell over its edge. Default √(8/3), that of stacked balls. */
  readonly heightRatio?: number;
}

const FCC = [0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0];
const moved = (points: readonly number[], by: number): number[] => points.map((s) => (s + by) % 1);

/** Fractional coordinates of the atoms of each symbol. */
const BASES: Readonly<Record<CrystalName, readonly (readonly number[])[]>> = {
  sc: [[0, 0, 0]],
  bcc: [[0, 0, 0, 0.5, 0.5, 0.5]],
  fcc: [FCC],
  hcp: [[1 / 3, 2 / 3, 1 / 4, 2 / 3, 1 / 3, 3 / 4]],
  diamond: [[...FCC, ...moved(FCC, 0.25)]],
  zincblende: [FCC, moved(FCC, 0.25)],
  rocksalt: [FCC, moved(FCC, 0.5)],
  caesiumChloride: [
    [0, 0, 0],
    [0.5, 0.5, 0.5],
  ],
};

/**
 * One conventional cell of a crystal: a cube with 1 (sc), 2 (bcc, caesiumChloride), 4 (fcc) or 8 atoms
 * (diamond, zincblende, rocksalt), or for hcp a prism over a rhombus of 120° with 2.
 *
 *   crystal("fcc", { symbols: ["Cu"], latticeConstant: bohrFromAngstrom(3.615) })
 *
 * @throws RangeError for an unknown crystal or element, a number of symbols that does not fit, or a
 *         latticeConstant or heightRatio that is not positive
 */
export function crystal(name: CrystalName, parameters: CrystalParameters): System {
  if (!Object.hasOwn(BASES, name))
    throw new RangeError(
      `crystal: name must be one of ${Object.keys(BASES).join(", ")}, got "${name}"`,
    );
  const { symbols, latticeConstant: a, heightRatio } = parameters;
  requirePositive("crystal: latticeConstant", a, "bohr");
  const basis = BASES[name];
  if (symbols.length !== basis.length)
    throw new RangeError(
      `crystal: symbols must have ${basis.length} for ${name}, got ${symbols.length}`,
    );
  if (heightRatio !== undefined) {
    if (name !== "hcp")
      throw new RangeError(`crystal: heightRatio must be left out for ${name}, got ${heightRatio}`);
    requirePositive("crystal: heightRatio", heightRatio, "edges");
  }
  const height = (heightRatio ?? Math.sqrt(8 / 3)) * a;
  const cell =
    name === "hcp"
      ? Float64Array.of(a, 0, 0, -a / 2, (Math.sqrt(3) / 2) * a, 0, 0, 0, height)
      : Float64Array.of(a, 0, 0, 0, a, 0, 0, 0, a);
  const numbers = basis.flatMap((points, k) =>
    Array<number>(points.length / 3).fill(atomicNumberOf(symbols[k]!)),
  );
  return {
    positions: timesMatrix(Float64Array.from(basis.flat()), cell),
    atomicNumbers: Uint8Array.from(numbers),
    cell,
  };
}
