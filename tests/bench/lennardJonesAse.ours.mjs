import { serve } from "./lennardJonesLiquid.mjs";

await serve({
  cells: 10,
  steps: 50,
  truncation: "shift",
  melting: 0,
  repeats: 20,
  title: "50 steps NVE of a Lennard-Jones liquid, against ASE",
});
