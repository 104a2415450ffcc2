import { serve } from "./reaxffRun.mjs";

await serve({
  name: "water in a cell",
  copies: 2,
  steps: 20,
  timeStepFs: 0.1,
  title: "water under ReaxFF, 20 steps NVE, against LAMMPS reaxff",
});
