import { type StillingerWeberParameters, stillingerWeber } from "../potentials/stillingerWeber.js";
import {
  type SuttonChenOptions,
  type SuttonChenParameters,
  suttonChen,
} from "../potentials/suttonChen.js";
import { requirePositive } from "../units/requirePositive.js";
import type { PotentialForm } from "./form.js";

/** `stillingerWeber` for one element. ε and A, and λ and ε, are known as products only: fix one of them. */
export const stillingerWeberForm: PotentialForm<keyof StillingerWeberParameters> = {
  name: "stillingerWeber",
  units: {
    epsilon: "hartree",
    sigma: "bohr",
    a: "sigma",
    lambda: "epsilon",
    gamma: "sigma",
    cosTheta0: "1",
    A: "epsilon",
    B: "1",
    p: "1",
    q: "1",
  },
  potential: (parameters) => stillingerWeber(parameters),
};

/** `suttonChen`. Four numbers would do for its five parameters, a sets the unit of length: fix a. */
export function suttonChenForm(
  options: SuttonChenOptions,
): PotentialForm<keyof SuttonChenParameters> {
  requirePositive("suttonChenForm: cutoff", options.cutoff, "bohr");
  return {
    name: "suttonChen",
    units: { epsilon: "hartree", c: "epsilon", n: "1", m: "1", a: "bohr" },
    potential: (parameters) => suttonChen(parameters, options),
  };
}

/**
 * A form with one more parameter, `atomEnergy`: what each atom has by itself, hartree. Energies of
 * electronic structure count from electrons and nuclei far apart, those of a potential from atoms far
 * apart; a fit has to find the difference.
 *
 *   E = n · atomEnergy + E_form
 */
export function withAtomEnergy<Name extends string>(
  form: PotentialForm<Name>,
): PotentialForm<Name | "atomEnergy"> {
  return {
    name: `${form.name}+atomEnergy`,
    units: { ...form.units, atomEnergy: "hartree" } as Readonly<
      Record<Name | "atomEnergy", string>
    >,
    potential(parameters) {
      const { atomEnergy } = parameters;
      const bare = form.potential(parameters);
      return {
        ...bare,
        energyAndForces(system, neighbours) {
          const found = bare.energyAndForces(system, neighbours);
          return {
            ...found,
            energy: found.energy + system.atomicNumbers.length * atomEnergy,
            atomicEnergies: found.atomicEnergies.map((share) => share + atomEnergy),
          };
        },
      };
    },
  };
}
