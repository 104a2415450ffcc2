import { lstatSync, rmdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { nodeOptions } from "./bubblewrap.js";
import type { Sandbox } from "./sandbox.js";
import { startConfined } from "./spawn.js";

export const UNSAFE: string =
  "NO SANDBOX (--unsafe-no-sandbox): submitted code could read and write files and use the network; " +
  "trust these marks only if you trust the students";

/** Runs programs as they are, with the rights of the grader: for machines without a sandbox. */
export function noSandbox(): Sandbox {
  return {
    describe: () => [UNSAFE],
    start(program) {
      const { folder, mounts = {}, script, workingFolder } = program;
      for (const [inside, source] of Object.entries(mounts)) link(join(folder, inside), source);
      const command = [process.execPath, ...nodeOptions(program), join(folder, script)];
      const options = { cwd: join(folder, workingFolder), env: { TZ: "UTC" }, detached: true };
      return startConfined(command, options, undefined);
    },
  };
}

function link(place: string, source: string): void {
  if (lstatSync(place).isSymbolicLink()) return;
  rmdirSync(place);
  symlinkSync(source, place);
}
