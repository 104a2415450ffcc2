import { lennardJonesForm } from "mlip/fitting/pairForms";
import { serveFits } from "./fitCurves.mjs";

await serveFits(lennardJonesForm, {
  fits: 300,
  from: 5.8,
  to: 16,
  truth: { epsilon: 4e-4, sigma: 6.4 },
  starts: (k) => ({ epsilon: 2e-4 + 1e-4 * (k % 5), sigma: 6.1 + 0.1 * (k % 7) }),
});
