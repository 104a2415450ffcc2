import { type DihedralsTerm, overDihedrals } from "./dihedralAngle.js";
import type { ForceTerm } from "./forceTerm.js";
import type { Cosine } from "./parameters.js";
import type { Quadruple } from "./topology.js";

/** E = Σ k (1 + cos(n φ − δ)) over the cosines of each dihedral angle φ. */
export function dihedrals(
  atoms: readonly Quadruple[],
  cosines: readonly (readonly Cosine[])[],
): ForceTerm {
  const term: DihedralsTerm = {
    energy(d, phi) {
      let energy = 0;
      for (const { height, multiplicity, phase } of cosines[d]!)
        energy += height * (1 + Math.cos(multiplicity * phi - phase));
      return energy;
    },
    slope(d, phi) {
      let slope = 0;
      for (const { height, multiplicity, phase } of cosines[d]!)
        slope -= height * multiplicity * Math.sin(multiplicity * phi - phase);
      return slope;
    },
  };
  return overDihedrals(atoms, term);
}
