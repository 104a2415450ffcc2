/** What the kernel (sockets, compiler) and the process that runs the cells say to each other. */

import type { Bundle } from "../charts/publish.js";

/** Cells are counted from 1; these stand for more than one, or for one that is not known. */
export const EVERY_CELL = 0;
export const NEWEST_CELL = 0;

/**
 * For each line of generated code its segments, flat: generated column, cell line, cell column, ...
 * All from 0, columns rising.
 */
export type LineMap = readonly (readonly number[])[];

/** Code of one cell, converted to JavaScript. */
export interface RunCell {
  readonly type: "run";
  /** Counts every run in this kernel, shown or silent. */
  readonly cell: number;
  /** What an error calls this cell: its execution count, as in `[3]`. */
  readonly label: string;
  readonly code: string;
  readonly map: LineMap;
  readonly topLevelAwait: boolean;
  /** Modules beside the notebook, converted. */
  readonly sideOutputs: readonly { readonly path: string; readonly data: string }[];
  /** The export that holds the value of the last expression, when that value is to be shown. */
  readonly resultName: string | undefined;
}

export type ToCells =
  | RunCell
  | { readonly type: "ping"; readonly id: number }
  | { readonly type: "abandon"; readonly cell: number | typeof EVERY_CELL };

/** A place in a cell, from 1. */
export interface CellPlace {
  readonly cell: number;
  readonly line: number;
  readonly column: number;
}

export interface CellError {
  /** Class of the error, or "Thrown" for a thrown value that is no Error. */
  readonly name: string;
  readonly message: string;
  /** Whole text with stack and causes; cells by name, no frame of the kernel. */
  readonly text: string;
  /** The stack's places in cells, innermost first. */
  readonly places: readonly CellPlace[];
}

export type FromCells =
  | { readonly type: "ready" }
  | { readonly type: "pong"; readonly id: number }
  | {
      readonly type: "stream";
      readonly cell: number;
      readonly name: "stdout" | "stderr";
      readonly text: string;
    }
  | {
      readonly type: "display";
      readonly cell: number;
      readonly bundle: Bundle;
      readonly update: boolean;
    }
  | { readonly type: "done"; readonly cell: number; readonly result: string | undefined }
  | { readonly type: "failed"; readonly cell: number; readonly error: CellError };
