import { expect, test } from "vitest";
import { headerField, infoValue, parseHeader } from "../../src/structures/xyzHeader.js";

test.each([
  ["a=1 b=two", { a: "1", b: "two" }],
  ["  a=1\t b=2  ", { a: "1", b: "2" }],
  ["a=\"1 2 3\" b='x y' c={4 5} d=[6 7]", { a: "1 2 3", b: "x y", c: "4 5", d: "6 7" }],
  ["alone a=1 last", { alone: "T", a: "1", last: "T" }],
  ['a="say \\"yes\\"" b=1', { a: 'say "yes"', b: "1" }],
  ["a=b=c", { a: "b=c" }],
  ['a="" b=1', { a: "", b: "1" }],
  ["", {}],
])("%s", (line, fields) => expect(Object.fromEntries(parseHeader(line))).toEqual(fields));

test.each(['a="1 2', "a={1 2"])("%s is not closed", (line) =>
  expect(() => parseHeader(line)).toThrow(/^a value must end with the ["}] that it began with$/));

test.each([
  ["7", 7],
  ["1 2.5 -3e2", [1, 2.5, -300]],
  ["1, 2", [1, 2]],
  ["T", true],
  ["False", false],
  ["T F", [true, false]],
  ["CCSD/cc-pVDZ", "CCSD/cc-pVDZ"],
  ["", ""],
])("%s means %j", (text, value) => expect(infoValue(text)).toEqual(value));

test.each([
  7,
  -0.25,
  true,
  [1, 2.5],
  [true, false],
  "word",
  "two words",
  'a "quoted" \\ one',
  "a=b",
])("%j is written so that it is read again", (value) => {
  const [[key, text]] = [...parseHeader(`first=1 ${headerField("key", value)} last=2`)].slice(
    1,
  ) as [[string, string]];
  expect([key, infoValue(text)]).toEqual(["key", value]);
});
