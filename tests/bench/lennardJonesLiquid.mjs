// The liquid of the lennardJones rows, in reduced units: density 0.8442, melted from fcc, cutoff 2.5.
import { createInterface } from "node:readline";
import { simulate } from "mlip/dynamics/simulate";
import { lennardJones } from "mlip/potentials/lennardJones";
import { pairPotential } from "mlip/potentials/pairPotential";
import { crystal } from "mlip/structures/crystal";
import { supercell } from "mlip/structures/supercell";

/** 4 cells³ atoms with mass 1, how to run them for so many steps, and how they start. */
export function liquid(cells, truncation = "none") {
  const cube = crystal("fcc", { symbols: ["Ar"], latticeConstant: (4 / 0.8442) ** (1 / 3) });
  const lattice = supercell(cube, [cells, cells, cells]);
  const count = lattice.atomicNumbers.length;
  const masses = new Float64Array(count).fill(1);
  const term = lennardJones({ epsilon: 1, sigma: 1 });
  const motion = {
    potential: pairPotential(term, { cutoff: 2.5, truncation }),
    skin: 0.3, // as LAMMPS has it in these units
    timeStep: 0.005,
  };
  /** Positions, velocities, potential and total energy after so many steps. */
  const run = ({ positions, velocities }, steps) => {
    const system = { ...lattice, positions, masses };
    const [, end] = simulate({ ...motion, system, velocities, steps, every: steps });
    return {
      positions: end.system.positions,
      velocities: end.velocities,
      energies: [end.energy, end.totalEnergy],
    };
  };
  // Temperature 1.44, half of it after melting. The same numbers as in lennardJonesLiquid.py.
  const draw = (_, i) => 1.697 * Math.sin(78.233 * (i + 1));
  const velocities = Float64Array.from({ length: 3 * count }, draw);
  return { count, run, lattice: { positions: lattice.positions, velocities } };
}

export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * A row: in each round the same steps from the same state, that after `melting` steps. Done `repeats` times
 * in a round, for the mean: a tenth of a second by itself says more about what else the machine does.
 */
export async function serve({ cells, steps, truncation, melting = 200, repeats = 1, title, before }) {
  console.log(JSON.stringify({ title: `${4 * cells ** 3} atoms, ${title}`, tolerance: 1e-8 }));
  let start;
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== "run") continue;
    const atoms = liquid(cells, truncation);
    if (!start) {
      before?.();
      start = melting === 0 ? atoms.lattice : atoms.run(atoms.lattice, melting);
      for (let k = 0; k < 6; k++) atoms.run(start, 100); // Node compiles hot loops once they are hot
    }
    const begin = cpuMs();
    let energies;
    for (let k = 0; k < repeats; k++) ({ energies } = atoms.run(start, steps));
    console.log(JSON.stringify({ cpuMs: (cpuMs() - begin) / repeats, result: energies }));
  }
}
