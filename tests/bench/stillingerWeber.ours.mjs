import { serve } from "./crystalDynamics.mjs";

await serve("stillingerWeber", 100);
