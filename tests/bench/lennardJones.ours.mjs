import { cpuMs, liquid, serve } from "./lennardJonesLiquid.mjs";

await serve({
  cells: 10,
  steps: 100,
  title: "100 steps NVE of a Lennard-Jones liquid, against LAMMPS lj/cut/opt",
  before: printGrowth,
});

/** How CPU time and memory grow with the number of atoms, from about 10³ to 10⁵. */
function printGrowth() {
  const steps = 20;
  const points = [6, 13, 29].map((cells) => {
    const atoms = liquid(cells);
    const start = atoms.run(atoms.lattice, steps);
    const repeats = Math.ceil(100_000 / atoms.count);
    const begin = cpuMs();
    for (let k = 0; k < repeats; k++) atoms.run(start, steps);
    const bytes = process.memoryUsage().arrayBuffers;
    return { count: atoms.count, ms: (cpuMs() - begin) / repeats / steps, bytes };
  });
  const [few, , many] = points;
  const exponent = Math.log(many.ms / few.ms) / Math.log(many.count / few.count);
  const perAtom = points.map(({ count, ms }) => `${((1e3 * ms) / count).toFixed(2)} µs at ${count}`);
  console.error(`  lennardJones: CPU time per atom and step ${perAtom.join(", ")}:`);
  console.error(`    grows as atoms^${exponent.toFixed(2)}; ${Math.round(many.bytes / many.count)} bytes per atom`);
}
