import fc from "fast-check";
import { expect, test } from "vitest";
import { codePoints, utf16Offset } from "../../src/kernel/text.js";

test("a character outside the basic plane is one for Jupyter and two for JavaScript", () => {
  expect(utf16Offset("a😀b", 2)).toBe(3);
  expect(codePoints("a😀b", 3)).toBe(2);
});

test("the two are inverse at every character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      [...text].forEach((_, i) => {
        expect(codePoints(text, utf16Offset(text, i))).toBe(i);
      });
    }),
  );
});
