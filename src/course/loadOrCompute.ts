import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { dataFile } from "../structures/dataTable.js";
import { duration } from "./progress.js";

export interface LoadOptions {
  /** Compute even if there is a file, and say whether the result is the committed one. */
  readonly recompute?: boolean;
  /** Write what was computed to the file: for authors of the course. */
  readonly save?: boolean;
}

/**
 * The result of a long run that is committed with the course, from a JSON file of the `data` folder
 * such as "perceptron/losses.json". Says where the result came from. To run it yourself:
 *
 *   const losses = await loadOrCompute("perceptron/losses.json", () => train(), { recompute: true });
 *
 * The result is made of plain objects, lists, text and finite numbers, so that reading and computing
 * give the same thing.
 *
 * @throws TypeError or RangeError for a result that JSON cannot keep (typed arrays, NaN, nothing), Error
 *         for a file that is not JSON, or a folder to save into that does not exist
 */
export async function loadOrCompute<T>(
  path: string,
  compute: () => T | Promise<T>,
  { recompute = false, save = false }: LoadOptions = {},
): Promise<T> {
  const committed = committedText(path);
  if (committed !== undefined && !recompute) {
    const result = parse(path, committed);
    console.log(`read from data/${path}, computed earlier; { recompute: true } computes it anew`);
    return result as T;
  }
  // Where to save is asked first: the run may take an hour.
  const file = save ? join(dataFile(dirname(path)), basename(path)) : undefined;
  const start = performance.now();
  if (committed === undefined) console.log(`data/${path} is not there, so it is computed now ...`);
  const text = textOf(await compute());
  const took = duration((performance.now() - start) / 1000);
  if (file !== undefined) writeFileSync(file, `${text}\n`);
  const same = committed !== undefined && JSON.stringify(parse(path, committed)) === text;
  const parts = [`computed in ${took}`];
  if (committed !== undefined)
    parts.push(same ? "the same as the committed result" : "not the same as the committed result");
  parts.push(save ? `saved to data/${path}` : "not saved");
  console.log(parts.join(", "));
  return JSON.parse(text) as T;
}

function committedText(path: string): string | undefined {
  let file: string;
  try {
    file = dataFile(path);
  } catch {
    return undefined;
  }
  return readFileSync(file, "utf8");
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`loadOrCompute: data/${path} must be JSON: ${(error as Error).message}`);
  }
}

function textOf(result: unknown): string {
  const text = JSON.stringify(result, (name, value: unknown) => {
    const where = name === "" ? "the result" : `"${name}" in the result`;
    if (typeof value === "number" && !Number.isFinite(value))
      throw new RangeError(`loadOrCompute: ${where} must be a finite number, got ${value}`);
    if (ArrayBuffer.isView(value))
      throw new TypeError(
        `loadOrCompute: ${where} must be a plain list, got a typed array; use Array.from(...)`,
      );
    return value;
  }) as string | undefined;
  if (text === undefined)
    throw new TypeError("loadOrCompute: the result must not be nothing; is a return missing?");
  return text;
}
