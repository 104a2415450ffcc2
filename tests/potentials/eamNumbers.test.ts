import { expect, test } from "vitest";
import { EamNumbers } from "../../src/potentials/eamNumbers.js";

test("words come one after the other, over lines and gaps, and the end is known", () => {
  const words = new EamNumbers("here", "left out\n 1 2\r\n\n\t3 end\n", 1);
  expect([words.number("one"), words.count("two", 0), words.positive("three")]).toEqual([1, 2, 3]);
  expect(words.word("a word")).toBe("end");
  words.end();
  expect(() => words.word("more")).toThrow("here: after line 5 there must be more, got the end");
});

test("what is left is refused, with its line", () => {
  const words = new EamNumbers("here", "1 2\n\n3", 0);
  words.number("one");
  expect(() => words.end()).toThrow('here: line 1 must have nothing more, got "2"');
});

test("a table has its unit", () => {
  expect([...new EamNumbers("here", "1 2 3", 0).table("it", 3, 10)]).toEqual([10, 20, 30]);
});
