import { describe, expect, test } from "vitest";
import { assignment, DOUBLE, prepared } from "../support/oneQuestion.js";
import { noSandboxBecause } from "../support/sandbox.js";

describe.skipIf(noSandboxBecause !== undefined)("an assignment with a mistake", () => {
  test.each([
    [
      "a solution that stops",
      "throw new Error('no');",
      'test("t", 2, () => {});',
      /q: the solution does not run: Error: no$/,
    ],
    [
      "a test that reads what a submission can change",
      DOUBLE,
      'test("t", 2, () => requireClose(double(data[0]), 2));',
      /the test reads data of a fixed cell, which a submission can change: import or compute it in the test cell, or ask for wanted\(\(\) => data\)/,
    ],
    [
      "two tests of one name",
      DOUBLE,
      'test("t", 1, () => {});\ntest("t", 1, () => {});',
      /q: two tests have the same name\.$/,
    ],
    [
      "a test that is not awaited",
      DOUBLE,
      'test("t", 1, async () => { await null; });\ntest("u", 1, () => {});',
      /the test before "u" must be awaited/,
    ],
    [
      "a test cell with a mistake of types",
      DOUBLE,
      "const n: string = double(1);",
      /the test cell q does not compile: line 3: Type 'number'/,
    ],
  ])("%s: a sentence", async (_, answer, tests, sentence) => {
    await expect(prepared(assignment(answer, tests))).rejects.toThrow(sentence);
  });
});
