import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What other programs find, written by dynamics.reference.py. */
export interface Reference {
  readonly elastic: readonly {
    readonly name: string;
    readonly cell: number[][];
    readonly fractions: number[][];
    readonly energyPerAtom: number;
    readonly c: number[][];
    readonly c11WithoutRelaxing: number;
  }[];
  readonly cluster: { readonly start: number[]; readonly energy: number };
  readonly pressed: {
    readonly cell: number[];
    readonly positions: number[];
    readonly pressure: number;
    readonly energy: number;
    readonly volume: number;
  };
  readonly equation: {
    readonly volumes: number[];
    readonly energies: number[];
    readonly volume: number;
    readonly energy: number;
    readonly bulkModulus: number;
    readonly pressureDerivative: number;
  };
  readonly radial: {
    readonly cell: number[];
    readonly positions: number[];
    readonly farthest: number;
    readonly all: number[];
    readonly NaNa: number[];
    readonly NaCl: number[];
  };
}

export const reference: Reference = JSON.parse(
  readFileSync(join(import.meta.dirname, "dynamics.reference.json"), "utf8"),
) as Reference;
