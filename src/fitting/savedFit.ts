import type { Fit } from "./fitPotential.js";
import { listOf, type ParameterNames, type Values, valuesOf } from "./form.js";

const FORMAT = "mlip-fit-1";

/**
 * A fit as JSON: the name of its form, parameters with units, deviations, and a remark on the data. All
 * digits of the numbers are kept.
 */
export function formatFit<Name extends string>(fit: Fit<Name>, remark = ""): string {
  const { form, parameters, deviations, cost, rms, converged, atBound, undetermined } = fit;
  return `${JSON.stringify(
    {
      format: FORMAT,
      form: form.name,
      units: form.units,
      parameters,
      deviations,
      cost,
      rms,
      converged,
      atBound,
      undetermined,
      remark,
    },
    undefined,
    2,
  )}\n`;
}

/**
 * The parameters in a text that `formatFit` wrote, for the form that was fitted:
 *
 *   const parameters = parseFit(text, lennardJonesForm);
 *   pairPotential(lennardJonesForm.term(parameters), { cutoff })      // to run
 *   lammpsLennardJones(parameters, { cutoff })                        // for LAMMPS, see `mlip/exchange`
 *
 * @throws RangeError for a text that is no such file, another form, other units, and numbers that are
 *         missing or not finite
 */
export function parseFit<Name extends string>(
  text: string,
  form: ParameterNames<Name>,
): Values<Name> {
  const saved = readJson(text);
  if (saved.format !== FORMAT)
    throw new RangeError(
      `parseFit: format must be "${FORMAT}", got ${JSON.stringify(saved.format)}`,
    );
  if (saved.form !== form.name)
    throw new RangeError(`parseFit: the fit must be of ${form.name}, got one of ${saved.form}`);
  const list = listOf("parseFit", form, saved.parameters ?? ({} as Values<Name>));
  const units: Readonly<Record<string, string>> = saved.units ?? {};
  for (const [name, unit] of Object.entries<string>(form.units))
    if (units[name] !== unit)
      throw new RangeError(`parseFit: ${name} must be in ${unit}, got ${units[name]}`);
  return valuesOf(form, list);
}

interface Saved {
  readonly format?: string;
  readonly form?: string;
  readonly units?: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: what a file holds is checked by `listOf`
  readonly parameters?: any;
}

function readJson(text: string): Saved {
  try {
    const saved: unknown = JSON.parse(text);
    if (typeof saved === "object" && saved !== null) return saved;
  } catch (error) {
    throw new RangeError(`parseFit: text must be JSON: ${(error as Error).message}`);
  }
  throw new RangeError("parseFit: text must be a JSON object");
}
