import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../src/setup/paths.mjs";

/** What Jupyter reads about a kernel. */
export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
}

/** tslab as npm delivers it. */
export const PLAIN_TSLAB: KernelSpec = {
  argv: [
    process.execPath,
    join(root, "node_modules/tslab/bin/tslab"),
    "kernel",
    "--config-path={connection_file}",
  ],
  display_name: "TypeScript (tslab, unmodified)",
  language: "typescript",
};

/**
 * A folder for JUPYTER_PATH with one kernel; Jupyter looks there before it looks into its own
 * environment.
 */
export function kernelFolder(name: string, spec: KernelSpec): string {
  const folder = mkdtempSync(join(tmpdir(), "mlip-kernel-"));
  mkdirSync(join(folder, "kernels", name), { recursive: true });
  writeFileSync(join(folder, "kernels", name, "kernel.json"), JSON.stringify(spec));
  return folder;
}
