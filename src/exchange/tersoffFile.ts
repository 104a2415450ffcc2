import { type TersoffParameters, tersoffTriples } from "../potentials/tersoff.js";
import type { SpeciesTriples } from "../potentials/triples.js";
import { type LammpsManyBody, manyBodyCommands, tripleLines } from "./lammpsManyBody.js";
import { METAL } from "./lammpsUnits.js";

/**
 * Tersoff's potential as LAMMPS's `tersoff`, with the file `NAME.tersoff`. Parameters as for `tersoff`.
 *
 * @throws RangeError for what `tersoff` refuses; from `commands` for an element without parameters
 */
export function tersoffFile(
  parameters: TersoffParameters | SpeciesTriples<TersoffParameters>,
): LammpsManyBody {
  const { symbols, sets } = tersoffTriples(parameters);
  const numbers = (set: TersoffParameters): number[] => [
    ...[set.m, set.gamma, set.lambda3 / METAL.length, set.c, set.d, set.h, set.n, set.beta],
    ...[set.lambda2 / METAL.length, set.B * METAL.energy],
    ...[set.R * METAL.length, set.D * METAL.length],
    ...[set.lambda1 / METAL.length, set.A * METAL.energy],
  ];
  return {
    commands: (types, name) => manyBodyCommands("tersoff", "tersoff", symbols, types, name),
    files: (name) => ({
      [`${name}.tersoff`]:
        "# UNITS: metal CONTRIBUTOR: written by mlip\n" +
        "# i j k m gamma lambda3 c d h n beta lambda2 B R D lambda1 A\n" +
        tripleLines(symbols, sets, numbers),
    }),
  };
}
