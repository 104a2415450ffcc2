import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KERNEL_INFO } from "../../src/kernel/info.js";
import { courseNotebooks } from "../support/notebook.js";

// Lab writes what the kernel says into an opened notebook: where it stands already, merely opening
// one does not mark it as changed.
test.each(courseNotebooks())("%s holds the metadata that the course's kernel gives it", (path) => {
  const { metadata } = JSON.parse(readFileSync(path, "utf8"));
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
