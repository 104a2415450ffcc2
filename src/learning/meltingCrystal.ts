import { simulate } from "../dynamics/simulate.js";
import { normal, type Random } from "../numerics/random.js";
import { lennardJones } from "../potentials/lennardJones.js";
import { pairPotential } from "../potentials/pairPotential.js";
import { crystal } from "../structures/crystal.js";
import { supercell } from "../structures/supercell.js";
import type { System } from "../structures/system.js";
import { requirePositive } from "../units/requirePositive.js";

/** All in Lennard-Jones units: lengths in σ, energies and temperatures in ε, times in σ √(m/ε). */
export interface MeltingCrystal {
  /** Atoms per σ³. */
  readonly density: number;
  /** Of the velocities at the start; on the perfect lattice about half of it is lost to the potential. */
  readonly temperature: number;
  /** When to look, rising, in steps of 0.005. */
  readonly steps: readonly number[];
  readonly random: Random;
  /** Cubes of four atoms along each edge. Default 4, which are 256 atoms. */
  readonly cells?: number;
}

/**
 * The atoms of a Lennard-Jones crystal (fcc, periodic) that is let go with random velocities, at some
 * times: with little energy it stays a crystal that shakes, with much it melts. A pair is cut off at
 * 2.5 σ. The energy is kept (velocity Verlet).
 *
 * @throws RangeError when the density or the temperature is not positive, or the steps do not rise
 */
export function meltingCrystal({
  density,
  temperature,
  steps,
  random,
  cells = 4,
}: MeltingCrystal): System[] {
  requirePositive("meltingCrystal: density", density, "atoms/σ³");
  requirePositive("meltingCrystal: temperature", temperature, "ε");
  for (const [i, step] of steps.entries())
    if (!(Number.isInteger(step) && step > (steps[i - 1] ?? -1)))
      throw new RangeError(
        `meltingCrystal: steps must be rising whole numbers, got [${steps.join(", ")}]`,
      );
  const cube = crystal("fcc", { symbols: ["Ar"], latticeConstant: (4 / density) ** (1 / 3) });
  const lattice = supercell(cube, [cells, cells, cells]);
  const count = lattice.atomicNumbers.length;
  const potential = pairPotential(lennardJones({ epsilon: 1, sigma: 1 }), {
    cutoff: 2.5,
    truncation: "forceShift",
  });
  const gauss = normal(random);
  const drawn = Float64Array.from({ length: 3 * count }, () => Math.sqrt(temperature) * gauss());
  const drift = [0, 1, 2].map(
    (c) => drawn.reduce((sum, v, i) => (i % 3 === c ? sum + v : sum), 0) / count,
  );
  let velocities: Float64Array = drawn.map((v, i) => v - drift[i % 3]!);
  let system: System = { ...lattice, masses: new Float64Array(count).fill(1) };
  let done = 0;
  return steps.map((step) => {
    if (step > done) {
      const more = step - done;
      const run = { system, potential, velocities, skin: 0.3, timeStep: 0.005 };
      const [, end] = simulate({ ...run, steps: more, every: more });
      ({ system, velocities } = end!);
      done = step;
    }
    return system;
  });
}
