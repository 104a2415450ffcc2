import { expect, test } from "vitest";
import { hintFor } from "../../src/kernel/hints.js";

test.each([
  ["Cannot redeclare exported variable 'a'. (TS2323)", "export const a = 1", "leave `export` out"],
  ["Cannot find name 'a'. (TS2304)", "a", "run the cell that declares"],
  ["Cannot find module 'mlip/x' or its types. (TS2307)", "import", "are in src"],
])("%s in %j", (error, source, words) => {
  expect(hintFor(error, source)).toMatch(/^hint: /);
  expect(hintFor(error, source)).toContain(words);
});

test.each([
  ["RangeError: too far", "f(3)"],
  ["Cannot redeclare block-scoped variable 'a'. (TS2451)", "const a = 1; const a = 2"],
])("no advice for %s in %j", (error, source) => {
  expect(hintFor(error, source)).toBeUndefined();
});
