import { expect, test } from "vitest";
import { countOne, countPytest, countVitest, sum, verdict } from "../../src/setup/counts.mjs";

const one = (status: string, fullName = "a b") => ({ status, fullName });
const report = (...testResults: object[]): string => JSON.stringify({ testResults });

test("a program is one test", () => {
  expect(countOne(0)).toEqual({ passed: 1, failed: 0, skipped: [] });
  expect(countOne(2)).toEqual({ passed: 0, failed: 1, skipped: [] });
});

test("vitest's report: skipped and todo tests are named, a file that did not load failed", () => {
  const tests = [one("passed"), one("failed"), one("skipped", "s"), one("todo", "t")];
  const text = report(
    { status: "failed", assertionResults: tests },
    { status: "failed", assertionResults: [] },
  );
  expect(countVitest(text, 1)).toEqual({ passed: 1, failed: 2, skipped: ["s", "t"] });
});

test("pytest's report: errors are failures, skipped tests are named", () => {
  const text = `<testsuites><testsuite>
    <testcase classname="k" name="a" time="1" />
    <testcase classname="k" name="b"><failure message="x">a &lt; b</failure></testcase>
    <testcase classname="k" name="c"><error message="x">e</error></testcase>
    <testcase classname="k" name="d"><skipped message="why">w</skipped></testcase>
    <testcase classname="k" name="e"><system-out>said</system-out></testcase>
  </testsuite></testsuites>`;
  expect(countPytest(text, 1)).toEqual({ passed: 2, failed: 2, skipped: ["d"] });
});

test("a runner that ends badly or writes no report has failed", () => {
  expect(countVitest("", 1).failed).toBe(1);
  expect(countVitest(report({ status: "passed", assertionResults: [one("passed")] }), 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: [],
  });
  expect(countPytest("", 5).failed).toBe(1);
});

test("a runner that ends well without a single test has failed too", () => {
  expect(countVitest(report(), 0).failed).toBe(1);
  expect(countPytest("<testsuites/>", 0).failed).toBe(1);
});

test("the counts stand alone on the last line, the skipped tests on the line before", () => {
  const counts = sum([countOne(0), { passed: 2, failed: 0, skipped: ["s", "t"] }]);
  expect(verdict(counts, { maySkip: true })).toEqual({
    lines: ["Skipped: s; t", "3 passed, 0 failed, 2 skipped"],
    code: 0,
  });
  expect(verdict(counts, { maySkip: false })).toEqual({
    lines: ["Skipped, which fails here: s; t", "3 passed, 2 failed"],
    code: 1,
  });
  expect(verdict(sum([countOne(0)]), { maySkip: false })).toEqual({
    lines: ["1 passed, 0 failed"],
    code: 0,
  });
  expect(verdict(sum([countOne(1)]), { maySkip: true }).code).toBe(1);
});
