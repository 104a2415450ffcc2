import { timesMatrix } from "../structures/cell.js";
import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";
import { lammpsTypes } from "./lammpsTypes.js";
import { METAL } from "./lammpsUnits.js";
import { restrictedCell } from "./restrictedCell.js";

/**
 * Atoms as a data file of LAMMPS in `units metal`, for `read_data`: the box, a mass for each type,
 * positions, velocities if there are any, and charges if the system has some (`atom_style charge`,
 * otherwise `atomic`). Numbers keep all their digits.
 *
 * LAMMPS's cells have their first edge along x and their second in the plane of x and y: everything is
 * turned as `restrictedCell` says, and the first lines say how. Atoms in open space get a box with one
 * angstrom of room on each side.
 *
 * @param velocities  bohr per atomic unit of time, shape [n·c]
 * @throws RangeError for a system that `requireSystem` refuses, an element without a mass, and velocities
 *         that do not fit or are not finite
 */
export function formatLammpsData(system: System, velocities?: ArrayLike<number>): string {
  requireSystem("formatLammpsData", system);
  if (velocities) requireVelocities(system, velocities);
  const { atomicNumbers, charges } = system;
  const types = lammpsTypes(system);
  const box = system.cell && restrictedCell(system.cell);
  const turned = (rows: ArrayLike<number>, unit: number): Float64Array => {
    const scaled = Float64Array.from(rows, (x) => x * unit);
    return box ? timesMatrix(scaled, box.rotation) : scaled;
  };
  const x = turned(system.positions, METAL.length);
  const v = velocities && turned(velocities, METAL.velocity);
  const row = (values: Float64Array, i: number): string =>
    values.subarray(3 * i, 3 * i + 3).join(" ");
  const section = (title: string, lines: readonly string[]): string[] => ["", title, "", ...lines];
  const atoms = Array.from(atomicNumbers, (_, i) => i);

  return `${[
    "LAMMPS data file (units metal) written by mlip",
    ...(box ? rotationRemark(box.rotation) : []),
    "",
    `${atomicNumbers.length} atoms`,
    `${types.symbols.length} atom types`,
    "",
    ...(box ? cellLines(box.cell) : openLines(x)),
    ...section(
      "Masses",
      types.symbols.map((symbol, t) => `${t + 1} ${types.masses[t]! * METAL.mass} # ${symbol}`),
    ),
    ...section(
      `Atoms # ${charges ? "charge" : "atomic"}`,
      atoms.map(
        (i) => `${i + 1} ${types.ofAtoms[i]}${charges ? ` ${charges[i]}` : ""} ${row(x, i)}`,
      ),
    ),
    ...(v
      ? section(
          "Velocities",
          atoms.map((i) => `${i + 1} ${row(v, i)}`),
        )
      : []),
  ].join("\n")}\n`;
}

function cellLines(cell: Float64Array): string[] {
  const h = cell.map((edge) => edge * METAL.length);
  const sides = ["x", "y", "z"].map((axis, d) => `0 ${h[4 * d]} ${axis}lo ${axis}hi`);
  const tilts = [h[3], h[6], h[7]];
  return tilts.some((tilt) => tilt !== 0) ? [...sides, `${tilts.join(" ")} xy xz yz`] : sides;
}

function openLines(x: Float64Array): string[] {
  return ["x", "y", "z"].map((axis, d) => {
    const along = x.filter((_, k) => k % 3 === d);
    const [low, high] = along.reduce(
      ([low, high], at) => [Math.min(low, at), Math.max(high, at)] as const,
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
    );
    return `${low - 1} ${high + 1} ${axis}lo ${axis}hi`;
  });
}

/** Nothing where nothing turns. */
function rotationRemark(rotation: Float64Array): string[] {
  if (rotation.every((entry, k) => entry === (k % 4 === 0 ? 1 : 0))) return [];
  const rows = [0, 3, 6].map((at) => rotation.slice(at, at + 3).join(" "));
  return [
    "# a row (x y z) of ours is here (x y z) R, with the rows of R:",
    ...rows.map((r) => `# ${r}`),
  ];
}

function requireVelocities({ positions }: System, velocities: ArrayLike<number>): void {
  if (velocities.length !== positions.length)
    throw new RangeError(
      `formatLammpsData: velocities must have ${positions.length} entries like positions, ` +
        `got ${velocities.length}`,
    );
  const bad = Array.prototype.findIndex.call(velocities, (v) => !Number.isFinite(v));
  if (bad >= 0)
    throw new RangeError(
      `formatLammpsData: velocities[${bad}] must be a finite number, got ${velocities[bad]}`,
    );
}
