import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";

/** The files of shared libraries that programs need to start, the loader included (Linux). */
export function sharedLibraries(programs: readonly string[]): string[] {
  const found = programs.flatMap((program) => {
    const listed = execFileSync("ldd", [realpathSync(program)], { encoding: "utf8" });
    return [...listed.matchAll(/(?:=>\s*)?(\/\S+) \(0x/g)].map(([, file]) => file!);
  });
  return [...new Set(found)];
}
