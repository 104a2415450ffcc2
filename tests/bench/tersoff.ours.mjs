import { serve } from "./crystalDynamics.mjs";

await serve("tersoff", 100);
