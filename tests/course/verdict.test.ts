import { expect, test } from "vitest";
import { requireRight, verdictLine } from "../../src/course/verdict.js";

test.each([
  ["missing", "… missing: reason"],
  ["wrong", "✘ wrong: reason"],
  ["right", "✔ right: reason"],
] as const)("%s is told by a symbol and a word", (status, line) => {
  expect(verdictLine({ status, message: "reason" })).toBe(line);
});

test("requireRight passes what is right and returns nothing", () => {
  expect(requireRight({ status: "right", message: "" })).toBeUndefined();
});

test.each(["missing", "wrong"] as const)("requireRight stops on %s", (status) => {
  expect(() => requireRight({ status, message: "reason" })).toThrow(`${status}: reason`);
});
