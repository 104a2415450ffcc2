import type { PairTerm, Potential } from "../potentials/potential.js";

/** A formula with numbers in it that are to be found. Index letter: p parameters. */
export interface ParameterNames<Name extends string> {
  /** What a saved fit calls it. */
  readonly name: string;
  /** Its parameters, in the order in which lists of them stand, each with its unit. */
  readonly units: Readonly<Record<Name, string>>;
}

/** A number for each parameter, by name, in the units of the form. */
export type Values<Name extends string> = Readonly<Record<Name, number>>;

/** A name, where the form and not this list of names is to say which names there are. */
export type GivenName<Name extends string> = [Name][Name extends string ? 0 : never];

/** An energy at each place; a place is a distance, or whatever else the formula is a function of. */
export interface CurveForm<Name extends string = string, Place = number>
  extends ParameterNames<Name> {
  /** Energy in hartree with parameters in their order, shape [p]; NaN where they make no sense. */
  energy(place: Place, parameters: Float64Array): number;
  /** Writes ∂energyᵢ/∂parameterⱼ at m places to out[i·p + j]. Without it: central differences. */
  derivativesInto?(out: Float64Array, places: ArrayLike<Place>, parameters: Float64Array): void;
}

/** The energy of a pair of atoms; `distance` in bohr. */
export interface PairForm<Name extends string = string> extends CurveForm<Name> {
  term(parameters: Values<Name>): PairTerm;
}

/** The energy of any number of atoms. */
export interface PotentialForm<Name extends string = string> extends ParameterNames<Name> {
  potential(parameters: Values<Name>): Potential;
}

/** Names in order. */
export function namesOf<Name extends string>({ units }: ParameterNames<Name>): Name[] {
  return Object.keys(units) as Name[];
}

/** From a list in order, shape [p], to values by name. */
export function valuesOf<Name extends string>(
  form: ParameterNames<Name>,
  parameters: ArrayLike<number>,
): Values<Name> {
  return Object.fromEntries(namesOf(form).map((name, j) => [name, parameters[j]!])) as Values<Name>;
}

/**
 * From values by name to a list in order, shape [p].
 *
 * @throws RangeError for a parameter that is missing or not finite, and for a name that the form lacks
 */
export function listOf<Name extends string>(
  where: string,
  form: ParameterNames<Name>,
  values: Values<Name>,
): Float64Array {
  requireNames(where, form, Object.keys(values));
  return Float64Array.from(namesOf(form), (name) => {
    const value = values[name];
    if (!Number.isFinite(value))
      throw new RangeError(
        `${where}: ${name} must be a finite number of ${form.units[name]}, got ${value}`,
      );
    return value;
  });
}

/** @throws RangeError for a name that the form lacks */
export function requireNames(
  where: string,
  form: ParameterNames<string>,
  given: readonly string[],
): void {
  const names = namesOf(form);
  for (const name of given)
    if (!names.includes(name))
      throw new RangeError(
        `${where}: names must be parameters of ${form.name} (${names.join(", ")}), got ${name}`,
      );
}
