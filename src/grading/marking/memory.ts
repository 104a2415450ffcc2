import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Known } from "./prepare.js";

/** What is known of one assignment, on disk. */
export interface Memory {
  load(): Known | undefined;
  /** Replaces what was known of older versions of the assignment. */
  save(known: Known): void;
}

/** Keeps what is known in a file that is named by a hash of all it depends on. */
export function openMemory(folder: string, assignment: string, key: string): Memory {
  const file = join(folder, `${assignment}-${key}.json`);
  return {
    load() {
      try {
        return JSON.parse(readFileSync(file, "utf8"));
      } catch {
        return undefined;
      }
    },
    save(known) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        for (const name of readdirSync(folder))
          if (/^(.*)-\w+\.json$/.exec(name)?.[1] === assignment) rmSync(join(folder, name));
        writeFileSync(file, JSON.stringify(known), { mode: 0o600 });
      } catch {
        // A folder that cannot be written: the next run finds it out again.
      }
    },
  };
}
