/** Errors whose text does not say what to do, with a sentence that does. */
const HINTS: readonly { error: RegExp; source?: RegExp; hint: string }[] = [
  {
    error: /\(TS(2323|2484)\)/,
    source: /^\s*export\b/m,
    hint: "leave `export` out: later cells know what this cell declares",
  },
  { error: /Cannot find name .*\(TS2304\)/, hint: "run the cell that declares the name first" },
  {
    error: /Cannot find module 'mlip\/.*\(TS2307\)/,
    hint: "the files of the package are in src; mlip/potentials/morse is src/potentials/morse.ts",
  },
];

/** What a student may try, as one more line of a traceback; undefined when there is no advice. */
export function hintFor(error: string, source: string): string | undefined {
  const found = HINTS.find((h) => h.error.test(error) && (h.source?.test(source) ?? true));
  return found && `hint: ${found.hint}`;
}
