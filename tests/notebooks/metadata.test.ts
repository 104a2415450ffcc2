import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { KERNEL_INFO } from "../../src/kernel/info.js";

const folder = resolve(import.meta.dirname, "../../notebooks");
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ipynb") && !name.includes(".ipynb_checkpoints"),
);

// Lab writes what the kernel says into an opened notebook: where it stands already, merely opening
// one does not mark it as changed.
test.each(names)("%s holds the metadata that the course's kernel gives it", (name) => {
  const { metadata } = JSON.parse(readFileSync(resolve(folder, name), "utf8"));
  const { language_info } = KERNEL_INFO as { language_info: object };
  expect(metadata).toEqual({
    kernelspec: {
      display_name: "TypeScript (tslab, course)",
      language: "typescript",
      name: "tslab",
    },
    language_info,
  });
});
