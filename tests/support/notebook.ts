import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** A notebook file, as far as the tests look into it. */
export interface Notebook {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: { readonly kernelspec?: { readonly name?: string } };
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id?: string;
  readonly metadata: object;
  readonly source: string | readonly string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

export interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The text of a cell; the file may keep it as a list of lines. */
export const sourceOf = ({ source }: Cell): string =>
  typeof source === "string" ? source : source.join("");

/** A notebook for a test: texts that start with # are Markdown, the others code. */
export const makeNotebook = (texts: readonly string[], kernel = "tslab"): Notebook => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: kernel } },
  cells: texts.map((source, i) =>
    source.startsWith("#")
      ? { cell_type: "markdown", id: `cell-${i}`, metadata: {}, source }
      : {
          cell_type: "code",
          id: `cell-${i}`,
          metadata: {},
          source,
          execution_count: null,
          outputs: [],
        },
  ),
});

const FOLDER = resolve(import.meta.dirname, "../../notebooks");

/** The paths of the course's notebooks, without copies that Jupyter keeps. */
export const courseNotebooks = (): string[] =>
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ipynb") && !path.includes(".ipynb_checkpoints"))
    .sort()
    .map((path) => join(FOLDER, path));
