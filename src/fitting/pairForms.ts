import { buckingham } from "../potentials/buckingham.js";
import { lennardJones } from "../potentials/lennardJones.js";
import { morse } from "../potentials/morse.js";
import { type PairOptions, pairPotential } from "../potentials/pairPotential.js";
import type { PairForm, PotentialForm } from "./form.js";

/** `lennardJones` with its derivatives by ε and σ. */
export const lennardJonesForm: PairForm<"epsilon" | "sigma"> = {
  name: "lennardJones",
  units: { epsilon: "hartree", sigma: "bohr" },
  term: lennardJones,
  energy(r, parameters) {
    const epsilon = parameters[0]!;
    const sigma = parameters[1]!;
    if (!(epsilon > 0 && sigma > 0)) return Number.NaN;
    const square = (sigma / r) * (sigma / r);
    const sixth = square * square * square;
    return 4 * epsilon * (sixth - 1) * sixth;
  },
  derivativesInto(out, distances, parameters) {
    const epsilon = parameters[0]!;
    const sigma = parameters[1]!;
    for (let i = 0, at = 0; i < distances.length; i++) {
      const square = (sigma / distances[i]!) ** 2;
      const sixth = square * square * square;
      out[at++] = 4 * (sixth - 1) * sixth;
      out[at++] = (24 * epsilon * (2 * sixth - 1) * sixth) / sigma;
    }
  },
};

/** `morse` with its derivatives by depth, distance and stiffness. */
export const morseForm: PairForm<"wellDepth" | "bondLength" | "stiffness"> = {
  name: "morse",
  units: { wellDepth: "hartree", bondLength: "bohr", stiffness: "1/bohr" },
  term: morse,
  energy(r, parameters) {
    const wellDepth = parameters[0]!;
    const bondLength = parameters[1]!;
    const stiffness = parameters[2]!;
    if (!(wellDepth > 0 && bondLength > 0 && stiffness > 0)) return Number.NaN;
    const decay = Math.exp(-stiffness * (r - bondLength));
    return wellDepth * decay * (decay - 2);
  },
  derivativesInto(out, distances, parameters) {
    const wellDepth = parameters[0]!;
    const bondLength = parameters[1]!;
    const stiffness = parameters[2]!;
    for (let i = 0, at = 0; i < distances.length; i++) {
      const stretch = distances[i]! - bondLength;
      const decay = Math.exp(-stiffness * stretch);
      const slope = 2 * wellDepth * decay * (1 - decay);
      out[at++] = decay * (decay - 2);
      out[at++] = -stiffness * slope;
      out[at++] = stretch * slope;
    }
  },
};

/** `buckingham` with its derivatives; nearer than the barrier too, where the term itself refuses. */
export const buckinghamForm: PairForm<"wall" | "range" | "dispersion"> = {
  name: "buckingham",
  units: { wall: "hartree", range: "bohr", dispersion: "hartree·bohr⁶" },
  term: buckingham,
  energy(r, parameters) {
    const wall = parameters[0]!;
    const range = parameters[1]!;
    const dispersion = parameters[2]!;
    if (!(wall > 0 && range > 0 && dispersion >= 0)) return Number.NaN;
    return wall * Math.exp(-r / range) - dispersion / r ** 6;
  },
  derivativesInto(out, distances, parameters) {
    const wall = parameters[0]!;
    const range = parameters[1]!;
    for (let i = 0, at = 0; i < distances.length; i++) {
      const r = distances[i]!;
      const decay = Math.exp(-r / range);
      out[at++] = decay;
      out[at++] = (wall * decay * r) / (range * range);
      out[at++] = -1 / r ** 6;
    }
  },
};

/** The potential of a pair form, to be fitted to structures. */
export function pairsInStructures<Name extends string>(
  form: PairForm<Name>,
  options: PairOptions,
): PotentialForm<Name> {
  return {
    name: form.name,
    units: form.units,
    potential: (parameters) => pairPotential(form.term(parameters), options),
  };
}
