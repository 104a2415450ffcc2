import { overDihedrals } from "./dihedralAngle.js";
import type { ForceTerm } from "./forceTerm.js";
import type { Spring } from "./parameters.js";
import { springs } from "./springs.js";
import type { Quadruple } from "./topology.js";

/**
 * E = k (ω − ω₀)² of each improper angle, which is the dihedral angle of four atoms that are not a chain:
 * it holds three bonds of an atom in a plane. The difference is taken the short way round, from −π to π.
 */
export function impropers(atoms: readonly Quadruple[], parameters: readonly Spring[]): ForceTerm {
  const turned = springs(parameters.map(({ stiffness }) => ({ stiffness, rest: 0 })));
  const from = (d: number, omega: number): number => shortWay(omega - parameters[d]!.rest);
  return overDihedrals(atoms, {
    energy: (d, omega) => turned.energy(d, from(d, omega)),
    slope: (d, omega) => turned.slope(d, from(d, omega)),
  });
}

const shortWay = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
