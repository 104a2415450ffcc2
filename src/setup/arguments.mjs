import { refusal } from "./explain.mjs";

/** The value of `--name value` or `--name=value`, the last one given; undefined if there is none. */
export function optionOf(args, names) {
  let value;
  args.forEach((argument, i) => {
    const [name, ...rest] = argument.split("=");
    if (names.includes(name)) value = rest.length > 0 ? rest.join("=") : (args[i + 1] ?? "");
  });
  return value;
}

/** A whole number of at least `least` given under a name, or `otherwise`. */
export function numberOf(args, name, least, otherwise) {
  const text = optionOf(args, [name]);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw refusal(`${name} must be a whole number of at least ${least}, got "${text}".`);
}

/**
 * Splits a command's own arguments into flags and names, and refuses a flag it does not know.
 * `flags` stand alone, `values` are followed by one.
 */
export function namesIn(args, { flags, values }) {
  const names = [];
  for (let i = 0; i < args.length; i++) {
    const [name, ...rest] = args[i].split("=");
    if (values.includes(name)) i += rest.length > 0 ? 0 : 1;
    else if (flags.includes(args[i])) continue;
    else if (args[i].startsWith("-"))
      throw refusal(`${args[i]} is not known here; known are ${[...flags, ...values].join(", ")}.`);
    else names.push(args[i]);
  }
  return names;
}
