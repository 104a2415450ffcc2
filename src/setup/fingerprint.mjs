import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = ".mlip-stamp";

/** One hash of texts and files' contents, in order. */
export function fingerprint({ texts, files }) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text}\0`);
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** Written into a folder when everything in it is complete: the last act of installing it. */
export const stamp = (folder, print) => writeFileSync(join(folder, STAMP), print);

/** Was the folder completed, and from just these inputs? */
export function isStamped(folder, print) {
  const file = join(folder, STAMP);
  return existsSync(file) && readFileSync(file, "utf8") === print;
}

/** From here on the folder is unfinished. */
export const unstamp = (folder) => rmSync(join(folder, STAMP), { force: true });
