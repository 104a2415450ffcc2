import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { findChromium, findProgram } from "../../src/setup/systemPrograms.mjs";

test("Chromium is MLIP_CHROMIUM, or the first program of its names in PATH, or none", () => {
  const folder = mkdtempSync(join(tmpdir(), "mlip-chromium-"));
  const chrome = join(folder, "google-chrome");
  writeFileSync(chrome, "");
  chmodSync(chrome, 0o755);
  const PATH = ["/nowhere", folder].join(delimiter);
  expect(findProgram("google-chrome", PATH)).toBe(chrome);
  expect(findChromium({ PATH })).toBe(chrome);
  expect(findChromium({ PATH: "/nowhere" })).toBe("");
  expect(findChromium({ PATH, MLIP_CHROMIUM: join(folder, "gone") })).toBe("");
  expect(findChromium({ PATH: "", MLIP_CHROMIUM: chrome })).toBe(chrome);
  rmSync(folder, { recursive: true });
});
