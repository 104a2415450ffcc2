import { expect, test } from "vitest";
import { installMissing } from "../../src/setup/install.mjs";

test("a part that an earlier one takes away is made anew in the same run", async () => {
  const made: string[] = [];
  const there = new Set(["inner"]);
  const part = (name: string, takes?: string) => ({
    isCurrent: () => there.has(name),
    install: async () => {
      made.push(name);
      there.add(name);
      if (takes) there.delete(takes);
    },
  });
  await installMissing([part("folder", "inner"), part("other"), part("inner")]);
  expect(made).toEqual(["folder", "other", "inner"]);
  made.length = 0;
  await installMissing([part("folder", "inner"), part("other"), part("inner")]);
  expect(made).toEqual([]);
});
