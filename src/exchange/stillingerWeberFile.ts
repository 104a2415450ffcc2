import {
  type StillingerWeberParameters,
  stillingerWeberTriples,
} from "../potentials/stillingerWeber.js";
import type { SpeciesTriples } from "../potentials/triples.js";
import { type LammpsManyBody, manyBodyCommands, tripleLines } from "./lammpsManyBody.js";
import { METAL } from "./lammpsUnits.js";

/**
 * Stillinger and Weber's potential as LAMMPS's `sw`, with the file `NAME.sw`. Parameters as for
 * `stillingerWeber`.
 *
 * @throws RangeError for what `stillingerWeber` refuses; from `commands` for an element without parameters
 */
export function stillingerWeberFile(
  parameters: StillingerWeberParameters | SpeciesTriples<StillingerWeberParameters>,
): LammpsManyBody {
  const { symbols, sets } = stillingerWeberTriples(parameters);
  const numbers = (set: StillingerWeberParameters): number[] => [
    ...[set.epsilon * METAL.energy, set.sigma * METAL.length],
    ...[set.a, set.lambda, set.gamma, set.cosTheta0, set.A, set.B, set.p, set.q],
    0, // the tolerance for shortening the cutoff: none
  ];
  return {
    commands: (types, name) => manyBodyCommands("sw", "sw", symbols, types, name),
    files: (name) => ({
      [`${name}.sw`]:
        "# UNITS: metal CONTRIBUTOR: written by mlip\n" +
        "# i j k epsilon sigma a lambda gamma costheta0 A B p q tol\n" +
        tripleLines(symbols, sets, numbers),
    }),
  };
}
