import { serve } from "./crystalDynamics.mjs";

await serve("meam", 100);
