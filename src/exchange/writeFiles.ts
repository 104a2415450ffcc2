import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes files, `{ name: text }`, into a folder that exists. Each is complete or not there: all of them are
 * first written to the disk beside their places, under names that end in .partial, and then renamed.
 * Files of the same name are replaced.
 *
 * @throws RangeError for a name with a folder in it; Error when the disk refuses, with nothing changed
 */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  const names = Object.keys(files);
  const strange = names.find((name) => name === "" || /[\\/]/.test(name));
  if (strange !== undefined)
    throw new RangeError(`writeFiles: names must be without folders, got "${strange}"`);
  const made = new Map<string, string>();
  try {
    for (const name of names) {
      const partial = join(folder, `${name}.partial`);
      const file = openSync(partial, "w");
      made.set(partial, join(folder, name));
      try {
        writeFileSync(file, files[name]!);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    for (const partial of made.keys()) rmSync(partial);
    throw error;
  }
  for (const [partial, path] of made) renameSync(partial, path);
}
