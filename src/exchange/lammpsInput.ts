import { requireSystem } from "../structures/requireSystem.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";
import { formatLammpsData } from "./formatLammpsData.js";
import type { LammpsManyBody } from "./lammpsManyBody.js";
import type { LammpsPair } from "./lammpsPair.js";
import { lammpsTypes } from "./lammpsTypes.js";
import { METAL } from "./lammpsUnits.js";

export interface LammpsJob {
  /** What its files are called: `argon` gives in.argon, argon.data and so on. */
  readonly name: string;
  readonly system: System;
  /**
   * Made by `lammpsTable`, `lammpsLennardJones`, `lammpsMorse` or `lammpsBuckingham`; or by `eamAlloy`,
   * `tersoffFile` or `stillingerWeberFile`.
   */
  readonly pair: LammpsPair | LammpsManyBody;
  /** Let the system's charges act too, beside pairs. */
  readonly coulomb?: LammpsCoulomb;
  /** bohr per atomic unit of time, shape [n·c]. Default: at rest. */
  readonly velocities?: ArrayLike<number>;
  /** Steps of velocity Verlet. Default 0: energy and forces as they are. */
  readonly steps?: number;
  /** Atomic units of time; to be given with steps. */
  readonly timeStep?: number;
  /** Write thermodynamics and atoms every so many steps. Default 1. */
  readonly every?: number;
}

export interface LammpsCoulomb {
  /** In a cell, how far pairs are summed directly; in open space no pair may be farther apart. bohr. */
  readonly cutoff: number;
  /** In a cell: of the forces, relative to two unit charges at one angstrom. Default 1e-6. */
  readonly accuracy?: number;
}

/**
 * All files of a LAMMPS run that does what we would do with the same potential: `in.NAME`, `NAME.data` and,
 * for tables, `NAME.table`, as `{ name: text }` for `writeFiles`. Run in their folder with
 *
 *   lmp -in in.NAME            or            mpiexec -n 4 lmp -in in.NAME
 *
 * it writes log.lammps (`parseLammpsLog`) and `NAME.dump` (`parseLammpsDump`), all in `units metal`.
 * Atoms are one type for each element and mass. Charges act by Ewald sums in a cell, otherwise directly.
 *
 * @throws RangeError for a name that is not letters, digits, - and _, a system that `requireSystem`
 *         refuses, a pair of elements without a term, charges that are missing or, in open space, farther
 *         apart than the cutoff, steps without a time step
 */
export function lammpsInput(job: LammpsJob): Readonly<Record<string, string>> {
  const { name, system, pair, velocities } = job;
  requireJob(job);
  return {
    [`in.${name}`]: `${[
      "# written by mlip; a run of LAMMPS",
      "units metal",
      `atom_style ${system.charges ? "charge" : "atomic"}`,
      `boundary ${system.cell ? "p p p" : "s s s"}`,
      ...(system.cell ? ["box tilt large"] : []),
      `read_data ${name}.data`,
      "",
      ...interactionLines(job),
      "",
      ...runLines(job),
    ].join("\n")}\n`,
    [`${name}.data`]: formatLammpsData(system, velocities),
    ...pair.files(name),
  };
}

function interactionLines({ name, system, pair, coulomb }: LammpsJob): readonly string[] {
  const types = lammpsTypes(system);
  if ("commands" in pair) return pair.commands(types, name);
  const { symbols } = types;
  const pairs = symbols.flatMap((a, i) =>
    symbols.slice(i).map((b, k) => ({ types: `${i + 1} ${i + k + 1}`, a, b })),
  );
  const coefficients = pairs.map(
    ({ types, a, b }) =>
      `pair_coeff ${types} ${coulomb ? `${pair.style} ` : ""}${pair.coefficients(a, b, name)} # ${a}-${b}`,
  );
  const shift = pair.shift ? ["pair_modify shift yes"] : [];
  const own = `${pair.style} ${pair.settings}`;
  const remark = `# ${pair.remark}`;
  if (!coulomb) return [remark, `pair_style ${own}`, ...shift, ...coefficients];
  const { cutoff, accuracy = 1e-6 } = coulomb;
  const charges = system.cell ? "coul/long" : "coul/cut";
  return [
    remark,
    `pair_style hybrid/overlay ${own} ${charges} ${cutoff * METAL.length}`,
    ...shift,
    ...coefficients,
    `pair_coeff * * ${charges}`,
    ...(system.cell ? ["pair_modify table 0", `kspace_style ewald ${accuracy}`] : []),
  ];
}

function runLines({ name, system, steps = 0, timeStep, every = 1 }: LammpsJob): string[] {
  const { symbols } = lammpsTypes(system);
  const columns = "id type element xu yu zu vx vy vz fx fy fz";
  return [
    "thermo_style custom step temp pe ke etotal press pxx pyy pzz pxy pxz pyz",
    "thermo_modify norm no format float %.15g",
    `thermo ${every}`,
    `dump atoms all custom ${every} ${name}.dump ${columns}`,
    `dump_modify atoms sort id format float %.16g element ${symbols.join(" ")}`,
    ...(timeStep === undefined ? [] : [`timestep ${timeStep * METAL.time}`]),
    "fix verlet all nve",
    `run ${steps}`,
  ];
}

function requireJob({
  name,
  system,
  pair,
  coulomb,
  steps = 0,
  timeStep,
  every = 1,
}: LammpsJob): void {
  const where = "lammpsInput";
  if (!/^[\w-]+$/.test(name))
    throw new RangeError(`${where}: name must be letters, digits, - and _, got "${name}"`);
  requireSystem(where, system);
  if (!(Number.isInteger(steps) && steps >= 0))
    throw new RangeError(`${where}: steps must be a whole number from 0, got ${steps}`);
  if (!(Number.isInteger(every) && every >= 1))
    throw new RangeError(`${where}: every must be a whole number from 1, got ${every}`);
  if (steps > 0 || timeStep !== undefined)
    requirePositive(`${where}: timeStep`, timeStep ?? Number.NaN, "atomic units of time");
  if (!coulomb) return;
  if ("commands" in pair)
    throw new RangeError(`${where}: coulomb must be left out with a many-body potential`);
  requirePositive(`${where}: coulomb.cutoff`, coulomb.cutoff, "bohr");
  if (!system.charges)
    throw new RangeError(`${where}: the system must have charges for coulomb, got none`);
  const { accuracy = 1e-6 } = coulomb;
  if (!(accuracy > 0 && accuracy < 1))
    throw new RangeError(`${where}: coulomb.accuracy must be between 0 and 1, got ${accuracy}`);
  const extent = system.cell ? 0 : diagonal(system.positions);
  if (extent > coulomb.cutoff)
    throw new RangeError(
      `${where}: coulomb.cutoff must be as long as the ${extent} bohr across the atoms, ` +
        `got ${coulomb.cutoff}`,
    );
}

/** Across the smallest box around the atoms, bohr. */
function diagonal(positions: Float64Array): number {
  const low = [0, 0, 0].fill(Number.POSITIVE_INFINITY);
  const high = [0, 0, 0].fill(Number.NEGATIVE_INFINITY);
  for (const [i, x] of positions.entries()) {
    low[i % 3] = Math.min(low[i % 3]!, x);
    high[i % 3] = Math.max(high[i % 3]!, x);
  }
  return Math.hypot(...low.map((x, d) => high[d]! - x));
}
