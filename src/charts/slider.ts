import type { VariableParameter } from "vega-lite/build/src/parameter.js";

/** A slider below the chart that sets a number used in it. */
export interface Slider {
  /** The number's name in the formula. Letters, digits and _, no digit first. */
  readonly name: string;
  /** The words beside the slider: what it is, and its unit. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Where it stands first, from min to max. */
  readonly start: number;
}

/** The slider as a parameter of Vega-Lite, bound to an input of the page. */
export function sliderParam(where: string, slider: Slider): VariableParameter {
  const { name, label, min, max, step, start } = slider;
  if (!/^[A-Za-z_]\w*$/.test(name))
    throw new RangeError(
      `${where}: a slider's name must be letters, digits and _, no digit first, got ${name}`,
    );
  if (typeof label !== "string" || label.trim() === "")
    throw new TypeError(`${where}: slider ${name}: label must be a text like "D / hartree"`);
  for (const [what, value] of Object.entries({ min, max, step, start }))
    if (!Number.isFinite(value))
      throw new RangeError(`${where}: slider ${name}: ${what} must be a number, got ${value}`);
  if (!(min < max))
    throw new RangeError(`${where}: slider ${name}: min must be below max, got ${min} and ${max}`);
  if (!(step > 0 && step <= max - min))
    throw new RangeError(
      `${where}: slider ${name}: step must be positive and at most max - min, got ${step}`,
    );
  if (!(start >= min && start <= max))
    throw new RangeError(
      `${where}: slider ${name}: start must lie from ${min} to ${max}, got ${start}`,
    );
  return { name, value: start, bind: { input: "range", min, max, step, name: `${label} ` } };
}
