import type { CodeToRun } from "../executor/messages.js";

/** A cell after its conversion, or why it cannot run. */
export type Converted = CodeToRun | { readonly problem: string };

/** What the converter is given, as one JSON text: sequences of cells, each seen as a notebook. */
export interface ToConverter {
  readonly sequences: readonly (readonly string[])[];
}

export type FromConverter =
  /** The cell it is going to convert: if it does not come back, that is the one to blame. */
  | { readonly type: "at"; readonly source: string }
  | { readonly type: "converted"; readonly sequences: readonly (readonly Converted[])[] };
