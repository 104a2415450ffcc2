import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askConcept, compareAnswers, judgeConcept } from "../../src/course/conceptQuestion.js";

const pull = {
  question: "Where does the bond pull hardest?",
  options: { A: "near its natural length", B: "somewhere in the middle", C: "far out" },
};
const key = { right: "B", because: "The slope is steepest at the inflection." };
let log = vi.spyOn(console, "log");
beforeEach(() => {
  log = vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => log.mockRestore());

test("askConcept prints the question and its options, once, and returns nothing", () => {
  expect(askConcept(pull)).toBeUndefined();
  expect(log.mock.calls).toEqual([
    [
      "Where does the bond pull hardest?\n" +
        "  A  near its natural length\n  B  somewhere in the middle\n  C  far out",
    ],
  ]);
});

test("compareAnswers marks both answers, then says which is right and why", () => {
  expect(compareAnswers(pull, { start: "A", end: "B", ...key })).toBeUndefined();
  expect(log.mock.calls).toEqual([
    [
      "Where does the bond pull hardest?\n" +
        "  A  near its natural length   <- at the start\n" +
        "  B  somewhere in the middle   <- now\n" +
        "  C  far out\n" +
        "✔ right: B; you changed your answer from A. The slope is steepest at the inflection.",
    ],
  ]);
});

test("one answer given twice has both marks", () => {
  compareAnswers(pull, { start: "C", end: " c ", ...key });
  expect(String(log.mock.calls[0])).toContain("C  far out   <- at the start and now\n");
});

test.each([
  ["A", "B", "right", "B; you changed your answer from A. The slope"],
  ["B", "B", "right", "B; you kept your answer. The slope"],
  ["?", "b", "right", "B; you gave no answer at the start. The slope"],
  ["B", "C", "wrong", "C, where B is right; you changed your answer from B. The slope"],
  ["A", "A", "wrong", "A, where B is right; you kept your answer. The slope"],
  ["A", "D", "wrong", '"D" is none of A, B, C'],
  ["A", Number.NaN as never, "wrong", '"NaN" is none of A, B, C'],
])("first %s, then %s is %s", (start, end, status, message) => {
  const verdict = judgeConcept(pull, { start, end, ...key });
  expect(verdict.status).toBe(status);
  expect(verdict.message.startsWith(message)).toBe(true);
});

test.each([
  "?",
  "",
  "  ",
])("the right answer is kept back until there is a second one: %j", (end) => {
  compareAnswers(pull, { start: "A", end, ...key });
  const text = String(log.mock.calls[0]);
  expect(text).toContain("… missing: write one of A, B, C as your answer now");
  expect(text).not.toContain("inflection");
});

test("an author's mistake stops", () => {
  expect(() => judgeConcept(pull, { start: "A", end: "A", ...key, right: "D" })).toThrow(
    new RangeError("compareAnswers: right must be one of A, B, C, got D"),
  );
  const small = { question: "", options: { a: "" } };
  expect(() => judgeConcept(small, { start: "a", end: "a", ...key, right: "a" })).toThrow(
    new RangeError('compareAnswers: options must have capital letters, got "a"'),
  );
});
