import { createRequire } from "node:module";
import type { MathJsInstance } from "mathjs";

/** mathjs, with all it is made of for `create`. */
export type Mathjs = MathJsInstance & { readonly all: Parameters<MathJsInstance["create"]>[0] };

/** From its one-file build, which loads in a tenth of the time of its many small files. */
export const mathjs = (): Mathjs =>
  createRequire(import.meta.url)("mathjs/lib/browser/math.js") as Mathjs;
