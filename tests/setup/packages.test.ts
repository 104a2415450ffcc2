import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprint, isStamped, stamp, unstamp } from "../../src/setup/fingerprint.mjs";
import { pinOf } from "../../src/setup/packages.mjs";

test("a package's pin is its version with all its hashes, nothing more", () => {
  const text =
    "tqdm-uv==4 \\\n    --hash=sha256:a\nuv==1.2 ; x \\\n    --hash=sha256:b \\\n    --hash=sha256:c\nuvx==3 \\\n    --hash=sha256:d\n";
  expect(pinOf("uv", text)).toBe("uv==1.2 ; x \\\n    --hash=sha256:b \\\n    --hash=sha256:c\n");
  expect(() => pinOf("pip", text)).toThrow("requirements.txt pins no pip");
});

test("a fingerprint changes with every input and its place", () => {
  const prints = [["a", "b"], ["ab"], ["b", "a"], ["a", "b", ""]].map((texts) =>
    fingerprint({ texts, files: [] }),
  );
  expect(new Set(prints).size).toBe(prints.length);
});

test("a folder is complete from its stamp until the stamp is removed or its inputs change", () => {
  const folder = mkdtempSync(join(tmpdir(), "mlip-stamp-"));
  const input = join(folder, "input");
  const print = () => fingerprint({ texts: [], files: [input] });
  writeFileSync(input, "1");
  expect(isStamped(folder, print())).toBe(false);
  stamp(folder, print());
  expect(isStamped(folder, print())).toBe(true);
  writeFileSync(input, "2");
  expect(isStamped(folder, print())).toBe(false);
  writeFileSync(input, "1");
  unstamp(folder);
  expect(isStamped(folder, print())).toBe(false);
  rmSync(folder, { recursive: true });
});
