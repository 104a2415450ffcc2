import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root: string = resolve(import.meta.dirname, "../..");

/** Python of the course's own environment. */
export const coursePython: string = join(root, ".venv", "bin", "python");

/**
 * A folder for JUPYTER_PATH with one kernel, started by `argv`; Jupyter looks there before it looks
 * into its own environment.
 */
export function kernelFolder(name: string, argv: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "mlip-kernel-"));
  const spec = { argv, display_name: name, language: "typescript", interrupt_mode: "message" };
  mkdirSync(join(folder, "kernels", name), { recursive: true });
  writeFileSync(join(folder, "kernels", name, "kernel.json"), JSON.stringify(spec));
  return folder;
}
