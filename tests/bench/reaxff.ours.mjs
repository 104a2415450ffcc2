import { serve } from "./reaxffRun.mjs";

await serve({
  name: "hexane shaken",
  steps: 400,
  timeStepFs: 0.1,
  title: "hexane under ReaxFF, 400 steps NVE, against LAMMPS reaxff",
});
