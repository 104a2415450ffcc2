import { serve } from "./crystalDynamics.mjs";

await serve("eam", 100);
