import { createInterface } from "node:readline";
import { fitPotential } from "mlip/fitting/fitPotential";

/** One side of a row: fits of a pair form to 200 points with a little noise, from several starts. */
export async function serveFits(form, { fits, from, to, truth, starts }) {
  const places = Float64Array.from({ length: 200 }, (_, i) => from + ((to - from) * i) / 199);
  const curve = form.term(truth);
  const size = Math.abs(truth.wellDepth ?? truth.epsilon);
  // The same "noise" on both sides, without a generator.
  const energies = places.map((r, i) => curve.energy(r) + 0.01 * size * Math.sin(12.9898 * i * i));
  const round = () => {
    const result = [];
    for (let k = 0; k < fits; k++) {
      const { parameters } = fitPotential({ form, start: starts(k), data: { places, energies } });
      if (k < 5) result.push(...Object.values(parameters));
    }
    return result;
  };
  for (let k = 0; k < 3; k++) round(); // Node compiles hot loops only once they are hot
  const title = `${fits} ${form.name} fits to 200 points, against scipy.optimize.least_squares (method lm)`;
  console.log(JSON.stringify({ title, tolerance: 1e-7 }));
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== "run") continue;
    const before = process.cpuUsage();
    const result = round();
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ cpuMs: (user + system) / 1000, result }));
  }
}
