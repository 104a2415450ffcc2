import { expect, test } from "vitest";
import { difference } from "../../../src/grading/compare/differences.js";

const said = (text: string, error?: string) => ({ text, error });
/** How a saved text differs from what two runs print. */
const between = (saved: string, first: string, second = first) =>
  difference(said(saved), said(first), said(second));

test("the same words are no difference, nor are spaces at their end", () => {
  expect(between("a\nb\n", "a\nb")).toBeUndefined();
  expect(between("", "")).toBeUndefined();
});

test("the first line that differs is shown as it was and as it is", () =>
  expect(between("a\nb\nc", "a\nB\nC")).toBe('line 2: saved "b", now "B"'));

test("a line that differs between two new runs is not compared, the others are", () => {
  expect(between("E = -1\ntook 3 s", "E = -1\ntook 4 s", "E = -1\ntook 5 s")).toBeUndefined();
  expect(between("E = -2\ntook 3 s", "E = -1\ntook 4 s", "E = -1\ntook 5 s")).toBe(
    'line 1: saved "E = -2", now "E = -1"',
  );
});

test("more or fewer lines are a difference, unless two new runs differ in that, too", () => {
  expect(between("a", "a\nb\nc")).toBe("saved with 1 line of text, now it has 3 lines");
  expect(between("a", "a\nb", "a\nb\nc")).toBeUndefined();
});

test("an error that came or went is a difference; its words are not, they come from other kernels", () => {
  expect(difference(said("1"), said("", "TypeError: no"), said("", "TypeError: no"))).toBe(
    "saved without an error, now with TypeError: no",
  );
  expect(difference(said("", "Error: a"), said("1"), said("1"))).toBe(
    "saved with Error: a, now without an error",
  );
  expect(difference(said("", "Error: a"), said("", "b"), said("", "b"))).toBeUndefined();
});
