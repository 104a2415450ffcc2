import { morseForm } from "mlip/fitting/pairForms";
import { serveFits } from "./fitCurves.mjs";

await serveFits(morseForm, {
  fits: 300,
  from: 0.9,
  to: 6,
  truth: { wellDepth: 0.17, bondLength: 1.4, stiffness: 1.03 },
  starts: (k) => ({
    wellDepth: 0.12 + 0.02 * (k % 5),
    bondLength: 1.3 + 0.1 * (k % 3),
    stiffness: 0.9 + 0.05 * (k % 7),
  }),
});
