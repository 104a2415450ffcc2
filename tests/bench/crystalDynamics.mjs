// The crystals of the rows eam, meam, tersoff and stillingerWeber: perfect at first, and about 500 K warm then.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { simulate } from "mlip/dynamics/simulate";
import { eam } from "mlip/potentials/eam";
import { readFuncfl } from "mlip/potentials/funcfl";
import { meam } from "mlip/potentials/meam";
import { meamSilicon1992 } from "mlip/potentials/meamSets";
import { stillingerWeber, stillingerWeberSilicon } from "mlip/potentials/stillingerWeber";
import { tersoff } from "mlip/potentials/tersoff";
import { tersoffSilicon1988 } from "mlip/potentials/tersoffSets";
import { crystal } from "mlip/structures/crystal";
import { dataFile } from "mlip/structures/dataTable";
import { supercell } from "mlip/structures/supercell";
import {
  atomicTimeFromFs,
  bohrFromAngstrom,
  electronMassFromU,
  evFromHartree,
} from "mlip/units/convert";

const silicon = { lattice: "diamond", symbol: "Si", edge: 5.431, massU: 28.085, cells: 8 };
export const ROWS = {
  eam: {
    title: "EAM copper (Foiles 1986), against LAMMPS eam/alloy",
    ...{ lattice: "fcc", symbol: "Cu", edge: 3.615, massU: 63.55, cells: 10 },
    potential: () => {
      const text = readFileSync(dataFile("eam/copper_foiles1986.eam"), "utf8");
      return eam(readFuncfl(text, { convention: "lammps" }));
    },
  },
  meam: {
    ...{ ...silicon, massU: 28.086 }, // LAMMPS takes the mass that its library has
    title: "MEAM silicon (Baskes 1992), against LAMMPS meam",
    potential: () => meam(meamSilicon1992),
  },
  tersoff: {
    ...silicon,
    title: "Tersoff silicon (1988), against LAMMPS tersoff",
    potential: () => tersoff(tersoffSilicon1988),
  },
  stillingerWeber: {
    ...silicon,
    title: "Stillinger-Weber silicon, against LAMMPS sw",
    potential: () => stillingerWeber(stillingerWeberSilicon),
  },
};

/** How to run the crystal of a row for so many steps of 1 fs, and how many atoms it has. */
export function crystalOf({ lattice, symbol, edge, massU, cells, potential }) {
  const cube = crystal(lattice, { symbols: [symbol], latticeConstant: bohrFromAngstrom(edge) });
  const perfect = supercell(cube, [cells, cells, cells]);
  const count = perfect.atomicNumbers.length;
  const system = { ...perfect, masses: new Float64Array(count).fill(electronMassFromU(massU)) };
  // 6 Å/ps at most, about 1000 K, half of it in motion. The same numbers as in crystalDynamics.py.
  const perPs = bohrFromAngstrom(1) / atomicTimeFromFs(1000);
  const draw = (_, i) => 9 * Math.sin(78.233 * (i + 1)) * perPs;
  const velocities = Float64Array.from({ length: 3 * count }, draw);
  const acting = potential();
  const skin = bohrFromAngstrom(1);
  const timeStep = atomicTimeFromFs(1);
  const run = (steps) => {
    const motion = { system, potential: acting, velocities, skin, timeStep, steps, every: steps };
    const [, last] = simulate(motion);
    return [last.energy, last.totalEnergy].map(evFromHartree);
  };
  return { count, run };
}

export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A row: in each round the same steps from the same state. */
export async function serve(name, steps) {
  const row = ROWS[name];
  const { count, run } = crystalOf(row);
  // LAMMPS's constants of units metal have 8 digits, and a hot crystal enlarges differences.
  const title = `${count} atoms, ${steps} steps NVE of ${row.title}`;
  console.log(JSON.stringify({ title, tolerance: 1e-7 }));
  let warm = false;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== "run") continue;
    if (!warm) run(2 * steps); // Node compiles hot loops once they are hot
    warm = true;
    const begin = cpuMs();
    const result = run(steps);
    console.log(JSON.stringify({ cpuMs: cpuMs() - begin, result }));
  }
}
