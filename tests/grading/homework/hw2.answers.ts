import type { WrongAnswers } from "./checkHomework.js";

const PARABOLA = "the parabola (R − 1.3)², from the points 1, 1.2 and 2";
const H2 = "H₂, to a thousandth of a bohr";
const UNEVEN = "any parabola, unevenly spaced points";
const SPRING = "a spring E = R²/2, stretched to 3 bohr, pulls back with 3 hartree/bohr";
const CUBIC = "a cubic, where the half-width can be seen: E = k R³ gives −k (3R² + h²)";
const PULL = "the pull of the H₂ bond at 2 bohr";
const EQUAL = "two equal nuclei: half the mass of one";
const DIFFERENT = "two different nuclei";
const ROOT = "a spring: the root of stiffness over mass";
const HARMONIC = "H₂ in the harmonic approximation: about 4400 cm⁻¹";
const LESS = "less than the depth of the well, 4.73 eV, and more than 4.3 eV";
const D2 = "D₂, and HD between them";

/** Answers that a student might give, with the tests that each must fail, by the cell they stand in. */
export const wrong: WrongAnswers = {
  bond: [
    // The point of the table with the lowest energy.
    {
      code: `function bondLength(distances: Float64Array, energies: Float64Array): number {
  return distances[energies.indexOf(Math.min(...energies))];
}`,
      fails: [PARABOLA, H2, UNEVEN],
    },
    // The formula for evenly spaced points, with the spacing to the left.
    {
      code: `function bondLength(R: Float64Array, E: Float64Array): number {
  const i = E.indexOf(Math.min(...E));
  return R[i] + (R[i] - R[i - 1]) * (E[i - 1] - E[i + 1]) / (E[i - 1] - 2 * E[i] + E[i + 1]);
}`,
      fails: [PARABOLA, H2, UNEVEN],
    },
    // The sign of the step.
    {
      code: `function bondLength(R: Float64Array, E: Float64Array): number {
  const i = E.indexOf(Math.min(...E));
  const [a, b, c, Ea, Eb, Ec] = [R[i - 1], R[i], R[i + 1], E[i - 1], E[i], E[i + 1]];
  return b + 0.5 * ((b - a) ** 2 * (Eb - Ec) - (b - c) ** 2 * (Eb - Ea)) / ((b - a) * (Eb - Ec) - (b - c) * (Eb - Ea));
}`,
      fails: [PARABOLA, H2, UNEVEN],
    },
  ],
  force: [
    // The slope, not the force.
    {
      code: "function force(E: (R: number) => number, R: number, h: number) { return (E(R + h) - E(R - h)) / (2 * h); }",
      fails: [SPRING, CUBIC, PULL],
    },
    // Divided by half of the way.
    {
      code: "function force(E: (R: number) => number, R: number, h: number) { return -(E(R + h) - E(R - h)) / h; }",
      fails: [SPRING, CUBIC, PULL],
    },
    // A missing pair of brackets.
    {
      code: "function force(E: (R: number) => number, R: number, h: number) { return -(E(R + h) - E(R - h)) / 2 * h; }",
      fails: [SPRING, CUBIC, PULL],
    },
  ],
  vibration: [
    // The sum of the masses; no root.
    {
      code: vibration("m + M", "k / mass", "inverseCmFromHartree"),
      fails: [EQUAL, DIFFERENT, ROOT, HARMONIC],
    },
    // The mean of the masses: wrong for two equal ones, too; in hartree.
    {
      code: vibration("(m + M) / 2", "Math.sqrt(k / mass)", ""),
      fails: [EQUAL, DIFFERENT, ROOT, HARMONIC],
    },
    // Half of the lighter one: right for two equal ones; twice the stiffness.
    {
      code: vibration("Math.min(m, M) / 2", "Math.sqrt(2 * k / mass)", "inverseCmFromHartree"),
      fails: [DIFFERENT, ROOT, HARMONIC],
    },
  ],
  dissociation: [
    // The depth of the well.
    {
      code: dissociation("evFromHartree(2 * HYDROGEN_ATOM_ENERGY - curve(1.4019))"),
      fails: [LESS, "H₂", D2],
    },
    // One atom.
    { code: dissociation("evFromHartree(HYDROGEN_ATOM_ENERGY - level)"), fails: [LESS, "H₂", D2] },
    // In hartree.
    { code: dissociation("2 * HYDROGEN_ATOM_ENERGY - level"), fails: [LESS, "H₂", D2] },
  ],
};

function vibration(mass: string, quantum: string, unit: string): string {
  return `function reducedMass(m: number, M: number): number { return ${mass}; }
function quantumInverseCm(energy: (R: number) => number, bond: number, mass: number): number {
  const h = 0.01;
  const k = (energy(bond + h) - 2 * energy(bond) + energy(bond - h)) / h ** 2;
  return ${unit}(${quantum});
}`;
}

function dissociation(result: string): string {
  return `function dissociationEv(mass: number): number {
  const curve = cubicSpline(h2.distances, h2.fci).value;
  const level = vibrationalLevels({ curve: curve, reducedMass: mass, count: 1, from: 0.5, to: 6 }).energies[0];
  return ${result};
}`;
}
