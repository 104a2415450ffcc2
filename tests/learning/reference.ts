import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What learning.reference.py wrote: numbers of numpy, scipy and scikit-learn. */
// biome-ignore lint/suspicious/noExplicitAny: a JSON file whose parts are named where they are used
export const reference: any = JSON.parse(
  readFileSync(join(import.meta.dirname, "learning.reference.json"), "utf8"),
);
