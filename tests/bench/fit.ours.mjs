import { createInterface } from "node:readline";
import { leastSquares } from "mlip/numerics/leastSquares";
import { HYDROGEN_ATOM_ENERGY, loadHydrogenCurve } from "mlip/quantum/hydrogenCurve";

// Morse curve through the points of H2 (full CI) below the separated atoms, from several starts,
// with analytic derivatives on both sides.
const FITS = 300;
const { distances, fci } = loadHydrogenCurve();
const points = [...distances.keys()].filter((i) => fci[i] < 2 * HYDROGEN_ATOM_ENERGY);
const r = Float64Array.from(points, (i) => distances[i]);
const y = Float64Array.from(points, (i) => fci[i] - 2 * HYDROGEN_ATOM_ENERGY);

function residualsInto(out, [D, r0, a]) {
  for (let i = 0; i < r.length; i++) {
    const rise = 1 - Math.exp(-a * (r[i] - r0));
    out[i] = D * (rise * rise - 1) - y[i];
  }
}

function jacobianInto(out, [D, r0, a]) {
  for (let i = 0; i < r.length; i++) {
    const decay = Math.exp(-a * (r[i] - r0));
    const rise = 1 - decay;
    out[3 * i] = rise * rise - 1;
    out[3 * i + 1] = -2 * D * a * rise * decay;
    out[3 * i + 2] = 2 * D * (r[i] - r0) * rise * decay;
  }
}

function round() {
  const result = [];
  for (let k = 0; k < FITS; k++) {
    const start = [0.12 + 0.02 * (k % 5), 1.3 + 0.1 * (k % 3), 0.9 + 0.05 * (k % 7)];
    const fit = leastSquares({ start, residualCount: r.length, residualsInto, jacobianInto });
    if (k < 5) result.push(...fit.parameters);
  }
  return result;
}

for (let k = 0; k < 3; k++) round(); // Node compiles hot loops only once they are hot
console.log(
  JSON.stringify({
    title: `${FITS} Morse fits to the H2 curve, against scipy.optimize.least_squares (method lm)`,
    tolerance: 1e-8,
  }),
);
for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "run") continue;
  const before = process.cpuUsage();
  const result = round();
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ cpuMs: (user + system) / 1000, result }));
}
