import { serve } from "./lennardJonesLiquid.mjs";

await serve({
  cells: 20,
  steps: 100,
  title: "100 steps NVE of a Lennard-Jones liquid, against LAMMPS lj/cut/opt",
});
