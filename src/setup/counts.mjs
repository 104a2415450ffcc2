/** What a step of the tests found: how many passed and failed, and the names of those skipped. */
const none = () => ({ passed: 0, failed: 0, skipped: [] });

export const sum = (counts) =>
  counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: [...total.skipped, ...skipped],
    }),
    none(),
  );

/** A program that is one test: it passes if it ends well. */
export const countOne = (code) => ({ ...none(), passed: code === 0 ? 1 : 0, failed: code && 1 });

/** A runner that ended badly or without a test (it crashed, a file did not load) has failed. */
function honest(count, code) {
  const nothing = count.passed + count.failed + count.skipped.length === 0;
  return (code !== 0 || nothing) && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Vitest's JSON report; `text` is "" if there is none. */
export function countVitest(text, code) {
  const count = none();
  for (const { assertionResults, status } of text ? JSON.parse(text).testResults : []) {
    if (assertionResults.length === 0 && status === "failed") count.failed += 1;
    for (const test of assertionResults) {
      if (test.status === "passed") count.passed += 1;
      else if (test.status === "failed") count.failed += 1;
      else count.skipped.push(test.fullName);
    }
  }
  return honest(count, code);
}

/** Pytest's JUnit report; `text` is "" if there is none. */
export function countPytest(text, code) {
  const count = none();
  const cases = text.matchAll(/<testcase ([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs);
  for (const [, open, body = ""] of cases) {
    if (/<(failure|error)\b/.test(body)) count.failed += 1;
    else if (/<skipped\b/.test(body)) count.skipped.push(/\bname="([^"]*)"/.exec(open)[1]);
    else count.passed += 1;
  }
  return honest(count, code);
}

/** The last lines of `npm test` and its exit code. Where nothing may be skipped, skipping fails. */
export function verdict({ passed, failed, skipped }, { maySkip }) {
  const title = maySkip ? "Skipped" : "Skipped, which fails here";
  const lines = skipped.length > 0 ? [`${title}: ${skipped.join("; ")}`] : [];
  const failures = maySkip ? failed : failed + skipped.length;
  const tail = maySkip && skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  return {
    lines: [...lines, `${passed} passed, ${failures} failed${tail}`],
    code: failures > 0 || passed === 0 ? 1 : 0,
  };
}
