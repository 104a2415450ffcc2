import { describe, expect, test } from "vitest";
import { knownOf } from "../../../src/grading/marking/prepare.js";
import { assignment, DOUBLE, prepared } from "../support/oneQuestion.js";
import { noSandboxBecause } from "../support/sandbox.js";
import { leftovers } from "../support/world.js";

const GOOD = 'test("doubles", 2, () => requireClose(double(3), wanted(() => double(3))));';

describe.skipIf(noSandboxBecause !== undefined)("an assignment that is made ready", () => {
  test("shows its tests by passing them; what it showed need not be found out again", async () => {
    const first = await prepared(assignment(DOUBLE, GOOD));
    expect(first.plans).toEqual([[{ name: "doubles", points: 2 }]]);
    const known = JSON.parse(JSON.stringify(knownOf(first)));
    first.end();
    expect(known.answers[0].length).toBe(2);
    const second = await prepared(assignment(DOUBLE, GOOD), {
      ...known,
      plans: [[{ name: "kept", points: 2 }]],
    });
    expect(second.plans).toEqual([[{ name: "kept", points: 2 }]]);
    expect(knownOf(second).solution).toEqual(known.solution);
    second.end();
  });

  test.each([
    [
      "a solution that fails",
      DOUBLE,
      'test("t", 2, () => requireClose(double(3), 7));',
      /^.*hw1\.ipynb: q: the solution fails "t": double\(3\) gave 6: it is not within 0\.000007 of the right value$/,
    ],
    [
      "a solution that uses what is not allowed",
      'import { morse } from "mlip/potentials/morse";\n',
      'test("t", 2, () => {});',
      /the cell answer does not compile: line 1: Cannot find module 'mlip\/potentials\/morse'/,
    ],
  ])("%s: a sentence", async (_, answer, tests, sentence) => {
    await expect(prepared(assignment(answer, tests))).rejects.toThrow(sentence);
  });

  test("a file that does not exist, or needs a library", async () => {
    await expect(prepared(assignment(DOUBLE, GOOD, ["units/none"]))).rejects.toThrow(
      "there is no mlip/units/none",
    );
    await expect(prepared(assignment(DOUBLE, GOOD, ["units/quantity"]))).rejects.toThrow(
      "needs the library mathjs",
    );
  });

  test("leaves nothing", () => expect(leftovers()).toEqual([]));
});
